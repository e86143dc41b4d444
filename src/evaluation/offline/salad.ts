import { wordsOf } from '../text/words.ts';

/** Fewer words than this are a terse answer; nobody says more in one breath without `the`, `is` or `to`. */
const LEAST_WORDS = 10;
/** Commas are no grammar: a list of all the terms says no more of them than the terms without commas. */
const BREAK = /[.;:!?\n]+/;
/** So much of the answer must be such stretches; a line of code among sentences is none. */
const LEAST_SHARE = 0.6;

/** Whether an answer strings terms together without any grammar between them: it names things and says nothing of them. */
export const isWordSalad = (answer: string): boolean => {
  const stretches = answer.split(BREAK).map((stretch) => wordsOf(stretch));
  const total = stretches.reduce((sum, words) => sum + words.length, 0);
  const thrown = stretches
    .filter((words) => words.length >= LEAST_WORDS && words.every(({ common }) => !common))
    .reduce((sum, words) => sum + words.length, 0);
  return thrown > 0 && thrown >= total * LEAST_SHARE;
};
