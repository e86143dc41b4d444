import { describe, expect, it } from 'vitest';
import { chunkByWidth, textWidth, wrapSpans } from '../../../adapters/terminal/width.ts';

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['한국어', 6],
    ['한국어'.normalize('NFD'), 6],
    ['日本', 4],
    ['ｗ', 2],
    ['é'.normalize('NFD'), 1],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇰🇷', 2],
    ['❤️', 2],
    ['“…” — ✓', 7],
    ['\u200b', 0],
    ['', 0],
  ])('measures %s as %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('chunkByWidth', () => {
  it('cuts between whole characters and never makes a chunk wider', () => {
    expect(chunkByWidth('가나다라', 5)).toEqual(['가나', '다라']);
    expect(chunkByWidth('a👍🏽b', 3)).toEqual(['a👍🏽', 'b']);
    expect(chunkByWidth('', 5)).toEqual(['']);
  });
});

describe('wrapSpans', () => {
  const plain = (text: string, columns: number) =>
    wrapSpans([{ text }], columns).map((line) => line.map((span) => span.text).join(''));

  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['한국어 문장을 나눕니다', 12, ['한국어', '문장을', '나눕니다']],
    ['한국어 문장을 나눕니다', 13, ['한국어 문장을', '나눕니다']],
    ['  indented stays', 40, ['  indented stays']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['x abcdefghij', 4, ['x', 'abcd', 'efgh', 'ij']],
    ['', 10, ['']],
  ])('wraps %j at %i', (text, columns, lines) => {
    expect(plain(text, columns)).toEqual(lines);
  });

  it('keeps a word together whose parts have different styles', () => {
    const lines = wrapSpans([{ text: 'I would ' }, { text: 'never', bold: true }, { text: ', ever' }], 13);
    expect(lines.map((line) => line.map((span) => span.text).join(''))).toEqual(['I would', 'never, ever']);
  });

  it('never makes a line wider than it may be', () => {
    const text =
      'A mixture 한국어와 English 단어 그리고 👩‍💻 supercalifragilistic 초장문단어가여기에있습니다 end';
    for (let columns = 2; columns < 40; columns++) {
      expect(plain(text, columns).every((line) => textWidth(line) <= columns)).toBe(true);
      expect(plain(text, columns).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });
});
