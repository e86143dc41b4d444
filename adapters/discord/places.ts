import { type APIChannel, ChannelType } from 'discord.js';
import type { Sender } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import type { DiscordPlace } from './conversation-id.ts';
import { type ServerScope, scopeOfChannel, toSender } from './incoming.ts';
import { DISCORD_LIMITS } from './limits.ts';

type Author = { readonly place: DiscordPlace; readonly from: Sender };

/** What events leave out: the kind of a channel, and whose message was deleted. */
export type Places = {
  /** Remembers who writes in a direct conversation, or who wrote a message in a server. */
  learn(place: DiscordPlace, from: Sender, messageId: string): void;
  scopeOf(channelId: string, ownId: string): Promise<ServerScope>;
  /** `null` when it is not known, or was not a person's. */
  authorOf(channelId: string, messageId: string, isInServer: boolean): Promise<Author | null>;
};

export function createPlaces(getChannel: (channelId: string) => Promise<unknown>): Places {
  const scopes = createRecentMap<string, ServerScope>(DISCORD_LIMITS.rememberedPlaces);
  const authors = createRecentMap<string, Author>(DISCORD_LIMITS.rememberedPlaces);

  /** A direct conversation has one other side, whose messages alone matter. */
  async function askForRecipient(channelId: string): Promise<Author | null> {
    const channel = (await getChannel(channelId)) as APIChannel;
    const user = channel.type === ChannelType.DM ? channel.recipients?.find(({ bot }) => !bot) : undefined;
    return user ? { place: { scope: 'direct', channelId, userId: user.id }, from: toSender(user) } : null;
  }

  return {
    learn(place, from, messageId) {
      authors.set(place.scope === 'direct' ? place.channelId : messageId, { place, from });
      if (place.scope !== 'direct') scopes.set(place.channelId, place.scope);
    },
    async scopeOf(channelId, ownId) {
      const known = scopes.get(channelId);
      if (known) return known;
      try {
        const scope = scopeOfChannel((await getChannel(channelId)) as APIChannel, ownId);
        scopes.set(channelId, scope);
        return scope;
      } catch {
        // A mention from a channel that the bot cannot look at is answered as from any channel.
        return 'channel';
      }
    },
    async authorOf(channelId, messageId, isInServer) {
      const known = authors.get(isInServer ? messageId : channelId);
      return known ?? (isInServer ? null : askForRecipient(channelId));
    },
  };
}
