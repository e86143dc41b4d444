import type { ChatAdapter } from '../../chat/adapter.ts';
import type { ConversationId } from '../../chat/message.ts';

/** Shows that work goes on while `work` runs; stops without fail, and never stands in its way. */
export async function withTyping<T>(
  adapter: ChatAdapter | null,
  conversation: ConversationId,
  work: () => Promise<T>,
): Promise<T> {
  const typing = adapter?.showTyping(conversation).catch(() => () => {});
  try {
    return await work();
  } finally {
    void typing?.then((stop) => stop());
  }
}
