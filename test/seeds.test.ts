import { describe, expect, it } from 'vitest';
import { parseSeedFiles, readCompetencyRubrics, readSeedFiles, readTaxonomy } from '../seeds/read-seeds.ts';
import { cleanText } from '../src/questions/clean-text.ts';
import { POSITIONS } from '../src/questions/question.ts';
import { similarSets } from './bank-rules/similarity.ts';
import { isKorean, normalise, shinglesOf, wordsOf } from './bank-rules/text.ts';
import { BANK_RULES, brokenBy } from './bank-rules.ts';

const taxonomy = readTaxonomy();
const { files } = readSeedFiles();
const bank = parseSeedFiles(files);
const topicFiles = files.filter(({ path }) => path.startsWith('questions/'));

const brokenRules = (questions: typeof bank.questions): readonly string[] =>
  BANK_RULES.map((rule) => brokenBy(rule, questions)).filter((broken) => broken !== null);

describe('the taxonomy', () => {
  it.each(POSITIONS)('has 30 topics for %s, whose weights make a whole', (position) => {
    const topics = Object.values(taxonomy[position]);
    expect(topics).toHaveLength(30);
    expect(topics.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
  });
});

describe.each(topicFiles.map((file) => [file.path, file] as const))('%s', (path, file) => {
  const [, position = '', topic = ''] = /^questions\/([^/]+)\/([^/]+)\.csv$/.exec(path) ?? [];
  const { questions, rejected } = parseSeedFiles([file]);

  it('parses without a rejected row, and holds no invisible characters', () => {
    expect(rejected).toEqual([]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    expect(cleanText(text)).toBe(text);
  });

  it('holds the 30 questions of the topic that it is named after', () => {
    const topics: Readonly<Record<string, object>> = taxonomy;
    expect(topics[position]).toHaveProperty([topic]);
    expect(questions).toHaveLength(30);
    const ids = questions.map(({ id }) => id);
    const prefix = `${position}-${topic}-`;
    expect(ids.filter((id) => !id.startsWith(prefix) || !/^\d{3}$/.test(id.slice(prefix.length)))).toEqual(
      [],
    );
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(new Set(questions.map((question) => question.position))).toEqual(new Set([position]));
    expect(new Set(questions.map((question) => question.topic))).toEqual(new Set([topic]));
  });

  it('keeps every rule of the bank by itself', () => {
    expect(brokenRules(questions)).toEqual([]);
  });
});

describe('the bank as a whole', () => {
  it('has questions', () => {
    expect(bank.questions.length).toBeGreaterThan(0);
    expect(bank.rejected).toEqual([]);
  });

  it('gives no id twice', () => {
    const ids = [...bank.questions, ...bank.behavioural].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  // Some seconds for 3,600 questions: every answer is compared with every other.
  it('keeps every rule', { timeout: 60_000 }, () => {
    expect(brokenRules(bank.questions)).toEqual([]);
  });
});

describe('the behavioural questions', () => {
  const competencies = [...new Set(bank.behavioural.map(({ competency }) => competency))];
  const texts = (locale: 'en' | 'ko') => bank.behavioural.map(({ question }) => question[locale]);

  it('are five for each of twelve competencies, with stable ids', () => {
    expect(competencies).toHaveLength(12);
    const expected = competencies.flatMap((competency) =>
      [1, 2, 3, 4, 5].map((number) => `behavioural-${competency}-0${number}`),
    );
    expect(bank.behavioural.map(({ id }) => id)).toEqual(expected);
  });

  it('have a rubric for every competency', () => {
    expect(readCompetencyRubrics().map(({ competency }) => competency)).toEqual(competencies);
  });

  it('are written in both languages, point by point', () => {
    const wrong = bank.behavioural.filter(({ question, goodAnswerShows, warningSign }) => {
      const english = [question.en, ...goodAnswerShows.en, warningSign.en];
      const korean = [question.ko, ...goodAnswerShows.ko, warningSign.ko];
      const isWhole = english.length === korean.length && english.length >= 5 && english.length <= 8;
      return !isWhole || english.some(isKorean) || !korean.every(isKorean);
    });
    expect(wrong).toEqual([]);
  });

  it('ask politely in Korean', () => {
    expect(texts('ko').filter((text) => !/(요\?|주세요\.)$/.test(text))).toEqual([]);
  });

  it('say of each question by itself what a good answer shows', () => {
    for (const locale of ['en', 'ko'] as const) {
      const points = bank.behavioural.map(({ goodAnswerShows }) => goodAnswerShows[locale].join('|'));
      const warnings = bank.behavioural.map(({ warningSign }) => warningSign[locale]);
      expect(new Set(points).size).toBe(60);
      expect(new Set(warnings).size).toBe(60);
    }
  });

  it.each(['en', 'ko'] as const)('ask nothing twice in %s', (locale) => {
    expect(new Set(texts(locale).map(normalise)).size).toBe(60);
    const sets = texts(locale).map((text) => shinglesOf(wordsOf(text), 2));
    expect(similarSets(sets, 0.6)).toEqual([]);
  });
});
