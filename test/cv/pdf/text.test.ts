import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/cv/pdf/normalise.ts';
import { toText } from '../../../src/cv/pdf/paragraphs.ts';
import { toBlocks } from '../../../src/cv/pdf/reading-order.ts';
import { joinSyllables } from '../../../src/cv/pdf/recognise.ts';
import { toRows } from '../../../src/cv/pdf/segments.ts';
import type { TextRun } from '../../../src/cv/pdf/text-run.ts';

/** A run of 10 points whose letters are 5 points wide. */
function run(text: string, x: number, y: number): TextRun {
  return { text, x, y, width: text.length * 5, size: 10, upright: true, veiled: false };
}

function read(runs: readonly TextRun[]): string {
  return toText(toBlocks(toRows(runs)));
}

test.each([
  ['Hangul in single letters', '개발자'.normalize('NFD'), '개발자'],
  ['ligatures', 'pro\uFB01le, o\uFB03ce', 'profile, office'],
  ['characters without a shape', 'be\u200Bfo\u2060re\u{E0041}', 'before'],
  ['icons from private fonts', '\uE0B0 mail', 'mail'],
  ['spaces of every width', 'a\u00A0\u2003 b\tc', 'a b c'],
  ['empty lines', 'a \n\n\n\n b', 'a\n\nb'],
])('normalises %s', (_name, given, expected) => {
  expect(normalise(given)).toBe(expected);
});

test.each([
  ['6 년 차 백 엔 드 개 발 자', '6 년차백엔드개발자'],
  ['결제 도메인을 다루었습니다', '결제 도메인을 다루었습니다'],
  ['Led a team of four', 'Led a team of four'],
])('closes up a line of single syllables and no other: %s', (given, expected) => {
  expect(joinSyllables(given)).toBe(expected);
});

describe('the reading order', () => {
  const lefts = [
    'Kotlin and Spring',
    'TypeScript',
    'Kafka streams',
    'PostgreSQL',
    'Redis caches',
    'Terraform',
    'Go',
  ];
  const rights = lefts.map(
    (_text, index) => `Sentence number ${'one two three four five six seven'.split(' ')[index]}.`,
  );

  test('goes down one column and then down the other, though their lines stand side by side', () => {
    const runs = lefts.flatMap((text, index) => [
      run(text, 40, 100 + index * 20),
      run(rights[index]!, 200, 100 + index * 20),
    ]);
    expect(read(runs)).toBe(`${lefts.join('\n')}\n\n${rights.join('\n')}`);
  });

  test('keeps periods at the right margin with the lines that they stand beside', () => {
    const runs = lefts.flatMap((text, index) => [
      run(text, 40, 100 + index * 20),
      run(`201${index} – 202${index}`, 400, 100 + index * 20),
    ]);
    expect(read(runs).split('\n')[1]).toBe('TypeScript 2011 – 2021');
  });

  test('keeps a short table row by row', () => {
    const runs = ['Languages', 'Data', 'Tools'].flatMap((text, index) => [
      run(text, 40, 100 + index * 20),
      run(`Entry ${index}`, 200, 100 + index * 20),
    ]);
    expect(read(runs)).toBe('Languages Entry 0\nData Entry 1\nTools Entry 2');
  });

  test('puts words that were placed one by one back into a line', () => {
    expect(read([run('Candidate', 40, 100), run('wrote', 88, 100), run('firmware', 116, 101)])).toBe(
      'Candidate wrote firmware',
    );
  });

  test('writes text once that was printed twice to look bold', () => {
    expect(read([run('Experience', 40, 100), run('Experience', 40.4, 100)])).toBe('Experience');
  });
});

describe('Korean lines', () => {
  const line = '첫 직장에서 정산 배치를 맡았을 때 매일 네 시간이 걸리던';
  test('broken within a word are joined without a space, where spaces at other breaks show it', () => {
    const runs = [run(`${line} `, 40, 100), run(`${line} 작`, 40, 114), run('업을 줄였습니다.', 40, 128)];
    expect(read(runs)).toBe(`${line} ${line} 작업을 줄였습니다.`);
  });

  test('broken before an ending are joined without a space', () => {
    expect(read([run(`${line} 줄였습`, 40, 100), run('니다.', 40, 114)])).toBe(`${line} 줄였습니다.`);
  });

  test('are joined with a space where nothing shows a broken word', () => {
    expect(read([run(line, 40, 100), run('작업을 줄였습니다.', 40, 114)])).toBe(`${line} 작업을 줄였습니다.`);
  });
});
