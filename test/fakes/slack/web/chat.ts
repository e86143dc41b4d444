import { isJson, type Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { readContent } from '../rules/message.ts';
import { checkMetadata } from '../rules/metadata.ts';
import { type Change, createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import type { MessageRecord } from '../world/records.ts';
import { messageJson } from '../world/serialise.ts';
import { flag, json, required, text, timestamp } from './arguments.ts';
import { channelFor, memberChannel, ownMessage, threadOf } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/chat.postMessage: `chat:write`. */
const postMessage = defineMethod('chat.postMessage', {
  tier: 'posting',
  scopes: ['chat:write'],
  takes: {
    channel: required(text),
    text,
    blocks: json,
    attachments: json,
    thread_ts: timestamp,
    reply_broadcast: flag,
    metadata: json,
    mrkdwn: flag,
    markdown_text: text,
    parse: text,
    link_names: flag,
    unfurl_links: flag,
    unfurl_media: flag,
  },
  handle(given, caller) {
    const { core, team } = caller;
    const channel = memberChannel(caller, given.channel);
    const content = readContent(core, given);
    const message = createMessage(core, channel, {
      ...content,
      userId: team.bot.userId,
      isFromBot: true,
      metadata: checkMetadata(given.metadata),
      unfurls: given.unfurl_links !== false,
      ...threadOf(channel, given.thread_ts),
      isBroadcast: given.reply_broadcast === true && given.thread_ts !== undefined,
    });
    return { channel: channel.id, ts: message.ts, message: messageJson(core, message, true) };
  },
});

/** docs.slack.dev/reference/methods/chat.postEphemeral. */
const postEphemeral = defineMethod('chat.postEphemeral', {
  tier: 4,
  scopes: ['chat:write'],
  takes: {
    channel: required(text),
    user: required(text),
    text,
    blocks: json,
    attachments: json,
    thread_ts: timestamp,
    markdown_text: text,
    parse: text,
    link_names: flag,
  },
  handle(given, caller) {
    const { core, team } = caller;
    const channel = memberChannel(caller, given.channel);
    if (core.world.users.get(given.user)?.teamId !== team.id) throw new Refusal('user_not_in_channel');
    if (!channel.members.has(given.user)) throw new Refusal('user_not_in_channel');
    const message = createMessage(core, channel, {
      ...readContent(core, given),
      userId: team.bot.userId,
      isFromBot: true,
      ephemeralFor: given.user,
      ...threadOf(channel, given.thread_ts),
    });
    return { message_ts: message.ts };
  },
});

/** docs.slack.dev/reference/methods/chat.update. */
const update = defineMethod('chat.update', {
  tier: 3,
  scopes: ['chat:write'],
  takes: {
    channel: required(text),
    ts: required(timestamp),
    text,
    blocks: json,
    attachments: json,
    metadata: json,
    markdown_text: text,
    parse: text,
    link_names: flag,
    reply_broadcast: flag,
  },
  handle(given, caller) {
    const { core } = caller;
    const channel = channelFor(caller, given.channel);
    const message = ownMessage(caller, channel, given.ts, 'cant_update_message');
    editMessage(core, channel, message, {
      ...changedContent(core, given, message),
      ...(given.metadata !== undefined && { metadata: changedMetadata(given.metadata) }),
    });
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageJson(core, message, true),
    };
  },
});

/** Same page, msg_too_long: "The text field cannot exceed 4,000 characters". */
const MAX_UPDATED_TEXT = 4_000;

/** Same page, blocks: text without blocks takes the blocks away; attachments that are left out stay. */
function changedContent(
  core: Core,
  given: Parameters<typeof readContent>[1],
  message: MessageRecord,
): Change {
  const saysNothing =
    given.text === undefined && given.blocks === undefined && given.markdown_text === undefined;
  if (saysNothing && given.attachments === undefined) throw new Refusal('no_text');
  if (saysNothing) return { attachments: readContent(core, given).attachments };
  const { text, blocks, attachments } = readContent(core, given, MAX_UPDATED_TEXT);
  return { text, blocks, attachments: given.attachments === undefined ? message.attachments : attachments };
}

/** Same page, metadata: an empty object takes it away. */
function changedMetadata(given: unknown): Json | undefined {
  return isJson(given) && Object.keys(given).length === 0 ? undefined : checkMetadata(given);
}

/** docs.slack.dev/reference/methods/chat.delete. */
const remove = defineMethod('chat.delete', {
  tier: 3,
  scopes: ['chat:write'],
  takes: { channel: required(text), ts: required(timestamp) },
  handle(given, caller) {
    const channel = channelFor(caller, given.channel);
    deleteMessage(caller.core, channel, ownMessage(caller, channel, given.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: given.ts };
  },
});

export const chatMethods: readonly Method[] = [postMessage, postEphemeral, update, remove];
