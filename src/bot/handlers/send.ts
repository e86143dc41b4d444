import type { JobHandler } from '../../jobs/worker.ts';
import { deliver } from './deliver.ts';
import type { HandlerParts } from './handlers.ts';
import { notHere } from './not-here.ts';
import { specOf } from './spec-of.ts';

/** Sends a message, or edits the one sent before under the name it gives. */
export function createSendHandler({ store, adapterOf, now }: HandlerParts): JobHandler {
  return async (job) => {
    const { conversation, message, replyToken } = specOf(job, 'send');
    const adapter = adapterOf(conversation);
    if (!adapter) return notHere(job, now());
    const replaces = message.edits ? await store.findSent(conversation, message.edits) : null;
    const ref = await deliver(adapter, conversation, message, {
      idempotencyKey: job.id,
      attempt: job.attempt,
      ...(replyToken && { replyToken }),
      ...(replaces && { replaces }),
    });
    return message.key ? { type: 'done', sent: { conversation, key: message.key, ref } } : { type: 'done' };
  };
}
