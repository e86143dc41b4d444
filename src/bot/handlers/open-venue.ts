import { VenueError } from '../../chat/adapter.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import type { HandlerParts } from './handlers.ts';
import { notHere } from './not-here.ts';
import { specOf } from './spec-of.ts';

/** Opens where an interview is to be held, and tells the bot where that is or why it cannot be. */
export function createOpenVenueHandler({ dispatch, adapterOf, now }: HandlerParts): JobHandler {
  return async (job) => {
    const { conversation, accountId, venue, wishes, ...spec } = specOf(job, 'open_venue');
    const adapter = adapterOf(conversation);
    if (!adapter) return notHere(job, now());
    try {
      if (!adapter.openVenue) throw new VenueError('not_allowed', 'This platform has no such places.');
      const opened = await adapter.openVenue(conversation, {
        venue,
        title: spec.title,
        greeting: spec.greeting,
        watchersGreeting: spec.watchersGreeting,
        idempotencyKey: job.id,
      });
      await dispatch.settle(job, { type: 'venueOpened', accountId, opened, wishes });
    } catch (error) {
      if (!(error instanceof VenueError)) throw error;
      const { problem } = error;
      await dispatch.settle(job, { type: 'venueNotOpened', accountId, problem, venue, wishes });
    }
    return { type: 'settled' };
  };
}
