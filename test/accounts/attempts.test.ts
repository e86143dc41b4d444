import { describe, expect, it } from 'vitest';
import {
  ATTEMPTS_REMEMBERED_MS,
  type Attempts,
  afterFailure,
  FREE_FAILURES,
  isLocked,
  NO_ATTEMPTS,
} from '../../src/accounts/attempts.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

/** So many failures, each as soon as one is possible. */
function failed(
  times: number,
  free: number,
): { readonly attempts: Attempts; readonly locks: readonly number[] } {
  let attempts = NO_ATTEMPTS;
  let now = NOW;
  const locks: number[] = [];
  for (let time = 0; time < times; time++) {
    attempts = afterFailure(attempts, free, now);
    locks.push(Math.max(0, (attempts.lockedUntil - now) / MINUTE));
    now = Math.max(now, attempts.lockedUntil);
  }
  return { attempts, locks };
}

describe('failed attempts', () => {
  it('lock for longer and longer, up to an hour', () => {
    expect(failed(13, FREE_FAILURES.user).locks).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('lock an account later than one person', () => {
    expect(failed(11, FREE_FAILURES.account).locks).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  });

  it('lock until the moment that was said, not longer', () => {
    const { attempts } = failed(5, FREE_FAILURES.user);
    expect(isLocked(attempts, NOW + MINUTE - 1)).toBe(true);
    expect(isLocked(attempts, NOW + MINUTE)).toBe(false);
  });

  it('are forgotten after a day without one', () => {
    const { attempts } = failed(9, FREE_FAILURES.user);
    const later = attempts.lastAt + ATTEMPTS_REMEMBERED_MS;
    expect(afterFailure(attempts, FREE_FAILURES.user, later - 1).failures).toBe(10);
    expect(afterFailure(attempts, FREE_FAILURES.user, later)).toEqual({
      failures: 1,
      lastAt: later,
      lockedUntil: later,
    });
  });

  it('leave somebody who guesses a few dozen tries a day', () => {
    let attempts = NO_ATTEMPTS;
    let tries = 0;
    for (let now = NOW; now < NOW + ATTEMPTS_REMEMBERED_MS; now = Math.max(now + 1, attempts.lockedUntil)) {
      attempts = afterFailure(attempts, FREE_FAILURES.account, now);
      tries += 1;
    }
    expect(tries).toBeLessThan(45);
  });
});
