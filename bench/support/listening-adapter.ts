import type { ChatAdapter, Receive } from '../../src/chat/adapter.ts';
import type { ConversationId, Incoming, SentRef } from '../../src/chat/message.ts';

/** A platform that shows nothing and tells when it would have. */
export type ListeningAdapter = ChatAdapter & {
  receive(incoming: Incoming): Promise<void>;
  /** Hands an event over and waits for the next message to its conversation. @returns milliseconds */
  timeToReply(incoming: Incoming): Promise<number>;
};

/** @param file what every attachment holds */
export function createListeningAdapter(
  platform: string,
  file: Uint8Array = new Uint8Array(),
): ListeningAdapter {
  const waiting = new Map<ConversationId, () => void>();
  let receiver: Receive | null = null;
  const receive = async (incoming: Incoming) => {
    if (!receiver) throw new Error('The adapter was not started.');
    await receiver(incoming);
  };
  return {
    platform,
    receive,
    async timeToReply(incoming) {
      const startedAt = performance.now();
      const reply = new Promise<void>((resolve) => waiting.set(incoming.conversation, resolve));
      await receive(incoming);
      await reply;
      return performance.now() - startedAt;
    },
    start: async (wanted) => {
      receiver = wanted;
    },
    stop: async () => undefined,
    send: async (to, _message, { idempotencyKey }) => {
      waiting.get(to)?.();
      waiting.delete(to);
      return `${platform}:${idempotencyKey}` as SentRef;
    },
    readAttachment: async () => file.slice(),
    showTyping: async () => () => undefined,
  };
}
