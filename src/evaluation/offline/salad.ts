import { wordsOf } from '../text/words.ts';

/** Fewer words than this are a terse answer; nobody says more in one breath without `the`, `is` or `to`. */
const LEAST_WORDS = 10;
/** `connection-oriented` is one piece and two words. */
const LEAST_PIECES = LEAST_WORDS / 2;
/** Commas are no grammar: a list of all the terms says no more of them than the terms without commas. */
const BREAK = /[.;:!?\n]+/;

/** Whether an answer strings terms together without any grammar between them: it names things and says nothing of them. */
export const isWordSalad = (answer: string): boolean =>
  answer.split(BREAK).some((stretch) => {
    if (stretch.trim().split(/\s+/).length < LEAST_PIECES) return false;
    const words = wordsOf(stretch);
    return words.length >= LEAST_WORDS && words.every((word) => !word.common);
  });
