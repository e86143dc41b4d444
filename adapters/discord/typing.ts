import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { withoutBody } from './errors.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** Discord's typing indicator, per channel, for as long as anything there needs it. */
export type Typing = {
  /** Until the returned function is called; calls may overlap. Waits for nothing. */
  show(channelId: string): () => void;
  /** A message has ended Discord's indicator: where work goes on, it is shown again at once. */
  renew(channelId: string): void;
};

type Shown = { works: number; readonly timer: NodeJS.Timeout };

export function createTyping(
  trigger: (channelId: string) => Promise<unknown>,
  logger: Pick<AdapterLogger, 'debug'>,
): Typing {
  const channels = new Map<string, Shown>();
  // One that fails is nobody's loss: the work itself goes on.
  const tell = (channelId: string) =>
    void trigger(channelId).catch((error: unknown) =>
      logger.debug({ error: withoutBody(error), channel: channelId }, 'Typing could not be shown.'),
    );
  const begin = (channelId: string): Shown => {
    const timer = setInterval(() => tell(channelId), DISCORD_LIMITS.typingRenewMs).unref();
    const shown = { works: 0, timer };
    channels.set(channelId, shown);
    tell(channelId);
    return shown;
  };
  return {
    show(channelId) {
      const shown = channels.get(channelId) ?? begin(channelId);
      shown.works += 1;
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        shown.works -= 1;
        if (shown.works > 0) return;
        clearInterval(shown.timer);
        channels.delete(channelId);
      };
    },
    renew(channelId) {
      if (channels.has(channelId)) tell(channelId);
    },
  };
}
