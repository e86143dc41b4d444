import type { ConversationId, EventId, Incoming, PlaceId, PlatformUserId } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';

/**
 * Where somebody talks with the bot. The user belongs to it even in a channel: each person there has an exchange of
 * their own with the bot, and what is private in it goes to them alone.
 */
export type DiscordPlace = {
  /** `private`: a thread that the bot made for this user alone. */
  readonly scope: 'direct' | 'channel' | 'thread' | 'private';
  readonly channelId: string;
  readonly userId: string;
};

const prefix = `${DISCORD_LIMITS.platformName}:`;
const CONVERSATION = new RegExp(`^${prefix}(direct|channel|thread|private):(\\d{1,20}):(\\d{1,20})$`);

export function conversationOf({ scope, channelId, userId }: DiscordPlace): ConversationId {
  return `${prefix}${scope}:${channelId}:${userId}` as ConversationId;
}

/** @throws RangeError for an id that `conversationOf` did not make */
export function placeOf(conversation: ConversationId): DiscordPlace {
  const [, scope, channelId = '', userId = ''] = CONVERSATION.exec(conversation) ?? [];
  switch (scope) {
    case 'direct':
    case 'channel':
    case 'thread':
    case 'private':
      return { scope, channelId, userId };
    default:
      throw new RangeError(`${conversation} is not a conversation on Discord.`);
  }
}

export function platformUserOf(userId: string): PlatformUserId {
  return `${prefix}${userId}` as PlatformUserId;
}

/** The server that something happened in. */
export function placeIdOf(guildId: string): PlaceId {
  return `${prefix}${guildId}` as PlaceId;
}

/** `what` tells several events of one message apart: when it was edited, that it was deleted. */
export function eventIdOf(id: string, what?: string | number): EventId {
  return `${prefix}${id}${what === undefined ? '' : `:${what}`}` as EventId;
}

/** Discord's ids hold the time in their upper bits, in milliseconds since 2015 (developers/reference.mdx, Snowflakes). */
const EPOCH_MS = 1_420_070_400_000;

/** The smallest id that a message of this moment (milliseconds since 1970) may have. */
export function snowflakeAt(at: number): string {
  return (BigInt(Math.max(0, Math.floor(at) - EPOCH_MS)) << 22n).toString();
}

/** Whether others may read there, so that what is for one person has to be hidden. */
export function isShared({ scope }: DiscordPlace): boolean {
  return scope === 'channel' || scope === 'thread';
}

/** In the words that all platforms share. */
export function sharedScopeOf(scope: DiscordPlace['scope']): Incoming['scope'] {
  return scope === 'private' ? 'thread' : scope;
}

/** An address that Discord's clients show as a link to the place. */
export function linkTo({ scope, channelId }: DiscordPlace): string {
  return scope === 'direct' ? `https://discord.com/channels/@me/${channelId}` : `<#${channelId}>`;
}
