import { Refusal } from '../refusal.ts';
import { directChannel } from '../world/channels.ts';
import type { ChannelRecord, MessageRecord, TeamRecord, UserRecord } from '../world/records.ts';
import type { Caller } from './method.ts';

/** @throws Refusal channel_not_found: also for private channels that the bot is not in. */
export function channelFor({ core, team }: Caller, id: string): ChannelRecord {
  const channel = core.world.channels.get(id);
  const isVisible =
    channel?.teamId === team.id && (channel.kind === 'channel' || channel.members.has(team.bot.userId));
  if (!channel || !isVisible) throw new Refusal('channel_not_found');
  return channel;
}

/**
 * Where a message can be posted: a channel with the bot in it, or a person's direct messages by the person's id
 * (docs.slack.dev/reference/methods/chat.postMessage, Channels).
 * @throws Refusal channel_not_found, not_in_channel, is_archived
 */
export function memberChannel(caller: Caller, id: string): ChannelRecord {
  const user = caller.core.world.users.get(id);
  const channel =
    user && user.teamId === caller.team.id && !user.isBot
      ? directChannel(caller.core, activeUser(caller, id))
      : channelFor(caller, id);
  const { bot, scopes } = caller.team;
  // docs.slack.dev/reference/scopes/chat.write.public: public channels without being in them.
  const isOpen = channel.kind === 'channel' && scopes.has('chat:write.public');
  if (!isOpen && !channel.members.has(bot.userId)) throw new Refusal('not_in_channel');
  if (channel.archived) throw new Refusal('is_archived');
  return channel;
}

/** @throws Refusal user_not_found */
export function userFor({ core, team }: Caller, id: string): UserRecord {
  const user = core.world.users.get(id);
  if (user?.teamId !== team.id) throw new Refusal('user_not_found');
  return user;
}

/** Somebody who can be written to. @throws Refusal user_not_found, user_disabled */
export function activeUser(caller: Caller, id: string): UserRecord {
  const user = userFor(caller, id);
  if (user.deleted) throw new Refusal('user_disabled');
  return user;
}

/** @throws Refusal message_not_found, or `code` for somebody else's. Ephemeral messages cannot be changed this way. */
export function ownMessage(
  { team }: Caller,
  channel: ChannelRecord,
  ts: string,
  code: string,
): MessageRecord {
  const message = channel.messages.get(ts);
  if (!message || message.ephemeralFor !== undefined) throw new Refusal('message_not_found');
  if (message.userId !== team.bot.userId) throw new Refusal(code);
  return message;
}

/**
 * Replies name their thread's first message, by the page of chat.postMessage; what Slack does with another's `ts` it
 * does not say, so that is refused.
 * @throws Refusal thread_not_found, cannot_reply_to_message
 */
export function threadOf(
  channel: ChannelRecord,
  threadTs: string | undefined,
): { readonly threadTs?: string } {
  if (threadTs === undefined) return {};
  const parent = channel.messages.get(threadTs);
  if (!parent || parent.ephemeralFor !== undefined) throw new Refusal('thread_not_found');
  if (parent.threadTs !== undefined && parent.threadTs !== parent.ts) {
    throw new Refusal('cannot_reply_to_message');
  }
  return { threadTs: parent.ts };
}

/** @throws Refusal missing_scope, with what is needed and what there is. */
export function demandScopes(team: TeamRecord, scopes: readonly string[]): void {
  if (scopes.every((scope) => team.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: scopes.join(','), provided: [...team.scopes].join(',') });
}
