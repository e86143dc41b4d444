import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../src/questions/formula.ts';
import { parseBank } from '../../src/questions/parse-bank.ts';
import { writeBank } from '../../src/questions/write-bank.ts';
import { aQuestion } from '../fakes/builders.ts';

describe('a cell that a spreadsheet would compute', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠x'])(
    '%j is made text, and back',
    (cell) => {
      expect(guardFormula(cell)).toBe(`'${cell}`);
      expect(unguardFormula(guardFormula(cell))).toBe(cell);
    },
  );

  it.each(['', 'a = b', '1-1', "'tis", "it's", '가=나'])('%j is none', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
    expect(unguardFormula(cell)).toBe(cell);
  });
});

describe('a bank that is written', () => {
  const questions = [
    aQuestion({ id: 'be-a-001', question: '@Composable functions, "when", and why?\nTwo lines.' }),
    aQuestion({
      id: 'be-a-002',
      question: '=HYPERLINK("http://127.0.0.1/"&A1)',
      topic: '-dash',
      difficulty: null,
      keyPoints: [],
      keyPointsDerived: true,
      questionKo: '캐시는 왜 필요한가요?',
      exampleAnswerKo: '+ 빠르기 때문입니다.',
    }),
  ];

  it('is read again as it was', () => {
    const read = parseBank(Buffer.from(writeBank(questions)), 'seed');
    if (!read.ok) throw new Error(read.reason);
    expect(read.rejected).toEqual([]);
    expect(read.questions.map(({ line: _, ...question }) => question)).toEqual(questions);
  });

  it('is CSV to others, with nothing to compute, and UTF-8 to Excel', () => {
    const text = writeBank(questions);
    expect(text.startsWith('\uFEFFid,position,')).toBe(true);
    const rows: string[][] = parse(text, { bom: true });
    expect(rows).toHaveLength(3);
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});
