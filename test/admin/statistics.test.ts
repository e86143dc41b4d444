import { describe, expect, it } from 'vitest';
import {
  lastMondays,
  quantile,
  type SessionFigures,
  WEEK_MS,
  waitsOf,
  weekFigures,
} from '../../src/admin/statistics.ts';

const at = (text: string) => Date.parse(text);

const session = (overrides: Partial<SessionFigures> = {}): SessionFigures => ({
  status: 'finished',
  format: 'classic',
  asked: 3,
  overall: { score: 3, estimate: false, scored: 3, questions: 3 },
  lastActivityAt: 1_000,
  finishedAt: 4_000,
  ...overrides,
});

describe('weeks', () => {
  it.each([
    ['2026-11-22T23:59:59.999Z', '2026-11-16T00:00:00Z'],
    ['2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['2026-11-25T12:00:00Z', '2026-11-23T00:00:00Z'],
  ])('%s belongs to the week of %s', (now, monday) => {
    expect(lastMondays(at(now), 2)).toEqual([at(monday), at(monday) - WEEK_MS]);
  });

  it('count as completed what was asked to the end, of what is over', () => {
    const figures = weekFigures(0, [
      session(),
      session({ asked: 1 }),
      session({ status: 'cancelled', overall: null }),
      session({ status: 'asking', asked: 3, overall: null, finishedAt: null }),
    ]);
    expect(figures).toEqual({ from: 0, begun: 4, completed: 1 / 3, medianScore: 3 });
  });

  it('say nothing where there is nothing to say', () => {
    expect(weekFigures(0, [session({ status: 'asking', overall: null })])).toMatchObject({
      completed: null,
      medianScore: null,
    });
  });
});

it('waits are from the last thing that a candidate did to the evaluation', () => {
  expect(waitsOf([session(), session({ status: 'cancelled' }), session({ finishedAt: null })])).toEqual([
    3_000,
  ]);
});

it.each([
  [[], 0.5, null],
  [[4], 0.95, 4],
  [[1, 2, 3, 4], 0.5, 2],
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.95, 4],
])('of %j the quantile %d is %j', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});
