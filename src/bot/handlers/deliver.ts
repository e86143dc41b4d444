import { type ChatAdapter, type Delivery, UndeliverableError } from '../../chat/adapter.ts';
import type { ConversationId, Outgoing, SentRef } from '../../chat/message.ts';
import { PermanentFailure } from '../../jobs/worker.ts';

/** Sends a message. What can never be delivered is not tried again. */
export async function deliver(
  adapter: ChatAdapter,
  to: ConversationId,
  message: Outgoing,
  delivery: Delivery,
): Promise<SentRef> {
  try {
    return await adapter.send(to, message, delivery);
  } catch (error) {
    if (error instanceof UndeliverableError) throw new PermanentFailure(error.message, { cause: error });
    throw error;
  }
}
