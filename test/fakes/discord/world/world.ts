import { refusal } from '../api-error.ts';
import { ALL_PERMISSIONS, PERMISSION, type Permission } from '../permissions.ts';
import type { ChannelRecord, GuildRecord, MessageRecord, UserRecord } from './records.ts';

/** Everything that exists, with the look-ups that refuse as Discord does. */
export type World = {
  readonly bot: UserRecord;
  readonly users: Map<string, UserRecord>;
  readonly guilds: Map<string, GuildRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** @throws ApiError 10003 */
  channel(id: string): ChannelRecord;
  /** @throws ApiError 10004 */
  guild(id: string): GuildRecord;
  /** The message, when the bot can reach it over REST. @throws ApiError 10008 */
  message(channel: ChannelRecord, id: string): MessageRecord;
  permissionsOf(userId: string, channel: ChannelRecord): bigint;
  can(userId: string, channel: ChannelRecord, permission: Permission): boolean;
  canSee(userId: string, channel: ChannelRecord): boolean;
  directChannelOf(userId: string): ChannelRecord | undefined;
  sharesGuildWithBot(userId: string): boolean;
};

export function createWorld(bot: UserRecord): World {
  const users = new Map([[bot.id, bot]]);
  const guilds = new Map<string, GuildRecord>();
  const channels = new Map<string, ChannelRecord>();

  const found = <Value>(value: Value | undefined, code: 10003 | 10004 | 10008): Value => {
    if (value === undefined) throw refusal(code);
    return value;
  };
  const permissionsOf = (userId: string, channel: ChannelRecord): bigint => {
    const guild = channel.guildId === undefined ? undefined : guilds.get(channel.guildId);
    if (!guild) return ALL_PERMISSIONS & ~PERMISSION.administrator;
    const parent = channel.parentId === undefined ? channel : (channels.get(channel.parentId) ?? channel);
    return permissionsIn(guild, userId, parent);
  };
  const can = (userId: string, channel: ChannelRecord, permission: Permission) =>
    (permissionsOf(userId, channel) & PERMISSION[permission]) !== 0n;
  const canSee = (userId: string, channel: ChannelRecord): boolean => {
    if (channel.type === 1) return channel.recipientId === userId || userId === bot.id;
    if (!can(userId, channel, 'viewChannel')) return false;
    return channel.type !== 12 || channel.threadMembers.has(userId) || can(userId, channel, 'manageThreads');
  };

  return {
    bot,
    users,
    guilds,
    channels,
    channel: (id) => found(channels.get(id), 10003),
    guild: (id) => {
      const guild = found(guilds.get(id), 10004);
      if (!guild.members.has(bot.id)) throw refusal(50001);
      return guild;
    },
    message: (channel, id) => {
      const message = found(channel.messages.get(id), 10008);
      if (message.ephemeralFor !== undefined) throw refusal(10008);
      return message;
    },
    permissionsOf,
    can,
    canSee,
    directChannelOf: (userId) => [...channels.values()].find(({ recipientId }) => recipientId === userId),
    sharesGuildWithBot: (userId) =>
      [...guilds.values()].some(({ members }) => members.has(userId) && members.has(bot.id)),
  };
}

/** The computation of developers/topics/permissions.mdx, Permission Overwrites. */
function permissionsIn(guild: GuildRecord, userId: string, channel: ChannelRecord): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const roleIds = [guild.id, ...member.roleIds];
  let bits = roleIds.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  if ((bits & PERMISSION.administrator) !== 0n) return ALL_PERMISSIONS;
  const layers = [
    channel.overwrites.filter(({ id }) => id === guild.id),
    channel.overwrites.filter(({ id }) => member.roleIds.has(id)),
    channel.overwrites.filter(({ id, type }) => type === 1 && id === userId),
  ];
  for (const layer of layers) {
    bits &= ~layer.reduce((sum, { deny }) => sum | deny, 0n);
    bits |= layer.reduce((sum, { allow }) => sum | allow, 0n);
  }
  // Without VIEW_CHANNEL nothing else counts (same page, Implicit Permissions).
  return (bits & PERMISSION.viewChannel) === 0n ? 0n : bits;
}
