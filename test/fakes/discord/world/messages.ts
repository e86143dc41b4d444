import type { Json } from '../../support/json.ts';
import { refusal } from '../api-error.ts';
import type { Core } from '../core.ts';
import { mentioningText, readMentions } from '../rules/mentions.ts';
import type { AttachmentRecord, ChannelRecord, MessageRecord } from './records.ts';
import { FLAG } from './records.ts';
import { attachmentJson, isoTime, memberJson, userJson } from './serialise.ts';

/** What a new message is made of. */
export type Draft = {
  readonly authorId: string;
  readonly content?: string;
  readonly embeds?: readonly Json[];
  readonly components?: readonly Json[];
  readonly attachments?: readonly AttachmentRecord[];
  readonly flags?: number;
  readonly type?: number;
  readonly nonce?: string | number;
  readonly referencedId?: string;
  readonly allowedMentions?: unknown;
  readonly ephemeralFor?: string;
  readonly interactionId?: string;
};

export type Change = {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly attachments: readonly AttachmentRecord[];
  readonly flags: number;
};

/** Discord numbers components that have no id (developers/components/reference.mdx, Anatomy of a Component). */
export function withComponentIds(components: readonly Json[]): readonly Json[] {
  let next = 0;
  const number = (component: Json): Json => {
    next += 1;
    const id = typeof component['id'] === 'number' && component['id'] > 0 ? component['id'] : next;
    const children = component['components'];
    return {
      ...component,
      id,
      ...(Array.isArray(children) && { components: children.map((child: Json) => number(child)) }),
      ...(typeof component['accessory'] === 'object' && {
        accessory: number(component['accessory'] as Json),
      }),
    };
  };
  return components.map(number);
}

/** Stores a message and tells the bot, unless it is ephemeral. */
export function createMessage(core: Core, channel: ChannelRecord, draft: Draft): MessageRecord {
  const { world, clock } = core;
  const [content, components] = [draft.content ?? '', withComponentIds(draft.components ?? [])];
  const mentions = readMentions(
    mentioningText(content, components),
    draft.allowedMentions,
    channel.guildId !== undefined && world.can(draft.authorId, channel, 'mentionEveryone'),
    (roleId) => world.guilds.get(channel.guildId ?? '')?.roles.get(roleId)?.mentionable ?? false,
  );
  const message: MessageRecord = {
    id: core.newId(),
    channelId: channel.id,
    authorId: draft.authorId,
    type: draft.type ?? 0,
    content,
    embeds: draft.embeds ?? [],
    components,
    attachments: draft.attachments ?? [],
    flags: draft.flags ?? 0,
    createdAt: clock.now(),
    editedAt: null,
    nonce: draft.nonce,
    referencedId: draft.referencedId,
    ephemeralFor: draft.ephemeralFor,
    interactionId: draft.interactionId,
    mentionedUserIds: mentions.userIds,
    mentionedRoleIds: mentions.roleIds,
    mentionsEveryone: mentions.everyone,
    pings: mentions.pings,
    history: [],
    reactions: new Map(),
    threadId: undefined,
  };
  channel.messages.set(message.id, message);
  channel.lastMessageId = message.id;
  // A message ends its author's typing indicator.
  for (const entry of core.typing) {
    if (entry.channelId === channel.id && entry.userId === message.authorId && entry.until > clock.now()) {
      entry.until = clock.now();
    }
  }
  announce(core, 'MESSAGE_CREATE', channel, message);
  return message;
}

/** Changes a message and tells the bot; an edit notifies nobody. */
export function editMessage(
  core: Core,
  channel: ChannelRecord,
  message: MessageRecord,
  change: Partial<Change>,
): void {
  message.history.push(message.content);
  Object.assign(message, change, change.components && { components: withComponentIds(change.components) });
  const wasLoading = (message.flags & FLAG.loading) !== 0;
  message.flags &= ~FLAG.loading;
  message.editedAt = wasLoading ? null : core.clock.now();
  const mentions = readMentions(
    mentioningText(message.content, message.components),
    undefined,
    false,
    () => true,
  );
  message.mentionedUserIds = mentions.userIds;
  announce(core, 'MESSAGE_UPDATE', channel, message);
}

export function deleteMessage(core: Core, channel: ChannelRecord, message: MessageRecord): void {
  channel.messages.delete(message.id);
  if (message.ephemeralFor === undefined) {
    const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
    core.dispatch('MESSAGE_DELETE', channel.guildId, { id: message.id, channel_id: channel.id, ...guild });
  }
  core.changed();
}

function announce(core: Core, event: string, channel: ChannelRecord, message: MessageRecord): void {
  if (message.ephemeralFor === undefined && core.world.canSee(core.world.bot.id, channel)) {
    core.dispatch(event, channel.guildId, (seesContent) => ({
      ...messageJson(core, message, seesContent),
      ...eventFields(core, channel, message),
    }));
  }
  core.changed();
}

/** Only events carry these (developers/events/gateway-events.mdx, Message Create Extra Fields). */
function eventFields(core: Core, channel: ChannelRecord, message: MessageRecord): Json {
  const member = core.world.guilds.get(channel.guildId ?? '')?.members.get(message.authorId);
  return {
    channel_type: channel.type,
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    ...(member && { member: memberJson(member) }),
  };
}

/**
 * Whether the bot reads what somebody wrote: always its own, in direct messages and where it is mentioned, else only
 * with MESSAGE_CONTENT (developers/events/gateway.mdx, Message Content Intent).
 */
function isReadable(core: Core, message: MessageRecord): boolean {
  const { bot, channels } = core.world;
  return (
    message.authorId === bot.id ||
    channels.get(message.channelId)?.type === 1 ||
    message.mentionedUserIds.includes(bot.id)
  );
}

/** A message as the API shows it. @param seesContent whether the reader has MESSAGE_CONTENT. */
export function messageJson(core: Core, message: MessageRecord, seesContent: boolean): Json {
  const { users, bot } = core.world;
  const open = seesContent || isReadable(core, message);
  const mentioned = message.mentionedUserIds.flatMap((id) => users.get(id) ?? []);
  const author = users.get(message.authorId) ?? bot;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userJson(author),
    content: open ? message.content : '',
    embeds: open ? message.embeds.map((embed) => ({ type: 'rich', ...embed })) : [],
    components: open ? message.components : [],
    attachments: open ? message.attachments.map((file) => attachmentJson(file, core.files)) : [],
    flags: message.flags,
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : isoTime(message.editedAt),
    mentions: mentioned.map(userJson),
    mention_roles: message.mentionedRoleIds,
    mention_everyone: message.mentionsEveryone,
    pinned: false,
    tts: false,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...interactionFields(core, message),
    ...referenceFields(core, message, seesContent),
  };
}

function interactionFields(core: Core, message: MessageRecord): Json {
  return message.interactionId === undefined
    ? {}
    : { application_id: core.applicationId, webhook_id: core.applicationId };
}

function referenceFields(core: Core, message: MessageRecord, seesContent: boolean): Json {
  if (message.referencedId === undefined) return {};
  const channel = core.world.channels.get(message.channelId);
  const referenced = channel?.messages.get(message.referencedId);
  return {
    message_reference: { type: 0, channel_id: message.channelId, message_id: message.referencedId },
    referenced_message: referenced
      ? messageJson(core, Object.assign({}, referenced, { referencedId: undefined }), seesContent)
      : null,
  };
}

/** @throws ApiError 50005 when the message is not the bot's. */
export function demandOwn(core: Core, message: MessageRecord): void {
  if (message.authorId !== core.world.bot.id) throw refusal(50005);
}
