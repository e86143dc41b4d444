import type { JobResult } from '../../jobs/worker.ts';

/** The conversation's platform (or, in the terminal, its user) is not here now: the job waits for it. */
export const NOT_HERE: JobResult = {
  type: 'later',
  afterMs: 60_000,
  reason: 'its conversation is not open here',
};
