import type { Word } from '../text/words.ts';
import type { AnswerIndex } from './answer-index.ts';

/** A word that is looked for, with what it weighs among its neighbours. */
export type WantedWord = { readonly word: Word; readonly weight: number };

/** What a word weighs that the question has given away already, and one that only carries grammar. */
const GIVEN_WEIGHT = 0.3;
const COMMON_WEIGHT = 0.2;

/** The distinct words of `words` with their weights beside a question whose stems are `given`. */
export const weigh = (words: readonly Word[], given: ReadonlySet<string>): WantedWord[] =>
  [...new Map(words.map((word) => [word.stem, word])).values()].map((word) => ({
    word,
    weight: word.common ? COMMON_WEIGHT : given.has(word.stem) ? GIVEN_WEIGHT : 1,
  }));

/** A run of neighbouring clauses, both ends included, and the share of the wanted weight found in it, 0–1. */
export type Passage = { readonly first: number; readonly last: number; readonly share: number };

/** A passage longer than this shows no single point any more. */
const MAX_PASSAGE_WORDS = 36;
/** What is spread over two sentences is more likely found by chance. */
const NEXT_SENTENCE = 0.9;
/** A longer passage must be this much better to be preferred. */
const WORTH_LONGER = 0.02;

const shareOf = (best: readonly number[], wanted: readonly WantedWord[]): number => {
  let total = 0;
  let found = 0;
  for (const [number, { weight }] of wanted.entries()) {
    total += weight;
    found += weight * (best[number] ?? 0);
  }
  return total === 0 ? 0 : found / total;
};

/** The shortest passage of the answer that holds most of what is wanted; `null` when no clause holds any of it. */
export const bestPassage = (index: AnswerIndex, wanted: readonly WantedWord[]): Passage | null => {
  const rows = wanted.map(({ word }) => index.likenessByClause(word));
  let winner: Passage | null = null;
  for (let first = 0; first < index.clauses.length; first += 1) {
    const best = wanted.map(() => 0);
    let length = 0;
    for (let last = first; last < index.clauses.length; last += 1) {
      length += index.clauses[last]?.words.length ?? 0;
      if (last > first && length > MAX_PASSAGE_WORDS) break;
      for (const [number, row] of rows.entries()) best[number] = Math.max(best[number] ?? 0, row[last] ?? 0);
      const sentences = (index.clauses[last]?.sentence ?? 0) - (index.clauses[first]?.sentence ?? 0);
      if (sentences > 1) break;
      const share = shareOf(best, wanted) * (sentences === 0 ? 1 : NEXT_SENTENCE);
      if (share > (winner?.share ?? 0) + WORTH_LONGER) winner = { first, last, share };
    }
  }
  return winner;
};

/** The share of the wanted weight found anywhere in the answer, 0–1. */
export const overallShare = (index: AnswerIndex, wanted: readonly WantedWord[]): number =>
  shareOf(
    wanted.map(({ word }) => Math.max(0, ...index.likenessByClause(word))),
    wanted,
  );

/** The passage's text, verbatim, without a comma left over at its end. */
export const textOfPassage = (index: AnswerIndex, passage: Passage): string =>
  index.text
    .slice(index.clauses[passage.first]?.start ?? 0, index.clauses[passage.last]?.end ?? 0)
    .replace(/[\s,;:–—-]+$/u, '');
