import { describe, expect, it } from 'vitest';
import type { AspectGrade, PointGrade } from '../../src/evaluation/grade.ts';
import { scoreAspects, scorePoints } from '../../src/evaluation/score.ts';

const points = (verdicts: readonly PointGrade['verdict'][]): PointGrade[] =>
  verdicts.map((verdict) => ({ point: 'p', verdict, quote: verdict === 'missed' ? null : 'q' }));

const aspect = (name: AspectGrade['aspect'], score: number | null): AspectGrade => ({
  aspect: name,
  score,
  quote: null,
});

describe('scorePoints', () => {
  it.each([
    [['met', 'met', 'met'], false, 5],
    [['met', 'partial', 'missed', 'missed'], false, 1.9],
    [['met', 'missed'], true, 5],
    [['met', 'met'], true, 5],
    [['missed', 'missed', 'missed'], true, 1.7],
    [['missed'], false, 0],
    [[], true, 0],
  ] as const)('of %j with extra %j is %d', (verdicts, extra, score) => {
    expect(scorePoints(points(verdicts), extra)).toBe(score);
  });
});

describe('scoreAspects', () => {
  it('counts what is missing as 0', () => {
    expect(
      scoreAspects([
        aspect('situation', 4),
        aspect('task', null),
        aspect('action', 5),
        aspect('result', null),
      ]),
    ).toBe(2.3);
  });

  it('leaves consistency out where there was nothing to compare', () => {
    expect(
      scoreAspects([aspect('specificity', 4), aspect('ownership', 2), aspect('consistency', null)]),
    ).toBe(3);
  });

  it('of nothing is 0', () => {
    expect(scoreAspects([])).toBe(0);
  });
});
