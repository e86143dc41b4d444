import { spellingLikeness, type Word } from '../text/words.ts';

/** How far a synonym counts as the word itself. */
const SYNONYM = 0.7;
/** Below this, two spellings are two words (`tree` and `three` reach 0.57). */
const LEAST_LIKENESS = 0.7;

/** How far one word stands for another, 0–1: itself 1, a synonym 0.7, a near spelling its Dice coefficient. */
export const likeness = (left: Word, right: Word): number => {
  if (left.stem === right.stem) return 1;
  const spelling = spellingLikeness(left, right, LEAST_LIKENESS);
  if (spelling > 0) return spelling;
  return left.synonyms.some((group) => right.synonyms.includes(group)) ? SYNONYM : 0;
};
