import type { Question } from '../../src/questions/question.ts';
import type { Finding, Rule } from './rule.ts';
import { type Pair, similarSets, similarWordings } from './similarity.ts';
import { contentOf, isKorean, normalise, shinglesOf, wordsOf } from './text.ts';

type TextOf = (row: Question) => string;
const questionOf: TextOf = (row) => row.question;
const answerOf: TextOf = (row) => row.exampleAnswer;

const repeated = (rows: readonly Question[], textOf: TextOf): Finding => {
  const first = new Map<string, Question>();
  const evidence: string[] = [];
  for (const row of rows) {
    const text = normalise(textOf(row));
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, row);
    else evidence.push(`${row.id} = ${earlier.id}: ${textOf(row).slice(0, 90)}`);
  }
  return { value: evidence.length, evidence };
};

/** Pairs that are alike without being equal, which another rule counts. */
const alike = (rows: readonly Question[], textOf: TextOf, pairs: readonly Pair[]): Finding => {
  const evidence = pairs.flatMap(({ left, right, similarity }) => {
    const [one, other] = [rows[left], rows[right]];
    if (!one || !other || normalise(textOf(one)) === normalise(textOf(other))) return [];
    return [`${similarity.toFixed(2)} ${one.id} ~ ${other.id}: ${textOf(one).slice(0, 90)}`];
  });
  return { value: evidence.length, evidence };
};

/** Korean has no spaces to rely on, so its features are pairs of letters. */
const featuresOf = (text: string): readonly string[] => {
  if (!isKorean(text)) return contentOf(text);
  const letters = [...normalise(text).replaceAll(' ', '')];
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
};

export const duplicateRules: readonly Rule[] = [
  {
    name: 'exact_duplicate_questions',
    limit: { atMost: 0 },
    measure: (rows) => repeated(rows, questionOf),
  },
  { name: 'answers_reused', limit: { atMost: 0 }, measure: (rows) => repeated(rows, answerOf) },
  {
    name: 'near_duplicate_pairs',
    limit: { atMost: 0 },
    measure: (rows) => {
      const sets = rows.map(({ question }) => shinglesOf(wordsOf(question), 2));
      return alike(rows, questionOf, similarSets(sets, 0.6));
    },
  },
  {
    name: 'tfidf_duplicate_pairs',
    limit: { atMost: 0 },
    measure: (rows) => {
      const texts = rows.map(({ question }) => featuresOf(question));
      return alike(rows, questionOf, similarWordings(texts, 0.8));
    },
  },
  {
    name: 'near_duplicate_answers',
    limit: { atMost: 0 },
    measure: (rows) => {
      const sets = rows.map(({ exampleAnswer }) => shinglesOf(wordsOf(exampleAnswer), 3));
      return alike(rows, answerOf, similarSets(sets, 0.5));
    },
  },
];
