import type { JobHandler } from '../../jobs/worker.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

/** What an erasure needs beside its transaction: its line in the list, and nothing left in the database's files. */
export function createFinishErasureHandler({ store, erasures }: HandlerParts): JobHandler {
  return async (job) => {
    erasures.add(specOf(job, 'finish_erasure').erasure);
    await store.scrub();
    return { type: 'done' };
  };
}
