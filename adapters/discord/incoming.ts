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
  sharedScopeOf,
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

const THREADS: readonly ChannelType[] = [ChannelType.AnnouncementThread, ChannelType.PublicThread];

export type ServerScope = Exclude<DiscordPlace['scope'], 'direct'>;

/** The kind of a server's channel; `null` for a private thread, which may be its candidate's own. */
export function scopeOfType(type: ChannelType = ChannelType.GuildText): 'channel' | 'thread' | null {
  if (type === ChannelType.PrivateThread) return null;
  return THREADS.includes(type) ? 'thread' : 'channel';
}

/** A whole channel. Private threads that the bot has made are their candidates' own; others' are not. */
export function scopeOfChannel(
  channel: { readonly type: ChannelType; readonly owner_id?: string },
  ownId: string,
): ServerScope {
  return scopeOfType(channel.type) ?? (channel.owner_id === ownId ? 'private' : 'thread');
}

/** `null` where the event does not say enough. */
export function scopeOfMessage({ guild_id: guildId, channel_type: type }: MessageData) {
  if (!guildId) return 'direct';
  return type === undefined ? null : scopeOfType(type);
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
    scope: sharedScopeOf(place.scope),
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
    scope: sharedScopeOf(scope),
    from: toSender(author),
    ...(guildId !== undefined && { place: placeIdOf(guildId), channel: channelId }),
    at,
  };
}

/** Messages carry no language; that of interactions is added by who reads them. */
export function toSender(user: Pick<APIUser, 'id' | 'global_name' | 'username'>): Sender {
  return { id: platformUserOf(user.id), name: nameOf(user) };
}
