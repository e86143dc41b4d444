import type { Question } from '../../src/questions/question.ts';

/** What a rule measured, and on which rows its value rests: `id: what was found`. */
export type Finding = { readonly value: number; readonly evidence: readonly string[] };
type Limit = { readonly atMost: number } | { readonly atLeast: number };
/** A rule that a bank keeps, with the name that it has in the specification of the bank. */
export type Rule = {
  readonly name: string;
  readonly limit: Limit;
  readonly measure: (rows: readonly Question[]) => Finding;
};

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const keeps = (value: number, limit: Limit): boolean =>
  'atMost' in limit ? value <= limit.atMost : value >= limit.atLeast;

/** `null` when the rows keep the rule, else a sentence with the value, the limit and up to five pieces of evidence. */
export const brokenBy = (rule: Rule, rows: readonly Question[]): string | null => {
  const { value, evidence } = rule.measure(rows);
  if (keeps(round(value), rule.limit)) return null;
  return [`${rule.name} = ${round(value)}, ${JSON.stringify(rule.limit)}`, ...evidence.slice(0, 5)].join(
    '\n  ',
  );
};

/** Says what is wrong with one row, `null` when nothing is. */
export type RowCheck = (row: Question) => string | null;

const evidenceOf = (rows: readonly Question[], check: RowCheck): readonly string[] =>
  rows.flatMap((row) => {
    const found = check(row);
    return found === null ? [] : [`${row.id}: ${found}`];
  });

/** At most so many rows may fail the check. */
export const countRule = (name: string, check: RowCheck, atMost = 0): Rule => ({
  name,
  limit: { atMost },
  measure: (rows) => {
    const evidence = evidenceOf(rows, check);
    return { value: evidence.length, evidence };
  },
});

/** At most such a share of the rows, 0–1, may fail the check. */
export const shareRule = (name: string, atMost: number, check: RowCheck): Rule => ({
  name,
  limit: { atMost },
  measure: (rows) => {
    const evidence = evidenceOf(rows, check);
    return { value: evidence.length / Math.max(1, rows.length), evidence };
  },
});

/** A check that quotes the question of rows for which `isBad` holds. */
export const questionsThat =
  (isBad: (row: Question) => boolean): RowCheck =>
  (row) =>
    isBad(row) ? row.question : null;

export const countBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

/** Share of the items that have the commonest key; 0 when every key stands alone, if `sharedOnly`. */
export const commonestShare = (
  counts: ReadonlyMap<string, number>,
  total: number,
  sharedOnly = false,
): Finding => {
  const ranked = [...counts].sort(([, left], [, right]) => right - left);
  const top = ranked[0]?.[1] ?? 0;
  return {
    value: sharedOnly && top < 2 ? 0 : top / Math.max(1, total),
    evidence: ranked.slice(0, 5).map(([key, count]) => `${count} × ${key}`),
  };
};
