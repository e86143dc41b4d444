import { wordsOf } from '../text/words.ts';
import type { AnswerIndex } from './answer-index.ts';
import { overallShare, weigh } from './coverage.ts';

/**
 * How far an answer overlaps with the example answer to a question, 0–1: the square root of the weighted share of the
 * example's words that the answer has, synonyms and near spellings included. The only thing that the estimate is fitted on.
 */
export const measureOverlap = (
  task: { question: string; exampleAnswer: string },
  index: AnswerIndex,
): number => {
  const given = new Set(wordsOf(task.question).map((word) => word.stem));
  return Math.sqrt(overallShare(index, weigh(wordsOf(task.exampleAnswer), given)));
};
