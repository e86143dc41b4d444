import { expect, it } from 'vitest';
import { notHere } from '../../src/bot/handlers/not-here.ts';
import type { ClaimedJob } from '../../src/jobs/job.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How often a job is looked at within so long, if its user never comes. */
function looksWithin(milliseconds: number): number {
  const job = { createdAt: 0 } as ClaimedJob;
  let looks = 0;
  for (let now = 0; now < milliseconds; looks += 1) {
    const result = notHere(job, now);
    now += result.type === 'later' ? result.afterMs : Infinity;
  }
  return looks;
}

it('looks every second at first, as somebody else may be about to take it', () => {
  expect(looksWithin(10 * SECOND)).toBe(10);
});

it('looks ever more rarely for somebody who does not come back', () => {
  expect(looksWithin(HOUR)).toBeLessThan(70);
  expect(looksWithin(30 * 24 * HOUR)).toBeLessThan(800);
});
