import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { Receive, Suggest } from '../../src/chat/adapter.ts';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { withoutBody } from './errors.ts';
import type { Self } from './incoming.ts';
import type { Interactions } from './interactions.ts';
import type { Listener } from './listener.ts';

type Parts = {
  readonly listener: Listener;
  readonly interactions: Interactions;
  readonly logger: AdapterLogger;
};

export type Bot = { readonly receive: Receive; readonly suggest: Suggest };

/** Every event of the gateway on its way to the bot, until `close`. */
export type Events = {
  onEvent(event: GatewayDispatchPayload, shardId: number): void;
  open(bot: Bot): void;
  /** Takes no more events and resolves when those under way are dealt with. */
  close(): Promise<void>;
  readonly self: Promise<Self>;
  readonly bot: () => Bot | null;
};

export function createEvents({ listener, interactions, logger }: Parts): Events {
  const inFlight = new Set<Promise<void>>();
  const known = Promise.withResolvers<Self>();
  let bot: Bot | null = null;

  function workOf(
    event: GatewayDispatchPayload,
    shardId: number,
    { receive, suggest }: Bot,
  ): Promise<void> | null {
    if (event.t === GatewayDispatchEvents.InteractionCreate)
      return interactions.onInteraction(event.d, receive, suggest);
    if (event.t !== GatewayDispatchEvents.Ready) return listener.onEvent(event);
    const self = { applicationId: event.d.application.id, userId: event.d.user.id };
    listener.onReady(self, shardId);
    known.resolve(self);
    return null;
  }

  return {
    onEvent(event, shardId) {
      if (!bot) return;
      const failed = (error: unknown) =>
        logger.error({ error: withoutBody(error), event: event.t }, 'An event could not be dealt with.');
      try {
        const work = workOf(event, shardId, bot)?.catch(failed);
        if (!work) return;
        inFlight.add(work);
        void work.then(() => inFlight.delete(work));
      } catch (error) {
        failed(error);
      }
    },
    open(wanted) {
      bot = wanted;
    },
    async close() {
      bot = null;
      await Promise.all(inFlight);
    },
    self: known.promise,
    bot: () => bot,
  };
}
