import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import type { ChannelRecord, ChannelType } from './records.ts';
import { channelJson, memberJson, userJson } from './serialise.ts';

/** How long a typing indicator shows (resources/channel.mdx, Trigger Typing Indicator: 10 seconds). */
const TYPING_MS = 10_000;
const TYPING_KEPT = 1_000;

type Draft = Partial<ChannelRecord> & Pick<ChannelRecord, 'type' | 'name'> & { readonly id?: string };

export function addChannel(core: Core, draft: Draft): ChannelRecord {
  const channel: ChannelRecord = {
    createdAt: core.clock.now(),
    overwrites: [],
    messages: new Map(),
    lastMessageId: null,
    threadMembers: new Set(),
    archived: false,
    locked: false,
    autoArchiveMinutes: 4320,
    invitable: true,
    ...draft,
    id: draft.id ?? core.newId(),
  };
  core.world.channels.set(channel.id, channel);
  return channel;
}

/** The direct channel between that person and the bot; the same one always. */
export function openDirectChannel(core: Core, userId: string): ChannelRecord {
  return core.world.directChannelOf(userId) ?? addChannel(core, { type: 1, name: '', recipientId: userId });
}

export function addThread(
  core: Core,
  parent: ChannelRecord,
  type: Extract<ChannelType, 11 | 12>,
  id: string,
  body: Json,
): ChannelRecord {
  const bot = core.world.bot.id;
  const thread = addChannel(core, {
    id,
    type,
    name: String(body['name']),
    ...(parent.guildId !== undefined && { guildId: parent.guildId }),
    parentId: parent.id,
    ownerId: bot,
    threadMembers: new Set([bot]),
    autoArchiveMinutes: Number(body['auto_archive_duration'] ?? 4320),
    invitable: body['invitable'] !== false,
  });
  const payload = { ...channelJson(thread, core.world.users), newly_created: true };
  core.dispatch('THREAD_CREATE', thread.guildId, payload);
  core.changed();
  return thread;
}

/** Shows that somebody types, to everybody in the channel and to the bot. */
export function showTyping(core: Core, channel: ChannelRecord, userId: string): void {
  const at = core.clock.now();
  core.typing.push({ channelId: channel.id, userId, at, until: at + TYPING_MS });
  if (core.typing.length > TYPING_KEPT) core.typing.shift();
  const user = core.world.users.get(userId);
  const member = core.world.guilds.get(channel.guildId ?? '')?.members.get(userId);
  core.dispatch('TYPING_START', channel.guildId, {
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(at / 1000),
    ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    ...(member && user && { member: { ...memberJson(member), user: userJson(user) } }),
  });
  core.changed();
}
