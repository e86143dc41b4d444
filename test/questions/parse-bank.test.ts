import { describe, expect, it } from 'vitest';
import { type BankReading, parseBank } from '../../src/questions/parse-bank.ts';

const HEADER = 'position,question,topic,example_answer';
const ANSWER = 'Delete the entry after the write commits, because updating it races with other writers.';

const read = (text: string): BankReading => parseBank(Buffer.from(text));
const readOk = (text: string) => {
  const reading = read(text);
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
  return reading;
};
const row = (question: string, rest = `caching,${ANSWER.replaceAll(',', '')}`) => `be,${question},${rest}`;

describe('reading a question bank', () => {
  it('needs no more than the four columns, and leaves the key points to be derived then', () => {
    const { questions, rejected } = readOk(
      `${HEADER}\nbackend,When is a cached row dropped?,Caching,"${ANSWER}"\n`,
    );
    expect(rejected).toEqual([]);
    expect(questions).toEqual([
      {
        id: expect.stringMatching(/^import-[0-9a-f]{24}$/),
        position: 'be',
        topic: 'caching',
        question: 'When is a cached row dropped?',
        exampleAnswer: ANSWER,
        difficulty: null,
        keyPoints: [],
        keyPointsDerived: true,
        questionKo: null,
        exampleAnswerKo: null,
        source: 'import',
        line: 2,
      },
    ]);
  });

  it('takes the optional columns in any order, ignores unknown ones, and forgives the spelling of headers', () => {
    const text = `Notes, Example Answer ,keyPoints,TOPIC,Difficulty,Question,question-ko,Position,example_answer_ko\nx,${ANSWER.replace(',', '')},delete / drop | race  | ,System Design,Hard,When?,언제요?,FE,지웁니다`;
    expect(readOk(text).questions[0]).toMatchObject({
      position: 'fe',
      topic: 'system-design',
      difficulty: 3,
      keyPoints: ['delete / drop', 'race'],
      keyPointsDerived: false,
      questionKo: '언제요?',
      exampleAnswerKo: '지웁니다',
    });
  });

  it.each([
    ['2', 2],
    ['easy', 1],
    ['MEDIUM', 2],
    ['상', 3],
    ['', null],
    ['7', null],
  ])('reads the difficulty %j as %j', (cell, difficulty) => {
    expect(readOk(`${HEADER},difficulty\n${row('Why?')},${cell}`).questions[0]?.difficulty).toBe(difficulty);
  });

  it('reads tabs and semicolons where the header has them', () => {
    for (const delimiter of ['\t', ';']) {
      const text = [HEADER, row('Why?')].join('\n').replaceAll(',', delimiter);
      expect(readOk(text).questions).toHaveLength(1);
    }
  });

  it.each([
    ['an empty question', row('  '), 'question_missing'],
    ['a question that is invisible', row('\u200b\u202e'), 'question_missing'],
    ['no answer', 'be,Why?,caching', 'example_answer_missing'],
    ['no topic', 'be,Why?,,Because.', 'topic_missing'],
    ['no position', ',Why?,caching,Because.', 'position_missing'],
    ['a position that nobody knows', 'chef,Why?,caching,Because.', 'position_unknown'],
    ['a cell of 40,000 characters', row('Why?', `caching,${'x'.repeat(40_000)}`), 'example_answer_too_long'],
    ['a long question', row('x'.repeat(2_001)), 'question_too_long'],
    ['a long topic', row('Why?', `${'x'.repeat(101)},Because.`), 'topic_too_long'],
    ['an unquoted comma', row('Why?', 'caching,Because, of course.'), 'too_many_cells'],
    ['text after a closing quote', row('Why?', 'caching,"Because" of course.'), 'broken_quotes'],
  ])('rejects %s with its line and takes the rows around it', (_, bad, reason) => {
    const { questions, rejected } = readOk(
      `${HEADER}\n"be","Over\ntwo lines?",caching,Yes.\n${bad}\n${row('Last?')}`,
    );
    expect(rejected).toEqual([{ line: 4, reason }]);
    expect(questions.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('rejects a long translation and too many key points', () => {
    const text = `${HEADER},key_points,question_ko\n${row('One?')},${'a|'.repeat(13)},\n${row('Two?')},a,${'가'.repeat(2_001)}`;
    expect(readOk(text).rejected).toEqual([
      { line: 2, reason: 'too_many_key_points' },
      { line: 3, reason: 'question_ko_too_long' },
    ]);
  });

  it('takes a cell at its limit', () => {
    expect(readOk(`${HEADER}\n${row('x'.repeat(2_000), `caching,${'y'.repeat(10_000)}`)}`).rejected).toEqual(
      [],
    );
  });

  it.each([
    '=HYPERLINK(""http://example.org"")',
    '+cmd|calc',
    '@everyone and <!channel>',
    '<script>alert(1)</script>',
    "'); DROP TABLE question;--",
  ])('keeps %s as text', (question) => {
    expect(readOk(`${HEADER}\nbe,"${question}",x,y`).questions[0]?.question).toBe(
      question.replaceAll('""', '"'),
    );
  });

  it('strips what hides or reorders text', () => {
    const [question] = readOk(`${HEADER}\nbe,Why\u0000 \u202enow\u0007?,x,y`).questions;
    expect(question?.question).toBe('Why now?');
  });

  it('ignores empty cells after the last column, as spreadsheets write them', () => {
    expect(readOk(`${HEADER},,\n${row('Why?')},, \n,,,,,\n`).questions).toHaveLength(1);
  });

  it('reads a header alone as an empty bank', () => {
    expect(read(HEADER)).toEqual({ ok: true, questions: [], rejected: [] });
  });

  it.each([
    ['nothing', '', 'empty', null],
    ['blanks', ' \r\n\t', 'empty', null],
    ['prose', 'Dear all,\nplease find attached.', 'no_header', null],
    ['rows without a header', row('Why?'), 'no_header', null],
    ['a header that lacks a column', 'position,question,topic\nbe,Why?,x', 'no_header', null],
    [
      'a quote that never closes',
      `${HEADER}\n${row('Why?')}\nbe,"Why?,x,y\nbe,Who?,x,y`,
      'unclosed_quote',
      3,
    ],
  ])('refuses %s', (_, text, reason, line) => {
    expect(read(text)).toEqual({ ok: false, reason, line });
  });

  it('refuses more than 20,000 rows', () => {
    const rows = (count: number) => `${HEADER}\n${'chef,a,b,c\n'.repeat(count)}`;
    expect(readOk(rows(20_000)).rejected).toHaveLength(20_000);
    expect(read(rows(20_001))).toEqual({ ok: false, reason: 'too_large', line: null });
  });

  it('refuses a picture and a file beyond 20 MiB', () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    expect(parseBank(png)).toMatchObject({ ok: false, reason: 'not_text' });
    expect(parseBank(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ ok: false, reason: 'too_large' });
  });
});

describe('ids', () => {
  const idOf = (text: string) => readOk(text).questions[0]?.id;

  it('are the same for the same words, whatever the punctuation, case, file or id column', () => {
    const id = idOf(`${HEADER}\n${row('When is a cached row dropped?')}`);
    expect(idOf(`${HEADER}\n\n${row('  when is a cached ROW dropped…')}`)).toBe(id);
    expect(idOf(`id,${HEADER}\nbe-caching-001,${row('When is a cached row dropped?')}`)).toBe(id);
    expect(idOf(`${HEADER}\n${row('When is a cached table dropped?')}`)).not.toBe(id);
  });

  it('are those of the file in seeds, where they are required', () => {
    const reading = parseBank(Buffer.from(`id,${HEADER}\nbe-x-001,${row('One?')}\n,${row('Two?')}`), 'seed');
    expect(reading).toMatchObject({
      questions: [{ id: 'be-x-001', source: 'seed' }],
      rejected: [{ line: 3, reason: 'id_missing' }],
    });
  });
});
