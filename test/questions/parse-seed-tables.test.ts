import { describe, expect, it } from 'vitest';
import { parseBehavioural } from '../../src/questions/parse-behavioural.ts';
import { parseRubrics } from '../../src/questions/parse-rubrics.ts';
import { parseTaxonomy } from '../../src/questions/parse-taxonomy.ts';

describe('behavioural questions', () => {
  const HEADER =
    'id,question,topic,good_answer_shows,warning_sign,question_ko,good_answer_shows_ko,warning_sign_ko';

  it('are read in both languages', () => {
    const text = `${HEADER}\nbehavioural-x-01,Why?,x,says why | says when,silence,왜요?,이유 | 시점,침묵`;
    expect(parseBehavioural(Buffer.from(text))).toEqual({
      ok: true,
      rejected: [],
      questions: [
        {
          id: 'behavioural-x-01',
          competency: 'x',
          question: { en: 'Why?', ko: '왜요?' },
          goodAnswerShows: { en: ['says why', 'says when'], ko: ['이유', '시점'] },
          warningSign: { en: 'silence', ko: '침묵' },
        },
      ],
    });
  });

  it('are rejected where a language is missing', () => {
    const reading = parseBehavioural(
      Buffer.from(`${HEADER}\nbehavioural-x-01,Why?,x,says why,silence,,이유,침묵`),
    );
    expect(reading).toMatchObject({ questions: [], rejected: [{ line: 2, reason: 'cell_missing' }] });
  });
});

describe('rubrics', () => {
  const level = (number: number) => `x\t${number}\tEnglish, ${number}\t한국어 ${number}`;
  const table = (...levels: number[]) =>
    Buffer.from(['competency\tlevel\ten\tko', ...levels.map(level)].join('\n'));

  it('describe three levels in both languages', () => {
    expect(parseRubrics(table(5, 1, 3))).toEqual([
      {
        competency: 'x',
        levels: {
          1: { en: 'English, 1', ko: '한국어 1' },
          3: { en: 'English, 3', ko: '한국어 3' },
          5: { en: 'English, 5', ko: '한국어 5' },
        },
      },
    ]);
  });

  it('are refused without one of the levels', () => {
    expect(() => parseRubrics(table(1, 5))).toThrow('level 3');
  });
});

describe('the taxonomy', () => {
  it('needs every position', () => {
    expect(() => parseTaxonomy('{"ai":{}}')).toThrow();
  });
});
