import { SILENCE_MS } from '../../interview/limits.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** How long handled events and sent messages are remembered: longer than any platform redelivers or edits. */
const REMEMBERED_MS = 30 * DAY_MS;

/** An answer was quiet for a while: it is closed, unless its author is typing. */
export function createEndAnswerHandler({ dispatch, adapterOf, now }: HandlerParts): JobHandler {
  return async (job) => {
    const { conversation, sessionId, interactionId } = specOf(job, 'end_answer');
    const typedAt = adapterOf(conversation)?.lastTypedAt?.(conversation) ?? null;
    // Later than now somebody was seen by a clock that was set back since.
    const quietFor = typedAt === null || typedAt > now() ? SILENCE_MS : now() - typedAt;
    if (quietFor < SILENCE_MS) return { type: 'later', afterMs: SILENCE_MS - quietFor, reason: 'typing' };
    await dispatch.settle(job, { type: 'answerQuiet', sessionId, interactionId });
    return { type: 'settled' };
  };
}

export function createEndIdleSessionHandler({ dispatch }: HandlerParts): JobHandler {
  return async (job) => {
    await dispatch.settle(job, { type: 'sessionIdle', sessionId: specOf(job, 'end_idle_session').sessionId });
    return { type: 'settled' };
  };
}

/** Removes what has expired, every hour, and what is left of it in the database's files. */
export function createHousekeepingHandler({ store, now, logger }: HandlerParts): JobHandler {
  return async () => {
    await store.clean(now(), now() - REMEMBERED_MS);
    await store.scrub().catch((error: unknown) => logger.warn({ error }, 'Not scrubbed; in an hour again.'));
    return { type: 'later', afterMs: HOUR_MS, reason: 'recurring' };
  };
}
