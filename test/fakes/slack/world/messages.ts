import type { Core } from '../core.ts';
import { announce } from './events.ts';
import type { ChannelRecord, MessageRecord } from './records.ts';
import { messageJson } from './serialise.ts';

/** What a new message is made of. */
export type Draft = Pick<MessageRecord, 'userId'> &
  Partial<
    Pick<
      MessageRecord,
      | 'text'
      | 'blocks'
      | 'attachments'
      | 'files'
      | 'metadata'
      | 'threadTs'
      | 'isBroadcast'
      | 'ephemeralFor'
      | 'isFromBot'
      | 'clientMessageId'
      | 'unfurls'
    >
  >;

/** Posts a message and tells the app, unless it is ephemeral: those are in no event and no history. */
export function createMessage(core: Core, channel: ChannelRecord, draft: Draft): MessageRecord {
  const message: MessageRecord = {
    text: '',
    blocks: [],
    attachments: [],
    files: [],
    metadata: undefined,
    isBroadcast: false,
    isFromBot: false,
    unfurls: true,
    ...draft,
    ts: core.ids.timestamp(),
    channelId: channel.id,
    editedTs: undefined,
    history: [],
  };
  channel.messages.set(message.ts, message);
  if (isReply(message)) repliesTo(channel, message).push(message);
  for (const file of message.files) file.sharedIn.add(channel.id);
  // Flat answers do not take a status away (live-tested by others: PLATFORM.md, Status).
  if (message.isFromBot && message.threadTs !== undefined) core.statuses.clear(channel.id, message.threadTs);
  if (message.ephemeralFor === undefined) announceNew(core, channel, message);
  core.changed();
  return message;
}

function isReply({ threadTs, ts, ephemeralFor }: MessageRecord): boolean {
  return threadTs !== undefined && threadTs !== ts && ephemeralFor === undefined;
}

function repliesTo({ replies }: ChannelRecord, { threadTs = '' }: MessageRecord): MessageRecord[] {
  const present = replies.get(threadTs) ?? [];
  replies.set(threadTs, present);
  return present;
}

function announceNew(core: Core, channel: ChannelRecord, message: MessageRecord): void {
  const payload = {
    ...messageJson(core, message),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channel.kind,
  };
  announce(core, channel.teamId, `message.${EVENT[channel.kind]}`, payload, channel);
  const { bot } = core.world.team(channel.teamId);
  // docs.slack.dev/reference/events/app_mention: not for direct messages, and not for the app's own words.
  if (channel.kind === 'im' || message.isFromBot || !message.text.includes(`<@${bot.userId}>`)) return;
  const { channel_type: _, ...mention } = payload;
  announce(core, channel.teamId, 'app_mention', { ...mention, type: 'app_mention' }, channel);
}

const EVENT = { im: 'im', channel: 'channels', group: 'groups' } as const;

export type Change = Partial<Pick<MessageRecord, 'text' | 'blocks' | 'attachments' | 'metadata'>>;

/** docs.slack.dev/reference/events/message/message_changed. */
export function editMessage(
  core: Core,
  channel: ChannelRecord,
  message: MessageRecord,
  change: Change,
): void {
  const before = messageJson(core, message);
  message.history.push(message.text);
  Object.assign(message, change);
  // docs.slack.dev/reference/methods/chat.update: with blocks, a bot's message does not show that it was edited.
  if (!message.isFromBot || message.blocks.length === 0) message.editedTs = core.ids.timestamp();
  if (message.ephemeralFor === undefined) {
    announceSubtype(core, channel, 'message_changed', {
      message: messageJson(core, message),
      previous_message: before,
    });
  }
  core.changed();
}

/** docs.slack.dev/reference/events/message/message_deleted. */
export function deleteMessage(core: Core, channel: ChannelRecord, message: MessageRecord): void {
  channel.messages.delete(message.ts);
  const replies = repliesTo(channel, message);
  if (isReply(message)) replies.splice(replies.indexOf(message), 1);
  if (message.ephemeralFor === undefined) {
    announceSubtype(core, channel, 'message_deleted', {
      deleted_ts: message.ts,
      previous_message: messageJson(core, message),
    });
  }
  core.changed();
}

function announceSubtype(
  core: Core,
  channel: ChannelRecord,
  subtype: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const ts = core.ids.timestamp();
  const payload = {
    type: 'message',
    subtype,
    ...fields,
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channel.kind,
  };
  announce(core, channel.teamId, `message.${EVENT[channel.kind]}`, payload, channel);
}
