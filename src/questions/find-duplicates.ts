import { normaliseQuestion } from './normalise-question.ts';

/** Two questions that share this much of their word pairs ask the same thing. Measured on public banks: 234 such pairs in 2,382 rows. */
const NEAR_DUPLICATE_SIMILARITY = 0.6;

export type DuplicateCandidate = { readonly id: string; readonly question: string; readonly line: number };
export type KnownQuestion = { readonly id: string; readonly question: string };

/** A candidate that asks what another question asks already. */
export type Duplicate = {
  readonly line: number;
  /** The other's line in the same file, `null` when it stands in the bank. */
  readonly sameAs: { readonly id: string; readonly line: number | null };
  /** Share of word pairs in common: 1 when the words are the same, else 0.6 or more. */
  readonly similarity: number;
};

type Entry = {
  readonly id: string;
  readonly line: number | null;
  readonly words: string;
  /** The text's word pairs as numbers, each once, rarest first. */
  readonly pairs: readonly number[];
};

/** Above any number of distinct words or pairs in a bank, and its square is a safe integer. */
const RADIX = 2 ** 26;

const createNumbering = <Key>() => {
  const numbers = new Map<Key, number>();
  return (key: Key): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
};

/** Each pair of neighbouring words once, as a number; a single word stands for itself. */
const pairsOf = (text: string, numberOfWord: (word: string) => number): readonly number[] => {
  const words = text.split(' ').map(numberOfWord);
  if (words.length < 2) return words;
  return [...new Set(words.slice(1).map((word, index) => (words[index] ?? 0) * RADIX + word))];
};

/** Number of a pair under which rarer pairs are smaller: comparing texts is then comparing sorted numbers. */
const createRanking = (texts: readonly (readonly number[])[]): ((pair: number) => number) => {
  const numberOfPair = createNumbering<number>();
  const counts: number[] = [];
  for (const pairs of texts) {
    for (const pair of pairs) {
      const number = numberOfPair(pair);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return (pair) => {
    const number = numberOfPair(pair);
    return (counts[number] ?? 0) * RADIX + number;
  };
};

/** A pair that stands in one text only can lead to no other. */
const isShared = (rank: number): boolean => rank >= 2 * RADIX;

/** Jaccard similarity of two ascending lists without repetition. */
const similarityOf = (left: readonly number[], right: readonly number[]): number => {
  let shared = 0;
  let at = 0;
  for (const rank of left) {
    while ((right[at] ?? Infinity) < rank) at++;
    if (right[at] === rank) shared++;
  }
  return shared / (left.length + right.length - shared);
};

/**
 * The rarest pairs of a text, so many that two texts as similar as the limit must share one of them
 * (prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins", 2006).
 */
const telling = (pairs: readonly number[]): readonly number[] =>
  pairs.slice(0, pairs.length - Math.ceil(NEAR_DUPLICATE_SIMILARITY * pairs.length) + 1).filter(isShared);

const toEntries = (questions: readonly (KnownQuestion & { line: number | null })[]): readonly Entry[] => {
  const texts = questions.map(({ question }) => normaliseQuestion(question));
  const numberOfWord = createNumbering<string>();
  const pairs = texts.map((text) => pairsOf(text, numberOfWord));
  const rankOf = createRanking(pairs);
  return questions.map(({ id, line }, index) => ({
    id,
    line,
    words: texts[index] ?? '',
    pairs: (pairs[index] ?? []).map(rankOf).sort((left, right) => left - right),
  }));
};

/** Remembers questions and finds an earlier one that a new one repeats. */
const createIndex = () => {
  const byWords = new Map<string, Entry>();
  const byPair = new Map<number, Entry[]>();
  const findNear = (entry: Entry): { other: Entry; similarity: number } | null => {
    const seen = new Set<Entry>();
    for (const pair of telling(entry.pairs)) {
      for (const other of byPair.get(pair) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        const similarity = similarityOf(entry.pairs, other.pairs);
        if (similarity >= NEAR_DUPLICATE_SIMILARITY) return { other, similarity };
      }
    }
    return null;
  };
  return {
    find: (entry: Entry) => {
      const same = byWords.get(entry.words);
      return same === undefined ? findNear(entry) : { other: same, similarity: 1 };
    },
    add: (entry: Entry): void => {
      if (byWords.has(entry.words)) return;
      byWords.set(entry.words, entry);
      for (const pair of telling(entry.pairs)) {
        const entries = byPair.get(pair);
        if (entries === undefined) byPair.set(pair, [entry]);
        else entries.push(entry);
      }
    },
  };
};

/**
 * Tells which candidates repeat a question of the bank or an earlier candidate, word for word or nearly
 * (Jaccard similarity of neighbouring word pairs). One result a candidate, with the first match found; what
 * repeats is itself no longer compared with, so leaving out all that is reported leaves no such pair.
 */
export const findDuplicates = (
  candidates: readonly DuplicateCandidate[],
  existing: readonly KnownQuestion[],
): readonly Duplicate[] => {
  const known = existing.map(({ id, question }) => ({ id, question, line: null }));
  const index = createIndex();
  const duplicates: Duplicate[] = [];
  for (const entry of toEntries([...known, ...candidates])) {
    const match = entry.line === null ? null : index.find(entry);
    if (match === null || entry.line === null) index.add(entry);
    else {
      const { id, line } = match.other;
      duplicates.push({ line: entry.line, sameAs: { id, line }, similarity: match.similarity });
    }
  }
  return duplicates;
};
