import type { Core } from '../core.ts';
import { bitsOf, EVERYONE_PERMISSIONS, type Permission } from '../permissions.ts';
import { addChannel } from '../world/channels.ts';
import type { GuildRecord, UserRecord } from '../world/records.ts';
import { channelJson, guildJson, isoTime, memberJson, userJson } from '../world/serialise.ts';

export type ChannelOptions = {
  /** Taken from everybody there. */
  readonly deny?: readonly Permission[];
  /** Taken from the bot there. */
  readonly denyBot?: readonly Permission[];
};

/** A server, with its owner's hands. */
export type Guild = {
  readonly id: string;
  readonly name: string;
  /** Makes a text channel and returns its id. */
  createChannel(name: string, options?: ChannelOptions): string;
  /** Lets somebody in, or gives a member other rights; beside everybody's. */
  admits(userId: string, permissions?: readonly Permission[]): void;
  /** The person, or the bot, is gone from the server. */
  removes(userId: string): void;
};

/** GUILD_CREATE's payload (developers/events/gateway-events.mdx): without GUILD_MEMBERS only the bot is listed. */
export function guildCreateJson(core: Core, guild: GuildRecord) {
  const { bot } = core.world;
  const inGuild = [...core.world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const visible = inGuild.filter((channel) => core.world.canSee(bot.id, channel));
  const wire = (types: readonly number[]) =>
    visible
      .filter(({ type, archived }) => types.includes(type) && !archived)
      .map((one) => channelJson(one, core.world.users));
  const member = guild.members.get(bot.id);
  return {
    ...guildJson(guild),
    joined_at: isoTime(member?.joinedAt ?? core.clock.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: member ? [{ ...memberJson(member), user: userJson(bot) }] : [],
    channels: wire([0]),
    threads: wire([11, 12]),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** @param botPermissions the bot's role there beside @everyone; `null` leaves the bot out. */
export function createGuild(
  core: Core,
  name: string,
  owner: UserRecord,
  botPermissions: readonly Permission[] | null,
): Guild {
  const id = core.newGuildId();
  const everyone = { id, name: '@everyone', permissions: bitsOf(EVERYONE_PERMISSIONS), mentionable: false };
  const record: GuildRecord = {
    id,
    name,
    ownerId: owner.id,
    locale: 'en-US',
    roles: new Map([[id, everyone]]),
    members: new Map(),
  };
  const join = (userId: string, permissions: readonly Permission[]) => {
    const roleIds = new Set<string>();
    if (permissions.length > 0) {
      const role = { id: core.newId(), name: 'role', permissions: bitsOf(permissions), mentionable: false };
      record.roles.set(role.id, role);
      roleIds.add(role.id);
    }
    record.members.set(userId, { userId, roleIds, joinedAt: core.clock.now() });
  };
  core.world.guilds.set(id, record);
  join(owner.id, []);
  if (botPermissions) join(core.world.bot.id, botPermissions);
  if (botPermissions) core.dispatch('GUILD_CREATE', id, () => guildCreateJson(core, record));
  return {
    id,
    name,
    createChannel(channelName, { deny = [], denyBot = [] } = {}) {
      const channel = addChannel(core, {
        type: 0,
        name: channelName,
        guildId: id,
        overwrites: [
          { id, type: 0, allow: 0n, deny: bitsOf(deny) },
          { id: core.world.bot.id, type: 1, allow: 0n, deny: bitsOf(denyBot) },
        ],
      });
      if (core.world.canSee(core.world.bot.id, channel)) {
        core.dispatch('CHANNEL_CREATE', id, channelJson(channel, core.world.users));
      }
      return channel.id;
    },
    admits(userId, permissions = []) {
      join(userId, permissions);
      if (userId === core.world.bot.id)
        core.dispatch('GUILD_CREATE', id, () => guildCreateJson(core, record));
      core.changed();
    },
    removes(userId) {
      record.members.delete(userId);
      if (userId === core.world.bot.id) core.dispatch('GUILD_DELETE', id, { id });
      core.changed();
    },
  };
}
