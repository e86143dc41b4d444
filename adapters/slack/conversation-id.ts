import type { ConversationId, EventId, MessageId, PlaceId, PlatformUserId } from '../../src/chat/message.ts';
import { SLACK_LIMITS } from './limits.ts';

/**
 * Somebody in a workspace. There is one conversation with each, their direct messages with the bot, in whichever thread of
 * it or channel they speak: what is private is said there. Where an answer is expected besides, its reply token says.
 */
export type SlackUser = { readonly teamId: string; readonly userId: string };

const prefix = `${SLACK_LIMITS.platformName}:`;
const CONVERSATION = new RegExp(`^${prefix}([A-Z0-9]+):direct:([A-Z0-9]+)$`);
const USER = new RegExp(`^${prefix}([A-Z0-9]+)/([A-Z0-9]+)$`);

export function conversationOf({ teamId, userId }: SlackUser): ConversationId {
  return `${prefix}${teamId}:direct:${userId}` as ConversationId;
}

/** What the ids of all conversations in a workspace begin with. */
export function conversationsOf(teamId: string): ConversationId {
  return `${prefix}${teamId}:` as ConversationId;
}

/** @throws RangeError for an id that `conversationOf` did not make */
export function userOfConversation(conversation: ConversationId): SlackUser {
  return read(CONVERSATION, conversation, 'conversation');
}

export function placeOf(teamId: string): PlaceId {
  return `${prefix}${teamId}` as PlaceId;
}

export function platformUserOf({ teamId, userId }: SlackUser): PlatformUserId {
  return `${prefix}${teamId}/${userId}` as PlatformUserId;
}

/** @throws RangeError for an id that `platformUserOf` did not make */
export function userOf(user: PlatformUserId): SlackUser {
  return read(USER, user, 'user');
}

/** Slack's own id of what happened: of an event, a message, a trigger or a view. The same when it is delivered again. */
export function eventIdOf(kind: 'event' | 'message' | 'trigger' | 'view', id: string): EventId {
  return `${prefix}${kind}:${id}` as EventId;
}

/** Timestamps are unique within their channel. */
export function messageIdOf(channelId: string, ts: string): MessageId {
  return `${channelId}:${ts}` as MessageId;
}

function read(pattern: RegExp, id: string, what: string): SlackUser {
  const [, teamId, userId] = pattern.exec(id) ?? [];
  if (teamId === undefined || userId === undefined) throw new RangeError(`${id} is not a ${what} on Slack.`);
  return { teamId, userId };
}
