import { Refusal } from '../refusal.ts';
import { readContent } from '../rules/message.ts';
import { checkMetadata } from '../rules/metadata.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import { messageJson } from '../world/serialise.ts';
import { flag, json, required, text, timestamp } from './arguments.ts';
import { channelFor, memberChannel, ownMessage, threadOf } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/chat.postMessage: `chat:write`. */
const postMessage = defineMethod('chat.postMessage', {
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

/** docs.slack.dev/reference/methods/chat.update: what is left out of blocks and attachments stays. */
const update = defineMethod('chat.update', {
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
    const content = readContent(core, given);
    editMessage(core, channel, message, {
      text: given.text ?? (given.markdown_text !== undefined ? content.text : message.text),
      blocks: given.blocks === undefined ? message.blocks : content.blocks,
      attachments: given.attachments === undefined ? message.attachments : content.attachments,
      ...(given.metadata !== undefined && { metadata: checkMetadata(given.metadata) }),
    });
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageJson(core, message, true),
    };
  },
});

/** docs.slack.dev/reference/methods/chat.delete. */
const remove = defineMethod('chat.delete', {
  scopes: ['chat:write'],
  takes: { channel: required(text), ts: required(timestamp) },
  handle(given, caller) {
    const channel = channelFor(caller, given.channel);
    deleteMessage(caller.core, channel, ownMessage(caller, channel, given.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: given.ts };
  },
});

export const chatMethods: readonly Method[] = [postMessage, postEphemeral, update, remove];
