import type { Question } from '../../src/questions/question.ts';
import { commonestShare, countBy, questionsThat, type Rule, shareRule } from './rule.ts';
import { isStopWord, normalise, wordsOf } from './text.ts';

const openingOf = (text: string, words: number): string => wordsOf(text).slice(0, words).join(' ');

const WHAT_IS = /^(what (is|are)|define|explain what)\b/;
const WHAT_IS_KOREAN = /(이란|란|무엇인가요|무엇입니까)$/;
const YES_OR_NO = /^(is|are|was|do|does|did|can|could|has|have|will|would|should|must) /;

/** Lowest share, over the positions, of questions that begin in their own way. */
const leastDistinctOpenings = (rows: readonly Question[]): number => {
  const byPosition = Map.groupBy(rows, (row) => row.position);
  const shares = [...byPosition.values()].map(
    (group) => new Set(group.map(({ question }) => openingOf(question, 3))).size / group.length,
  );
  return Math.min(1, ...shares);
};

/** A question with its rare words blanked: many rows with the same one are a filled-in form. */
const framesOf = (rows: readonly Question[]): readonly string[] => {
  const texts = rows.map(({ question }) => wordsOf(question));
  const rowsWith = countBy(
    texts.flatMap((words) => [...new Set(words)]),
    (word) => word,
  );
  const common = Math.max(12, rows.length * 0.01);
  const keep = (word: string) => isStopWord(word) || (rowsWith.get(word) ?? 0) > common;
  return texts
    .filter((words) => words.length >= 6)
    .map((words) => words.map((word) => (keep(word) ? word : '_')).join(' '))
    .map((frame) => frame.replaceAll(/_( _)+/g, '_'))
    .filter((frame) => frame.split(' ').length >= 4);
};

export const openingRules: readonly Rule[] = [
  {
    name: 'template_rate_top',
    limit: { atMost: 0.1 },
    measure: (rows) =>
      commonestShare(
        countBy(rows, ({ question }) => openingOf(question, 2)),
        rows.length,
      ),
  },
  {
    name: 'first3_distinct_ratio',
    limit: { atLeast: 0.45 },
    measure: (rows) => ({ value: leastDistinctOpenings(rows), evidence: [] }),
  },
  {
    name: 'frame_rate_top',
    limit: { atMost: 0.005 },
    measure: (rows) =>
      commonestShare(
        countBy(framesOf(rows), (frame) => frame),
        rows.length,
        true,
      ),
  },
  {
    name: 'answer_opening_top',
    limit: { atMost: 0.02 },
    measure: (rows) =>
      commonestShare(
        countBy(rows, ({ exampleAnswer }) => openingOf(exampleAnswer, 3)),
        rows.length,
        true,
      ),
  },
  shareRule(
    'what_is_rate',
    0.12,
    questionsThat(({ question }) => {
      const text = normalise(question);
      return WHAT_IS.test(text) || WHAT_IS_KOREAN.test(text);
    }),
  ),
  shareRule(
    'yes_no_rate',
    0.01,
    questionsThat(({ question }) => YES_OR_NO.test(normalise(question))),
  ),
];
