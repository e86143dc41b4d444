import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { pearson, rootMeanSquareError } from '../../bench/eval/statistics.ts';

const EVAL = fileURLToPath(new URL('../../bench/eval.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [EVAL, ...args], { encoding: 'utf8' });

const FILE = write('answers.tsv', [
  'id\tanswer\tquestion\treference\tscore_avg\tnote',
  '1\tpush and "pop"\tWhat are the operations of a stack?\tpush and pop\t5\t',
  '2\tnot answered\tWhat are the operations of a stack?\tpush and pop\t0\t',
  '3\tYou look at things and decide what comes next.\tWhat are the operations of a stack?\tpush and pop\t1.5\t',
]);

describe('npm run eval', () => {
  it('gives every row a number, counts abstentions and ends with one line of JSON', () => {
    const { stdout, status } = run('--file', FILE);
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(status).toBe(0);
    expect(last).toMatchObject({ n: 3, abstained: 1 });
    expect(last.pearson).toBeGreaterThan(0.8);
    expect(Object.keys(last)).toEqual(['n', 'pearson', 'rmse', 'abstained']);
  });

  it('shows how each adversarial case fared', () => {
    const wanted = {
      id: 'a1',
      kind: 'dont_know',
      question: 'What is a leaf?',
      reference: 'A node that has no children.',
      answer: 'idk',
    };
    const cases = write('cases.jsonl', [
      JSON.stringify({ ...wanted, expect: { min: 0, max: 0.1 } }),
      JSON.stringify({ ...wanted, id: 'a2', expect: { min: 0.5, max: 1 } }),
    ]);
    const { stdout } = run('--file', FILE, '--adversarial', cases);
    expect(stdout).toMatch(/ok\s+a1/);
    expect(stdout).toMatch(/FAIL\s+a2/);
    expect(stdout).toContain('1 of 2 adversarial cases');
  });

  it.each([
    [['--file', FILE, '--grader', 'model'], 'OPENAI_API_KEY'],
    [['--file', FILE, '--grader', 'magic'], 'no grader "magic"'],
    [[], 'Usage'],
    [['--file', write('short.tsv', ['question\tanswer'])], 'no column reference, score_avg'],
  ])('with %j says what to do and exits 1', (args, sentence) => {
    const { stderr, status } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });
});

describe('the statistics', () => {
  it.each([
    [[1, 2, 3], [2, 4, 6], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 1, 1], [1, 2, 3], 0],
  ])('correlate %j with %j as %d', (left, right, expected) => {
    expect(pearson(left, right)).toBeCloseTo(expected);
  });

  it('measure the error in marks', () => {
    expect(rootMeanSquareError([0, 5], [3, 1])).toBeCloseTo(Math.sqrt(12.5));
  });
});
