import { jaccard } from './text.ts';

export type Pair = { readonly left: number; readonly right: number; readonly similarity: number };

const countItems = (bags: readonly Iterable<string>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const item of bag) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

const append = <Value>(index: Map<string, Value[]>, key: string, value: Value): void => {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
};

/** All pairs of sets with a Jaccard similarity of `threshold` or more; such a pair shares one of its rarest items. */
export const similarSets = (sets: readonly ReadonlySet<string>[], threshold: number): readonly Pair[] => {
  const counts = countItems(sets);
  const byRarity = (a: string, b: string) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  const index = new Map<string, number[]>();
  const pairs: Pair[] = [];
  sets.forEach((set, right) => {
    const rarest = [...set].sort(byRarity).slice(0, set.size - Math.ceil(threshold * set.size) + 1);
    const others = new Set(rarest.flatMap((item) => index.get(item) ?? []));
    for (const left of others) {
      const similarity = jaccard(sets[left] ?? new Set(), set);
      if (similarity >= threshold) pairs.push({ left, right, similarity });
    }
    for (const item of rarest) append(index, item, right);
  });
  return pairs;
};

/** Weights by frequency in the text and rarity among the texts, of length 1. */
const vectorOf = (words: readonly string[], counts: ReadonlyMap<string, number>, texts: number) => {
  const weights = [...countItems([words])].map(([word, count]) => {
    const rarity = Math.log((texts + 1) / (counts.get(word) ?? 1));
    return [word, (1 + Math.log(count)) * rarity] as const;
  });
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weights.map(([word, weight]) => [word, weight / length] as const);
};

/** All pairs of texts, given as words, with a TF-IDF cosine of `threshold` or more. Texts of one word are left out. */
export const similarWordings = (
  texts: readonly (readonly string[])[],
  threshold: number,
): readonly Pair[] => {
  const counts = countItems(texts.map((words) => new Set(words)));
  const index = new Map<string, [text: number, weight: number][]>();
  const pairs: Pair[] = [];
  texts.forEach((words, right) => {
    const vector = vectorOf(words, counts, texts.length);
    const cosines = new Map<number, number>();
    for (const [word, weight] of vector) {
      for (const [left, other] of index.get(word) ?? []) {
        cosines.set(left, (cosines.get(left) ?? 0) + weight * other);
      }
    }
    for (const [left, similarity] of cosines) {
      if (similarity >= threshold && vector.length > 1) pairs.push({ left, right, similarity });
    }
    for (const [word, weight] of vector) append(index, word, [right, weight]);
  });
  return pairs;
};
