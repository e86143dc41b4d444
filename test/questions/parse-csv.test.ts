import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/questions/parse-csv.ts';

const cellsOf = (text: string, delimiter?: string) =>
  parseCsv(text, delimiter).records.map(({ cells }) => cells);

describe('splitting CSV text into records', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no newline at the end', 'a,b', [['a', 'b']]],
    [
      'empty cells',
      'a,,\n,,b',
      [
        ['a', '', ''],
        ['', '', 'b'],
      ],
    ],
    ['a quoted delimiter', '"a,b",c', [['a,b', 'c']]],
    ['doubled quotes', '"say ""hi""",b', [['say "hi"', 'b']]],
    ['a cell of quotes only', '"""",""', [['"', '']]],
    ['a newline in a quoted cell', '"a\nb",c', [['a\nb', 'c']]],
    [
      'CRLF, in a cell too',
      '"a\r\nb",c\r\nd,e\r\n',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'line ends of an old Mac',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['mixed line ends', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    [
      'blank lines and lines of delimiters',
      'a,b\n\n , \nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote in the middle of a plain cell', 'a 5" disk,b', [['a 5" disk', 'b']]],
    ['spaces before an opening quote', 'a, "b, c"', [['a', 'b, c']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('splits by another delimiter', () => {
    expect(cellsOf('a\t"b\tc"\td,e', '\t')).toEqual([['a', 'b\tc', 'd,e']]);
  });

  it('tells the line on which each record starts, past blank lines and cells of several lines', () => {
    const text = 'header\r\n\r\n"one\r\ntwo\r\nthree",x\r\nplain\r\n"\r\n",y\r\nlast';
    expect(parseCsv(text).records.map(({ line }) => line)).toEqual([1, 3, 6, 7, 9]);
  });

  it('marks a record with text after a closing quote and reads on', () => {
    expect(parseCsv('"a" b,c\nd,e').records.map(({ brokenQuotes }) => brokenQuotes)).toEqual([true, false]);
  });

  it('tells the line of a quote that never closes', () => {
    expect(parseCsv('a,b\nc,d\n"x\ny",z,"never\ncloses').unclosedQuoteLine).toBe(4);
  });

  it('keeps a thousand cells of a record, and as many records as asked for', () => {
    expect(cellsOf(`${'a,'.repeat(5_000)}\nb`).map((cells) => cells.length)).toEqual([1_000, 1]);
    expect(parseCsv('a\nb\nc', ',', 2).records).toHaveLength(2);
  });

  it('agrees with csv-parse on every arrangement of the characters that matter', () => {
    const alphabet = ['a', ',', '"', '\n', ' '];
    let compared = 0;
    for (let number = 0; number < alphabet.length ** 6; number++) {
      const text = Array.from(
        { length: 6 },
        (_, place) => alphabet[Math.floor(number / 5 ** place) % 5],
      ).join('');
      // Only what follows RFC 4180 has one reading; spaces before a quote are our own leniency.
      const wellFormed = /^(?:(?:"(?:[^"]|"")*"|[^",\n ][^",\n]*|)(?:,|\n|$))*$/.test(text);
      if (!wellFormed) continue;
      const expected = parse(text, { relax_column_count: true, record_delimiter: '\n' }) as string[][];
      const filled = expected.filter((cells) => cells.some((cell) => cell.trim() !== ''));
      expect(cellsOf(text), JSON.stringify(text)).toEqual(filled);
      compared++;
    }
    expect(compared).toBeGreaterThan(1_000);
  });
});
