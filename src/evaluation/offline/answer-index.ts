import { type Clause, clausesOf } from '../text/clauses.ts';
import { stemOf } from '../text/stem.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { likeness } from './likeness.ts';

type IndexedClause = Clause & { readonly words: readonly Word[] };

/** An answer made ready for being asked which of its clauses hold a given word. */
export type AnswerIndex = {
  readonly text: string;
  readonly clauses: readonly IndexedClause[];
  readonly words: readonly Word[];
  /** For each clause, how far its best word stands for the given one, 0–1. */
  readonly likenessByClause: (word: Word) => readonly number[];
};

/** Where two neighbouring words are one word written apart: `post fix`, `re-rank`. */
const compoundPlaces = (clauses: readonly IndexedClause[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [place, { words }] of clauses.entries()) {
    for (const [number, word] of words.entries()) {
      const previous = words[number - 1];
      if (!previous) continue;
      const stem = stemOf(previous.plain + word.plain);
      places.set(stem, [...(places.get(stem) ?? []), place]);
    }
  }
  return places;
};

/** Cuts an answer into clauses and words. Likenesses are worked out once for each word that is asked for. */
export const createAnswerIndex = (text: string): AnswerIndex => {
  const clauses = clausesOf(text).map((clause) => ({
    ...clause,
    words: wordsOf(text.slice(clause.start, clause.end)),
  }));
  const words = clauses.flatMap((clause) => clause.words);
  const distinct = [...new Map(words.map((word) => [word.stem, word])).values()];
  const places = distinct.map((word) =>
    clauses.flatMap((clause, place) => (clause.words.some(({ stem }) => stem === word.stem) ? [place] : [])),
  );
  const compounds = compoundPlaces(clauses);
  const asked = new Map<string, readonly number[]>();
  const likenessByClause = (word: Word): readonly number[] => {
    const before = asked.get(word.stem);
    if (before) return before;
    const found = clauses.map(() => 0);
    for (const [number, other] of distinct.entries()) {
      const value = likeness(word, other);
      if (value === 0) continue;
      for (const place of places[number] ?? []) found[place] = Math.max(found[place] ?? 0, value);
    }
    for (const place of compounds.get(word.stem) ?? []) found[place] = 1;
    asked.set(word.stem, found);
    return found;
  };
  return { text, clauses, words, likenessByClause };
};
