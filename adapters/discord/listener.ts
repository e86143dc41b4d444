import {
  type APIMessage,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
} from 'discord.js';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId, Incoming } from '../../src/chat/message.ts';
import type { CatchUp } from './catch-up.ts';
import { conversationOf, type DiscordPlace } from './conversation-id.ts';
import { isForBot, type Self, scopeOfMessage, toDeleted, toEdit, toMessage, toSender } from './incoming.ts';
import type { Places } from './places.ts';

type MessageData = GatewayMessageCreateDispatchData | GatewayMessageUpdateDispatchData;

type Parts = {
  readonly places: Places;
  readonly catchUp: CatchUp;
  /** Hands a message, an edit or a deletion to the bot; tells the user when it was not stored, and then rejects. */
  readonly take: (incoming: Incoming) => Promise<void>;
  readonly typed: (channelId: string) => void;
  readonly now: () => number;
  readonly logger: AdapterLogger;
};

/** What the gateway tells of messages, put into the bot's words and order. */
export type Listener = {
  onReady(self: Self, shardId: number): void;
  /** @returns the work that the event makes, `null` when it is none of the bot's business */
  onEvent(event: GatewayDispatchPayload): Promise<void> | null;
  /** A message read again after the gateway may have missed it, and its edit. */
  onMissed(message: APIMessage, place: DiscordPlace): Promise<void>;
};

/** Direct messages come to this shard alone (gateway.mdx, Sharding). */
const DIRECT_SHARD = 0;

export function createListener({ places, catchUp, take, typed, now, logger }: Parts): Listener {
  let self: Self | null = null;

  /** After what was missed in its conversation. Without an `await` otherwise: order is that of arrival. */
  function inOrder(conversation: ConversationId, incoming: Incoming | null): Promise<void> | null {
    if (!incoming) return null;
    const before = catchUp.before(conversation);
    return before ? before.then(() => take(incoming)) : take(incoming);
  }

  function onMessage(message: MessageData, isEdit: boolean): Promise<void> | null {
    const who = self;
    if (!who || !isForBot(message, who)) return null;
    const hand = (scope: DiscordPlace['scope']) => {
      const place = { scope, channelId: message.channel_id, userId: message.author.id };
      places.learn(place, toSender(message.author), message.id);
      const circumstances = { self: who, scope, at: now() };
      return inOrder(
        conversationOf(place),
        isEdit ? toEdit(message, circumstances) : toMessage(message, circumstances),
      );
    };
    const scope = scopeOfMessage(message);
    return scope
      ? hand(scope)
      : places.scopeOf(message.channel_id, who.userId).then((found) => hand(found) ?? undefined);
  }

  async function onDeleted(messageId: string, channelId: string, isInServer: boolean): Promise<void> {
    const author = await places.authorOf(channelId, messageId, isInServer);
    if (!author) return;
    await inOrder(conversationOf(author.place), toDeleted(messageId, author.place, author.from, now()));
  }

  return {
    onReady(known, shardId) {
      self = known;
      if (shardId === DIRECT_SHARD) catchUp.begin();
      logger.info({ shard: shardId }, 'Connected to Discord.');
    },
    onEvent({ t: type, d: data }) {
      switch (type) {
        case GatewayDispatchEvents.MessageCreate:
          return onMessage(data, false);
        case GatewayDispatchEvents.MessageUpdate:
          return onMessage(data, true);
        case GatewayDispatchEvents.MessageDelete:
          return onDeleted(data.id, data.channel_id, data.guild_id !== undefined);
        case GatewayDispatchEvents.MessageDeleteBulk:
          return Promise.all(data.ids.map((id) => onDeleted(id, data.channel_id, true))).then(
            () => undefined,
          );
        case GatewayDispatchEvents.TypingStart:
          if (data.guild_id === undefined && data.user_id !== self?.userId) typed(data.channel_id);
          return null;
        default:
          return null;
      }
    },
    async onMissed(message, place) {
      if (!self || !isForBot(message as MessageData, self)) return;
      const circumstances = { self, scope: place.scope, at: now() };
      places.learn(place, toSender(message.author), message.id);
      // The store knows what it has seen; of the rest, the text as it is now counts.
      for (const incoming of [
        toMessage(message as MessageData, circumstances),
        toEdit(message as MessageData, circumstances),
      ]) {
        if (incoming) await take({ ...incoming, missed: true });
      }
    },
  };
}
