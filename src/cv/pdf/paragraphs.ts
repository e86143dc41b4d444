import type { Block, Line } from './reading-order.ts';

/** What starts a line of a list. Private-use characters are what symbol fonts call their bullets. */
const BULLET = /^\s*(?:[•◦▪▫●○■□◆◇▶►‣⁃∙·※✓✔➢➤\uE000-\uF8FF]|[-–—*+](?=\s)|\(?\d{1,2}[.)](?=\s))/u;
const SYMBOL_FONT_BULLET = /^(\s*)[\uE000-\uF8FF]\s*/u;
/** Lines further apart than this many usual steps belong to different paragraphs. */
const WIDE_STEP = 1.35;
/** Sizes further apart than this share are a heading and its text. */
const SAME_SIZE = 0.08;
/** What a word before a hyphen at the line's end keeps its hyphen for. */
const COMPOUNDS = new Set(
  'full front back end end-to high low real cross open self long short large small multi non well state data event test user third server client cloud key cost fault type role rule domain object service message command decision problem single double two three half cutting fast'.split(
    ' ',
  ),
);

/** Columns that take fewer letters, or Korean syllables, than this are narrow. */
const NARROW_LETTERS = 40;
const NARROW_SYLLABLES = 16;
const HANGUL_END = /\p{Script=Hangul}$/u;
const HANGUL_START = /^\p{Script=Hangul}/u;
/** Endings and particles that never begin a Korean word: what they follow was broken within a word. */
const HANGUL_ENDING = /^(?:습?니다|는|은|을|를|에|에서|에게|으로|까지|부터)(?![\p{L}\p{N}])/u;

/** Makes text of a page's blocks: lines of a paragraph joined, an empty line between paragraphs far apart. */
export function toText(blocks: readonly Block[]): string {
  // Korean may be broken within a word. Programs that break so mostly write the space at which they could have
  // broken, so where such spaces occur, a line without one goes on without one.
  const breaksWords = blocks.flat().some(({ text }) => /\p{Script=Hangul}[.,)]? +$/u.test(text));
  return blocks.map((block) => blockToText(block, breaksWords)).join('\n\n');
}

function blockToText(block: Block, breaksWords: boolean): string {
  const step = usualStep(block);
  const right = Math.max(...block.map((line) => line.right));
  let text = '';
  let last: Line | undefined;
  for (const line of block) {
    const wording = clean(line.text);
    if (!last) text = wording;
    else if (!continues(last, line, step, right)) {
      text += (line.y - last.y > step * WIDE_STEP ? '\n\n' : '\n') + wording;
    } else if (
      HANGUL_END.test(last.text) &&
      (HANGUL_ENDING.test(wording) || (breaksWords && HANGUL_START.test(wording)))
    ) {
      text += wording;
    } else text = join(text, wording);
    last = line;
  }
  return text;
}

function clean(text: string): string {
  return text.replace(SYMBOL_FONT_BULLET, '$1• ').replace(/\s+/g, ' ').trim();
}

/** The median distance between lines; where there is one line only, its size says. */
function usualStep(block: Block): number {
  const steps = block
    .slice(1)
    .map((line, index) => line.y - (block[index]?.y ?? line.y))
    .filter((step) => step > 0)
    .toSorted((one, other) => one - other);
  return steps[Math.floor(steps.length / 2)] ?? (block[0]?.size ?? 0) * 1.2;
}

/** A line goes on in the next one when the next one's first word would not have fitted at its end. */
function continues(line: Line, next: Line, step: number, right: number): boolean {
  if (line.parted || next.parted || BULLET.test(next.text)) return false;
  if (next.y - line.y > step * WIDE_STEP || next.y <= line.y) return false;
  if (Math.abs(line.size - next.size) > SAME_SIZE * line.size) return false;
  if (/\p{Script=Latin}[-‐\u00AD]\s*$/u.test(line.text) && /^\s*\p{Ll}/u.test(next.text)) return true;
  if (isList(line, next, right)) return false;
  const characterWidth = (next.right - next.x) / Math.max(1, next.text.trim().length);
  const word = next.text.trim().split(/\s/, 1)[0] ?? '';
  return line.right + (word.length + 1) * characterWidth >= right - characterWidth;
}

/** In a narrow column short entries fill the line as prose does; an entry begins with a capital or a digit. */
function isList(line: Line, next: Line, right: number): boolean {
  const text = line.text.trim();
  const capacity = ((right - line.x) / Math.max(1, line.right - line.x)) * text.length;
  if (HANGUL_END.test(text)) return capacity < NARROW_SYLLABLES;
  return (
    capacity < NARROW_LETTERS &&
    /^\s*[\p{Lu}\p{N}\p{Script=Hangul}]/u.test(next.text) &&
    !/[,;:&/-]$/.test(text)
  );
}

/** Joins two lines and undoes the hyphen at the end of the first, unless it belongs to the word. */
function join(text: string, next: string): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  const hyphenated = /([\p{Script=Latin}-]+)[-‐]$/u.exec(text);
  if (!hyphenated || !/^\p{Ll}/u.test(next)) return `${text} ${next}`;
  const isCompound = COMPOUNDS.has(hyphenated[1]?.toLowerCase() ?? '');
  return (isCompound ? text : text.slice(0, -1)) + next;
}
