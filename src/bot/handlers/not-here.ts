import type { ClaimedJob } from '../../jobs/job.ts';
import type { JobResult } from '../../jobs/worker.ts';

/** How soon it is looked at again: another process may have it open. */
export const NOT_HERE_MS = 1_000;
/** A job that has waited longer than this is not about to be done: each look comes after as long as it has waited so far. */
const SOON_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

/** By this the jobs are known that a start brings forward. */
export const NOT_HERE = 'its conversation is not open here';

/** The conversation's platform (or, in the terminal, its user) is not here now: the job waits for it. */
export function notHere({ createdAt }: ClaimedJob, now: number): JobResult {
  const waited = now - createdAt;
  const afterMs = waited < SOON_MS ? NOT_HERE_MS : Math.min(waited, LONGEST_MS);
  return { type: 'later', afterMs, reason: NOT_HERE };
}
