import type { ChatAdapter } from '../../chat/adapter.ts';
import type { ConversationId } from '../../chat/message.ts';

const CHECK_MS = 250;

/**
 * Shows that work goes on while `work` runs and somebody waits for it: from the start, or, with `isWaitedFor`, from when that
 * says so. Stops without fail, and never stands in the work's way.
 */
export async function withTyping<T>(
  adapter: ChatAdapter | null,
  conversation: ConversationId,
  work: () => Promise<T>,
  isWaitedFor: () => Promise<boolean> = async () => true,
): Promise<T> {
  if (!adapter) return work();
  let typing: Promise<() => void> | null = null;
  let done = false;
  const check = async () => {
    if (typing || !(await isWaitedFor()) || done) return;
    typing ??= adapter.showTyping(conversation).catch(() => () => {});
  };
  const checkQuietly = () => void check().catch(() => {});
  checkQuietly();
  const timer = setInterval(checkQuietly, CHECK_MS);
  try {
    return await work();
  } finally {
    done = true;
    clearInterval(timer);
    void (typing as Promise<() => void> | null)?.then((stop) => stop());
  }
}
