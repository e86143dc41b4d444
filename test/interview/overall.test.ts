import { expect, it } from 'vitest';
import { computeOverall } from '../../src/interview/overall.ts';
import { anInteraction } from '../fakes/builders.ts';
import { grade } from './helpers.ts';

const graded = (kind: 'technical' | 'behavioural' | 'cv', score: number | null, estimate = false) =>
  anInteraction({ kind, status: 'answered', grade: grade({ score, estimate }) });

it.each([
  [
    'weighs technical 40 %, the others 30 % each',
    [graded('technical', 5), graded('behavioural', 0), graded('cv', 0)],
    2,
  ],
  ['takes the mean within a kind', [graded('technical', 5), graded('technical', 1)], 3],
  ['leaves out what could not be scored', [graded('technical', null), graded('cv', 4)], 4],
  ['has no score when nothing could be scored', [graded('technical', null)], null],
  ['leaves out what was skipped', [anInteraction({ status: 'skipped' }), graded('cv', 2)], 2],
])('the overall score %s', (_, interactions, score) => {
  expect(computeOverall(interactions, 3).score).toBe(score);
});

it('says on how many answers the score rests, and whether any was estimated', () => {
  expect(computeOverall([graded('technical', 3, true), graded('cv', 3)], 3)).toEqual({
    score: 3,
    estimate: true,
    scored: 2,
    questions: 3,
  });
});
