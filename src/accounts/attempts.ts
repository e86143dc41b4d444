/** Failed attempts that are counted together: those of a platform's user, or those at an account. Times are milliseconds since 1970. */
export type Attempts = {
  readonly failures: number;
  readonly lastAt: number;
  /** Until then no attempt is looked at. */
  readonly lockedUntil: number;
};

export const NO_ATTEMPTS: Attempts = { failures: 0, lastAt: 0, lockedUntil: 0 };

/** How many attempts may fail before the first lock. An account is tried by all its owner's devices; one user is one person. */
export const FREE_FAILURES = { user: 5, account: 10 } as const;

const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;
/** Failures this long ago are not counted any more. */
export const ATTEMPTS_REMEMBERED_MS = 24 * 60 * 60_000;

/** The count as it stands now. */
export function countNow(attempts: Attempts, now: number): Attempts {
  return now - attempts.lastAt >= ATTEMPTS_REMEMBERED_MS ? NO_ATTEMPTS : attempts;
}

export function isLocked(attempts: Attempts, now: number): boolean {
  return now < attempts.lockedUntil;
}

/** One more failure: from the last free one on, each locks for twice as long as the one before. */
export function afterFailure(attempts: Attempts, free: number, now: number): Attempts {
  const failures = countNow(attempts, now).failures + 1;
  const locks = failures - free;
  const lockMs = locks < 0 ? 0 : Math.min(FIRST_LOCK_MS * 2 ** locks, LONGEST_LOCK_MS);
  return { failures, lastAt: now, lockedUntil: now + lockMs };
}
