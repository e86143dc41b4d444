import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { fileJson } from './files.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from './records.ts';

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** docs.slack.dev/reference/objects/user-object; `locale` only when asked for. */
export function userJson(core: Core, user: UserRecord, withLocale: boolean): Json {
  const team = core.world.team(user.teamId);
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    color: '9f69e7',
    real_name: user.realName,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: 0,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: user.teamId,
      ...(user.isBot && { bot_id: team.bot.botId, api_app_id: core.appId, always_active: true }),
    },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isPrimaryOwner,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: seconds(core.clock.now()),
    ...(withLocale && { locale: user.locale }),
  };
}

/** docs.slack.dev/reference/objects/conversation-object. */
export function channelJson(core: Core, channel: ChannelRecord): Json {
  const isDirect = channel.kind === 'im';
  const { bot } = core.world.team(channel.teamId);
  const base = {
    id: channel.id,
    created: seconds(channel.createdAt),
    is_archived: channel.archived,
    is_im: isDirect,
    is_mpim: false,
    is_org_shared: false,
    context_team_id: channel.teamId,
    updated: channel.createdAt,
  };
  if (isDirect) return { ...base, user: channel.userId, is_open: true, priority: 0 };
  return {
    ...base,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'group',
    is_private: channel.kind === 'group',
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(bot.userId),
    num_members: channel.members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** docs.slack.dev/reference/methods/bots.info; the same comes with the bot's messages. */
export function botProfile(core: Core, teamId: string): Json {
  const { bot } = core.world.team(teamId);
  return {
    id: bot.botId,
    app_id: core.appId,
    user_id: bot.userId,
    name: core.world.user(bot.userId).realName,
    icons: {},
    deleted: false,
    updated: 0,
    team_id: teamId,
  };
}

/** docs.slack.dev/reference/events/message, as it is in events, in history and in payloads. */
export function messageJson(core: Core, message: MessageRecord, withMetadata = false): Json {
  const channel = core.world.channel(message.channelId);
  const { bot } = core.world.team(channel.teamId);
  const replies = channel.replies.get(message.ts) ?? [];
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
  const parent = isReply ? channel.messages.get(message.threadTs ?? '') : undefined;
  return {
    type: 'message',
    ...(message.files.length > 0 && { subtype: 'file_share' }),
    ...(message.isBroadcast && { subtype: 'thread_broadcast' }),
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: channel.teamId,
    ...(message.clientMessageId !== undefined && { client_msg_id: message.clientMessageId }),
    ...(message.isFromBot && {
      bot_id: bot.botId,
      app_id: core.appId,
      bot_profile: botProfile(core, channel.teamId),
    }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.files.length > 0 && {
      files: message.files.map((file) => fileJson(core, file)),
      upload: false,
      display_as_bot: false,
    }),
    ...((isReply || replies.length > 0) && { thread_ts: message.threadTs ?? message.ts }),
    ...(parent && { parent_user_id: parent.userId }),
    ...(replies.length > 0 && {
      reply_count: replies.length,
      reply_users_count: new Set(replies.map(({ userId }) => userId)).size,
      reply_users: [...new Set(replies.map(({ userId }) => userId))],
      latest_reply: replies.at(-1)?.ts,
      is_locked: false,
      subscribed: false,
    }),
    ...(message.editedTs !== undefined && { edited: { user: message.userId, ts: message.editedTs } }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}
