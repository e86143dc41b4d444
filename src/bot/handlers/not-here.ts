import type { JobResult } from '../../jobs/worker.ts';

/** How soon it is looked at again: another process may have it open. */
export const NOT_HERE_MS = 1_000;

/** The conversation's platform (or, in the terminal, its user) is not here now: the job waits for it. */
export const NOT_HERE: JobResult = {
  type: 'later',
  afterMs: NOT_HERE_MS,
  reason: 'its conversation is not open here',
};
