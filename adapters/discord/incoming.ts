import {
  type APIUser,
  ChannelType,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageUpdateDispatchData,
  MessageType,
} from 'discord.js';
import type { Incoming, IncomingMessage, MessageId, Sender } from '../../src/chat/message.ts';
import { toMessageAttachment } from './attachment-ref.ts';
import {
  conversationOf,
  type DiscordPlace,
  eventIdOf,
  placeIdOf,
  platformUserOf,
} from './conversation-id.ts';

type MessageData = GatewayMessageCreateDispatchData | GatewayMessageUpdateDispatchData;

/** Who the bot is on Discord, known from the gateway's first event. */
export type Self = { readonly applicationId: string; readonly userId: string };

/** Somebody's display name; the user name, which is never empty, where there is none. */
export function nameOf({
  global_name: displayName,
  username,
}: Pick<APIUser, 'global_name' | 'username'>): string {
  return displayName || username;
}

/**
 * Whether a message is meant for the bot: written by a person, in a direct conversation or with a mention of the bot (a
 * reply to it mentions it). Others' messages in servers arrive without their text, and are none of its business.
 */
export function isForBot(message: MessageData, { userId }: Self): boolean {
  // Updates of embeds come without the fields of a whole message.
  if (!message.author || message.author.bot || message.webhook_id || message.author.id === userId)
    return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  return !message.guild_id || message.mentions.some(({ id }) => id === userId);
}

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

export function scopeOfChannel(type: ChannelType): 'channel' | 'thread' {
  return THREADS.includes(type) ? 'thread' : 'channel';
}

/** `null` in a server whose event does not say what kind of channel it happened in. */
export function scopeOfMessage(message: MessageData): DiscordPlace['scope'] | null {
  if (!message.guild_id) return 'direct';
  if (message.channel_type !== undefined) return scopeOfChannel(message.channel_type);
  // Only messages of a thread have a position in it (resources/message.mdx).
  return message.position === undefined ? null : 'thread';
}

/** The text without the mention that called the bot, wherever it stands. */
function textOf({ content, guild_id: guildId }: MessageData, { userId }: Self): string {
  if (!guildId) return content;
  return content
    .replace(new RegExp(`<@!?${userId}>`, 'g'), ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

type Circumstances = { readonly self: Self; readonly scope: DiscordPlace['scope']; readonly at: number };

/** A new message, or `null` for one that says nothing: a sticker, a poll, a bare mention gets an empty text only in a server. */
export function toMessage(message: MessageData, circumstances: Circumstances): IncomingMessage | null {
  const text = textOf(message, circumstances.self);
  const attachments = message.attachments.map((file) =>
    toMessageAttachment(file, message.channel_id, message.id),
  );
  if (text === '' && attachments.length === 0 && !message.guild_id) return null;
  return {
    id: eventIdOf(message.id),
    ...envelope(message, circumstances),
    type: 'message',
    messageId: message.id as MessageId,
    text,
    attachments,
  };
}

/** A message that its author has changed; `null` when only Discord changed it (a link's preview arrived). */
export function toEdit(message: MessageData, circumstances: Circumstances): IncomingMessage | null {
  const editedAt = Date.parse(message.edited_timestamp ?? '');
  const edited = Number.isNaN(editedAt) ? null : toMessage(message, circumstances);
  return edited && { ...edited, id: eventIdOf(message.id, editedAt), edit: true };
}

export function toDeleted(
  messageId: string,
  place: DiscordPlace,
  author: Sender,
  at: number,
): Extract<Incoming, { type: 'deleted' }> {
  return {
    id: eventIdOf(messageId, 'deleted'),
    conversation: conversationOf(place),
    scope: place.scope,
    from: author,
    at,
    type: 'deleted',
    messageId: messageId as MessageId,
  };
}

function envelope(
  { author, channel_id: channelId, guild_id: guildId }: MessageData,
  { scope, at }: Circumstances,
) {
  return {
    conversation: conversationOf({ scope, channelId, userId: author.id }),
    scope,
    from: toSender(author),
    ...(guildId !== undefined && { place: placeIdOf(guildId), channel: channelId }),
    at,
  };
}

/** Messages carry no language; that of interactions is added by who reads them. */
export function toSender(user: Pick<APIUser, 'id' | 'global_name' | 'username'>): Sender {
  return { id: platformUserOf(user.id), name: nameOf(user) };
}
