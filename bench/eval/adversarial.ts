import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Grade } from '../../src/evaluation/grade.ts';
import { taskOf } from './dataset.ts';
import type { Grader } from './grader.ts';

const adversarialCase = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  reference: z.string(),
  answer: z.string(),
  expect: z.object({ min: z.number(), max: z.number() }),
  abstain_ok: z.boolean().default(false),
});

/** An answer made to fool a grader, with the range that an honest one gives it, 0–1 (score ÷ 5). */
export type AdversarialCase = z.infer<typeof adversarialCase>;

/** Reads JSON lines. Throws when a line is no such case. */
export const readAdversarialCases = (path: string): AdversarialCase[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => adversarialCase.parse(JSON.parse(line)));

const isRight = (grade: Grade, { expect, abstain_ok }: AdversarialCase): boolean =>
  grade.score === null ? abstain_ok : grade.score / 5 >= expect.min && grade.score / 5 <= expect.max;

const line = (grade: Grade, wanted: AdversarialCase): string =>
  [
    isRight(grade, wanted) ? 'ok  ' : 'FAIL',
    wanted.id.padEnd(8),
    wanted.kind.padEnd(24),
    (grade.score === null ? '–' : (grade.score / 5).toFixed(2)).padStart(5),
    `${wanted.expect.min}–${wanted.expect.max}${wanted.abstain_ok ? ' or –' : ''}`.padEnd(14),
    [grade.gate ?? grade.unscored ?? '', grade.instructsGrader ? 'instructs the grader' : '']
      .join(' ')
      .trim(),
  ].join('  ');

/** Grades every case and prints a table: verdict, case, share of the full score (– unscored), range, why. */
export const reportAdversarial = async (cases: readonly AdversarialCase[], grade: Grader): Promise<void> => {
  let right = 0;
  console.log('\n      case      kind                      share  range           gate or reason');
  for (const wanted of cases) {
    const given = await grade(taskOf(wanted));
    if (isRight(given, wanted)) right += 1;
    console.log(line(given, wanted));
  }
  console.log(`${right} of ${cases.length} adversarial cases within their range.\n`);
};
