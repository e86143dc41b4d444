import type { Json } from '../../support/json.ts';
import type { Files } from './files.ts';
import type { AttachmentRecord, ChannelRecord, GuildRecord, MemberRecord, UserRecord } from './records.ts';

const iso = (at: number) => new Date(at).toISOString().replace('Z', '000+00:00');
export const isoTime = iso;

export function userJson(user: UserRecord): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.globalName,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
  };
}

export function memberJson(member: MemberRecord): Json {
  return {
    roles: [...member.roleIds],
    nick: null,
    avatar: null,
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

export function attachmentJson(attachment: AttachmentRecord, files: Files): Json {
  const url = files.urlOf(attachment);
  return {
    id: attachment.id,
    filename: attachment.filename,
    ...(attachment.title !== undefined && { title: attachment.title }),
    size: attachment.claimedBytes,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description !== undefined && { description: attachment.description }),
    ...(attachment.ephemeral && { ephemeral: true }),
  };
}

function threadFields(channel: ChannelRecord): Json {
  return {
    parent_id: channel.parentId,
    owner_id: channel.ownerId,
    message_count: channel.messages.size,
    total_message_sent: channel.messages.size,
    member_count: Math.min(channel.threadMembers.size, 50),
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: channel.autoArchiveMinutes,
      archive_timestamp: iso(channel.createdAt),
      create_timestamp: iso(channel.createdAt),
      locked: channel.locked,
      ...(channel.type === 12 && { invitable: channel.invitable }),
    },
  };
}

export function channelJson(channel: ChannelRecord, users: ReadonlyMap<string, UserRecord>): Json {
  const base = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.type === 1) {
    const recipient = users.get(channel.recipientId ?? '');
    return { ...base, recipients: recipient ? [userJson(recipient)] : [] };
  }
  return {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    rate_limit_per_user: 0,
    ...(channel.type === 0
      ? {
          position: 0,
          topic: null,
          nsfw: false,
          parent_id: null,
          permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
            id,
            type,
            allow: allow.toString(),
            deny: deny.toString(),
          })),
        }
      : threadFields(channel)),
  };
}

export function threadMemberJson(channel: ChannelRecord, userId: string): Json {
  return { id: channel.id, user_id: userId, join_timestamp: iso(channel.createdAt), flags: 0 };
}

export function roleJson(guild: GuildRecord, roleId: string): Json {
  const role = guild.roles.get(roleId);
  return {
    id: roleId,
    name: role?.name,
    permissions: (role?.permissions ?? 0n).toString(),
    mentionable: role?.mentionable ?? false,
    position: roleId === guild.id ? 0 : 1,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A server without its channels and members. */
export function guildJson(guild: GuildRecord): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.keys()].map((id) => roleJson(guild, id)),
    preferred_locale: guild.locale,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    afk_timeout: 300,
    afk_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    application_id: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    vanity_url_code: null,
    nsfw_level: 0,
    max_members: 500_000,
  };
}
