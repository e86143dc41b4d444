import { findTechnologies } from './find-technologies.ts';

/** One thing was replaced by another; articles stay. `from` is empty when only the new one is named. */
export type Change = { readonly from: string; readonly to: string };

const MIGRATION =
  /\b(?:migrat\w+|mov(?:ed|ing)|switch(?:ed|ing)|port(?:ed|ing)|replac(?:ed|ing)|rewrote|rewrit\w+|convert(?:ed|ing)|transition\w*|upgrad\w+)\b|이관|마이그레이션|(?:으?로|를?|을?) ?전환|교체|재작성|포팅|업그레이드|옮[겨기겼긴]|이전(?:했|하여|하고|함|[,.]|$)/iu;
const SIDE = "[A-Za-z가-힣][\\w가-힣.+#/' -]{1,38}?";
const ENGLISH_CHANGES = [
  new RegExp(
    `\\bfrom ((?:an? |the |our )?${SIDE}) (?:to|into|onto) ((?:an? |the )?${SIDE})(?=[,.;()]|$| (?:and|by|with|using|for|which|reducing|while|in|on|without|because|so|to|at|within|that|across|over|after|during|under|from)\\b)`,
    'iu',
  ),
  new RegExp(
    `\\breplac(?:ed|ing) ((?:an? |the |our )?${SIDE}) (?:with|by) ((?:an? |the )?${SIDE})(?=[,.;()]|$| (?:and|by|using|for|which|reducing|while|in|on|without|because|so|to|at|that|across|over|after|during|under|from)\\b)`,
    'iu',
  ),
];
const KOREAN_SIDE = '([A-Za-z][\\w.+#]*(?: [A-Z][\\w.+#]*){0,2}|[가-힣]{2,8})';
const KOREAN_CHANGES = [
  new RegExp(`${KOREAN_SIDE}에서 ${KOREAN_SIDE}으?로`, 'u'),
  new RegExp(
    `([A-Za-z][\\w.+#]*(?: [A-Z][\\w.+#]*){0,2})[을를] ${KOREAN_SIDE}으?로 (?:전환|교체|이관|변경|마이그레이션|재작성)`,
    'u',
  ),
  new RegExp(`${KOREAN_SIDE} ?→ ?${KOREAN_SIDE}`, 'u'),
];

/** Parts of software: what is moved from or to one is a migration; people move, too, but between cities and jobs. */
const SOFTWARE_PART =
  /\b(?:monolith\w*|micro-?services?|servers?|services?|database|DB|cloud|on-prem\w*|native|web ?views?|scripts?|framework|polling|storage|spreadsheets?|home-?grown|in-house|legacy|cron|systems?|code|pipelines?|queue|jobs?|APIs?|library|models?)\b|서버|시스템|레거시|모놀리|클라우드|온프레미스|스크립트|배치|수동/iu;
const UNMISTAKABLE =
  /\b(?:migrat\w+|rewrote|rewrit\w+|port(?:ed|ing)|upgrad\w+)\b|이관|마이그레이션|재작성|포팅|업그레이드/iu;

/** A migration that a passage tells of; its `change` is `null` when it names neither side. */
export function readMigration(text: string): { readonly change: Change | null } | null {
  if (!MIGRATION.test(text)) return null;
  for (const pattern of [...ENGLISH_CHANGES, ...KOREAN_CHANGES]) {
    const [, from, to] = pattern.exec(text) ?? [];
    if (from === undefined || to === undefined || /\d\s?(?:ms\b|s\b|%|min)/iu.test(`${from} ${to}`)) continue;
    const sides = `${from}, ${to}`;
    if (findTechnologies(sides).length > 0 || SOFTWARE_PART.test(sides))
      return { change: { from: from.trim(), to: to.trim() } };
  }
  if (!UNMISTAKABLE.test(text) && !/전환|옮[겨기겼긴]/u.test(text)) return null;
  const mentions = findTechnologies(text);
  const last = mentions.findIndex(({ index, written }) => isTarget(text, index, index + written.length));
  const [first, second] = [mentions[last - 1], mentions[last]];
  // `React와 TypeScript로`: the first of several says most.
  const joined =
    first !== undefined && /^[와과] $/u.test(text.slice(first.index + first.written.length, second?.index));
  const to = joined ? first : second;
  if (to !== undefined) return { change: { from: '', to: to.written } };
  return UNMISTAKABLE.test(text) ? { change: null } : null;
}

/** Whether the technology from `start` to `end` is what something was moved to: `rewrote it in React`, `Spring Batch로 재작성`. */
function isTarget(text: string, start: number, end: number): boolean {
  return (
    /(?:rewrote|rewritten|rewrit\w+|ported|migrated|moved) [^.;]{0,60}\b(?:in|into|to|with) $/iu.test(
      text.slice(0, start),
    ) ||
    /^(?: [A-Z]\w+)?\S{0,4}?으?로 (?:[^ ]+ )?(?:재작성|전환|이관|포팅|마이그레이션|이전|교체|옮[겨기겼긴])/u.test(
      text.slice(end),
    )
  );
}

const KOREAN_OPTION = '([A-Za-z가-힣][\\w가-힣.+#]*(?: [A-Za-z가-힣][\\w가-힣.+#]*)??)';
const KOREAN_OPTIONS = new RegExp(
  `(?:^|[,.] |하여 |해 |고 )${KOREAN_OPTION}[와과] ${KOREAN_OPTION}[을를] (?:\\S+ )?비교`,
  'u',
);

/** Two alternatives between which a passage says that was chosen, or `null`. */
export function readOptions(text: string): readonly [string, string] | null {
  const mentions = findTechnologies(text);
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (second === undefined) break;
    const between = text.slice(first.index + first.written.length, second.index);
    if (/^ (?:instead of|rather than|over) $/iu.test(between)) return [first.written, second.written];
    if (/^ 대신 (?:에 )?$/u.test(between)) return [second.written, first.written];
  }
  const [, one, other] = KOREAN_OPTIONS.exec(text) ?? [];
  return one !== undefined && other !== undefined ? [one, other] : null;
}
