import type { Question } from '../../src/questions/question.ts';
import { countRule, type Finding, type Rule, shareRule } from './rule.ts';
import { contentOf, isKorean, normalise, wordsOf } from './text.ts';

/** Korean says in a word what English says in several: its letters are counted instead. */
const lengthInWords = (answer: string): number =>
  isKorean(answer) ? Math.round(answer.replaceAll(/\s/g, '').length / 2.6) : wordsOf(answer).length;

const medianLength = (rows: readonly Question[]): Finding => {
  const lengths = rows.map(({ exampleAnswer }) => lengthInWords(exampleAnswer)).sort((a, b) => a - b);
  return { value: lengths[lengths.length >> 1] ?? 0, evidence: [] };
};

const STUB =
  /\b(lorem ipsum|as an ai (language )?model|answer goes here|sample answer|in this answer)\b|\b(TODO|TBD):/;
const SHORTEST_ANSWER_WORDS = 15;

/** Fewer new content words than this say nothing beyond the question. */
const LEAST_NEW_WORDS = 12;
const saysLittleNew = ({ question, exampleAnswer }: Question): boolean => {
  const asked = new Set(contentOf(question));
  const added = [...new Set(contentOf(exampleAnswer))].filter((word) => !asked.has(word));
  return !isKorean(question) && added.length < LEAST_NEW_WORDS;
};

/** Whole sentences of eight words or more, without fenced code. */
const sentencesOf = (answer: string): readonly string[] => {
  const prose = answer.replaceAll(/```[\s\S]*?```/g, ' ').split(/(?<=[.!?。])\s+|\n+/);
  return [...new Set(prose.map(normalise).filter((sentence) => sentence.split(' ').length >= 8))];
};

const reusedSentences = (rows: readonly Question[]): Finding => {
  const sentences = rows.flatMap(({ exampleAnswer }) => sentencesOf(exampleAnswer));
  const groups = [...Map.groupBy(sentences, (sentence) => sentence)].filter(([, uses]) => uses.length > 1);
  return {
    value: groups.reduce((sum, [, uses]) => sum + uses.length, 0) / Math.max(1, sentences.length),
    evidence: groups.map(([sentence, uses]) => `${uses.length} × ${sentence.slice(0, 110)}`),
  };
};

export const answerRules: readonly Rule[] = [
  shareRule('answer_words_out', 0.02, ({ exampleAnswer }) => {
    const words = lengthInWords(exampleAnswer);
    return words < 60 || words > 150 ? `${words} words` : null;
  }),
  { name: 'answer_words_median_lo', limit: { atLeast: 70 }, measure: medianLength },
  { name: 'answer_words_median_hi', limit: { atMost: 130 }, measure: medianLength },
  countRule('answer_stub_rows', ({ exampleAnswer }) => {
    const isStub = lengthInWords(exampleAnswer) < SHORTEST_ANSWER_WORDS || STUB.test(exampleAnswer);
    return isStub ? exampleAnswer.slice(0, 80) : null;
  }),
  shareRule('echo_answers', 0.005, (row) => (saysLittleNew(row) ? row.question : null)),
  { name: 'sentence_reuse_rate', limit: { atMost: 0.005 }, measure: reusedSentences },
];
