import type { JobHandler } from '../../jobs/worker.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

/** After a rating that came when the evaluation was shown already: its turn has seen the answer without it. */
export function createShowRatingsHandler({ dispatch }: HandlerParts): JobHandler {
  return async (job) => {
    const { sessionId, interactionId } = specOf(job, 'show_ratings');
    await dispatch.settle(job, { type: 'peersRated', sessionId, interactionId });
    return { type: 'settled' };
  };
}
