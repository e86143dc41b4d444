import { describe, expect, it } from 'vitest';
import { parseSeedFiles, readSeedFiles } from '../seeds/read-seeds.ts';
import type { Question } from '../src/questions/question.ts';
import { BANK_RULES, brokenBy } from './bank-rules.ts';

type Rows = readonly Question[];
type Change = (row: Question, index: number) => Partial<Question>;

const file = readSeedFiles().files.filter(({ path }) => path === 'questions/be/caching.csv');
const GOOD: Rows = parseSeedFiles(file).questions;

/** Changes the first `count` rows. */
const spoil = (count: number, change: Change): Rows =>
  GOOD.map((row, index) => (index < count ? { ...row, ...change(row, index) } : row));
const copyOfFirst = (change: Change): Rows => {
  const [first] = GOOD;
  if (first === undefined) throw new Error('The bank is empty.');
  return [...GOOD, { ...first, id: 'copy', ...change(first, 0) }];
};
const ask = (question: string): Rows => spoil(1, () => ({ question }));
const answer = (exampleAnswer: string): Rows => spoil(1, () => ({ exampleAnswer }));
const lengthen =
  (words: number): Change =>
  () => ({ exampleAnswer: 'word '.repeat(words) });
const SENTENCE = 'This very sentence was copied into more than one answer of the bank.';
const SUBJECTS = ['sharded', 'nested', 'frozen', 'tiny', 'remote', 'shared'];

const BAD_BANKS: readonly (readonly [rule: string, fault: string, rows: Rows])[] = [
  [
    'exact_duplicate_questions',
    'a question twice',
    copyOfFirst(({ question }) => ({ question: question.toUpperCase(), exampleAnswer: 'Other.' })),
  ],
  [
    'near_duplicate_pairs',
    'a question with a word added',
    copyOfFirst(({ question }) => ({ question: `${question} Really?` })),
  ],
  [
    'tfidf_duplicate_pairs',
    'the words of a question in another order',
    copyOfFirst(({ question }) => ({ question: question.split(' ').reverse().join(' ') })),
  ],
  ['answers_reused', 'an answer twice', copyOfFirst(() => ({ question: 'Why?' }))],
  [
    'near_duplicate_answers',
    'an answer with a word added',
    copyOfFirst(({ exampleAnswer }) => ({ exampleAnswer: `${exampleAnswer} Indeed.` })),
  ],
  [
    'template_rate_top',
    'four of 30 that begin alike',
    spoil(4, (row) => ({ question: `Suppose that ${row.question}` })),
  ],
  [
    'first3_distinct_ratio',
    'most begin alike',
    spoil(20, (row) => ({ question: `Imagine the following: ${row.question}` })),
  ],
  [
    'frame_rate_top',
    'a form that is filled in',
    spoil(2, (_, index) => ({
      question: `How would you explain the ${SUBJECTS[index]} cache to a colleague?`,
    })),
  ],
  [
    'answer_opening_top',
    'two answers that begin alike',
    spoil(2, (row) => ({ exampleAnswer: `It depends on ${row.exampleAnswer}` })),
  ],
  [
    'what_is_rate',
    'four of 30 ask for a definition',
    spoil(4, (_, index) => ({ question: `What is number ${index}?` })),
  ],
  ['yes_no_rate', 'a question for yes or no', ask('Is a cache with an expiry always consistent?')],
  ['question_mark_or_imperative', 'a statement', ask('Caches that never expire are a common sight.')],
  ['question_words_out', 'a question of five words', ask('Why does a cache expire?')],
  ['question_words_out', 'a question of 46 words', ask(`Why ${'so '.repeat(45)}?`)],
  ['two_in_one_rate', 'two questions', ask('Why does a cache expire? Who removes the entry then?')],
  [
    'two_in_one_rate',
    'a question with an afterthought',
    ask('Why does it expire? Say so, and how you would test it.'),
  ],
  ['version_trivia_rate', 'a question for a version', ask('Tell us which version of Redis brought streams.')],
  ['profanity', 'a swear word', answer('Well, shit happens.')],
  ['misspellings', 'a misspelt word', answer('The value is retreived later.')],
  ['mojibake', 'text in the wrong encoding', ask('Why canâ€™t a cache be trusted here?')],
  ['answer_words_out', 'an answer of 59 words', spoil(1, lengthen(59))],
  ['answer_words_out', 'an answer of 151 words', spoil(1, lengthen(151))],
  ['answer_words_median_lo', 'most answers short', spoil(16, lengthen(69))],
  ['answer_words_median_hi', 'most answers long', spoil(16, lengthen(131))],
  ['answer_stub_rows', 'an answer that is none', answer('See the documentation.')],
  [
    'answer_stub_rows',
    'an answer with a note to the author',
    spoil(1, (row) => ({ exampleAnswer: `${row.exampleAnswer} TODO: check.` })),
  ],
  [
    'echo_answers',
    'an answer that repeats the question',
    spoil(1, ({ question }) => ({ exampleAnswer: `${question} `.repeat(5) })),
  ],
  [
    'sentence_reuse_rate',
    'a sentence in two answers',
    spoil(2, (row) => ({ exampleAnswer: `${row.exampleAnswer} ${SENTENCE}` })),
  ],
  ['key_points_missing_rows', 'no key points', spoil(1, () => ({ keyPointsDerived: true }))],
  ['key_points_count_out', 'two key points', spoil(1, (row) => ({ keyPoints: row.keyPoints.slice(0, 2) }))],
  ['key_points_count_out', 'seven key points', spoil(1, () => ({ keyPoints: Array.from('abcdefg') }))],
  [
    'key_points_absent_rate',
    'key points that the answer lacks',
    spoil(3, () => ({ keyPoints: ['zebra crossing', 'purple elephant', 'marble statue'] })),
  ],
  [
    'key_points_in_question_rate',
    'key points that the question gives away',
    spoil(6, ({ question }) => ({ keyPoints: [question, question, question] })),
  ],
  [
    'key_points_shared',
    'one key point for many questions',
    spoil(5, (row) => ({ keyPoints: [...row.keyPoints.slice(1), 'cache'] })),
  ],
  [
    'key_points_unselective_rate',
    'key points that any answer meets',
    spoil(10, () => ({ keyPoints: ['cache', 'read', 'key'] })),
  ],
  ['bad_difficulty', 'no difficulty', spoil(1, () => ({ difficulty: null }))],
  [
    'difficulty_share_min',
    'nothing easy',
    spoil(30, (_, index) => ({ difficulty: index % 2 === 0 ? 2 : 3 })),
  ],
  [
    'ko_missing_rows',
    'a Korean answer without its question',
    spoil(1, () => ({ exampleAnswerKo: '답변입니다.' })),
  ],
  ['ko_missing_rows', 'English in the Korean column', spoil(1, () => ({ questionKo: 'Why?' }))],
  ['ko_duplicate_questions', 'a Korean question twice', spoil(2, () => ({ questionKo: '왜 그런가요?' }))],
];

const brokenNames = (rows: Rows): readonly string[] =>
  BANK_RULES.filter((rule) => brokenBy(rule, rows) !== null).map(({ name }) => name);

describe('the rules of the bank', () => {
  it('hold for a good topic', () => {
    expect(brokenNames(GOOD)).toEqual([]);
  });

  it.each(BAD_BANKS)('%s is broken by %s', (name, _, rows) => {
    expect(brokenNames(rows)).toContain(name);
  });

  it('are each shown to fail', () => {
    expect(new Set(BAD_BANKS.map(([name]) => name))).toEqual(new Set(BANK_RULES.map(({ name }) => name)));
  });
});
