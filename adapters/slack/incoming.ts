import { type SlackFile, toAttachment } from './attachment-ref.ts';
import { eventIdOf, messageIdOf } from './conversation-id.ts';
import type { Heard } from './heard.ts';
import { toPlainText, withoutMention } from './plain-text.ts';

/** The outer event of the Events API (docs.slack.dev/apis/events-api, Event payloads), as far as it is read. */
export type EventEnvelope = {
  readonly type: 'event_callback';
  readonly event_id: string;
  readonly team_id: string;
  readonly authorizations?: readonly { readonly team_id?: string | null }[];
  readonly event: SlackEvent;
};

type Message = {
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly files?: readonly SlackFile[];
  readonly edited?: { readonly ts: string };
};
type MessageEvent = Message & {
  readonly type: 'message';
  readonly channel: string;
  readonly channel_type?: string;
  /** Of `message_changed`: how it is now. */
  readonly message?: Message;
  /** Of `message_changed` and `message_deleted`: how it was. */
  readonly previous_message?: Message;
  readonly deleted_ts?: string;
};
type MentionEvent = Message & { readonly type: 'app_mention'; readonly channel: string };
type SlackEvent =
  | MessageEvent
  | MentionEvent
  | { readonly type: 'app_home_opened'; readonly user: string; readonly tab: string }
  | { readonly type: 'app_uninstalled' }
  | { readonly type: 'tokens_revoked'; readonly tokens?: { readonly bot?: readonly string[] } };

/** The workspace in which the app was installed, also when the event comes from one that shares a channel with it. */
export function teamOfEvent({ authorizations, team_id: teamId }: EventEnvelope): string {
  return authorizations?.[0]?.team_id ?? teamId;
}

type Circumstances = { readonly eventId: string; readonly teamId: string; readonly botUserId: string };

/** An event as what the bot has to hear of, in order; empty for one that is none of its business. */
export function readEvent(envelope: EventEnvelope, botUserId: string): readonly Heard[] {
  const { event, event_id: eventId } = envelope;
  const teamId = teamOfEvent(envelope);
  const elsewhere = {
    id: eventIdOf('event', eventId),
    scope: 'direct',
    origin: { channelId: null, threadTs: null, responseUrl: null },
    name: null,
    triggerId: null,
  } as const;
  const removed = {
    ...elsewhere,
    user: { teamId, userId: botUserId },
    what: { type: 'uninstalled' },
  } as const;
  switch (event.type) {
    case 'message':
      return event.channel_type === 'im' ? readDirectMessage(event, { eventId, teamId, botUserId }) : [];
    case 'app_mention':
      return readMention(event, { eventId, teamId, botUserId });
    case 'app_home_opened': {
      const what: Heard['what'] =
        event.tab === 'home' ? { type: 'homeOpened' } : { type: 'arrived', greets: 'newcomers' };
      return [{ ...elsewhere, user: { teamId, userId: event.user }, what }];
    }
    case 'app_uninstalled':
      return [removed];
    case 'tokens_revoked':
      // Those of people who had signed in come here, too; the bot has its own.
      return (event.tokens?.bot ?? []).length > 0 ? [removed] : [];
    default:
      return [];
  }
}

/** New messages of people: without a subtype, with files, or repeated from a thread. All others are notices of Slack's. */
const SAID: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

function readDirectMessage(event: MessageEvent, circumstances: Circumstances): readonly Heard[] {
  const { channel, subtype, message, previous_message: before } = event;
  const heard = (of: Message | undefined, id: Heard['id'], what: (by: Message) => Heard['what']) =>
    of ? hear(of, channel, circumstances, id, what) : [];
  const changeId = eventIdOf('event', circumstances.eventId);
  if (SAID.includes(subtype))
    return heard(event, idOf(channel, event.ts), (by) => said(by, channel, circumstances));
  // The first message of a thread that is deleted leaves a stone behind.
  if (subtype === 'message_deleted' || (subtype === 'message_changed' && message?.subtype === 'tombstone')) {
    const ts = event.deleted_ts ?? before?.ts ?? '';
    return heard(before, changeId, () => ({ type: 'deleted', messageId: messageIdOf(channel, ts) }));
  }
  if (subtype !== 'message_changed' || !message || !isEdit(message, before)) return [];
  return [
    // Its own event may be on another connection, or be delivered again only later: then this is how it counts.
    ...(isYoung(message)
      ? heard(message, idOf(channel, message.ts), (by) => said(by, channel, circumstances))
      : []),
    ...heard(message, changeId, (by) => ({ ...said(by, channel, circumstances), edit: true })),
  ];
}

/** Slack changes messages, too: a preview of a link has arrived. */
function isEdit(message: Message, before: Message | undefined): boolean {
  return message.edited !== undefined && message.edited.ts !== before?.edited?.ts;
}

/** What Slack has not delivered within so many seconds, it delivers no more (docs.slack.dev/apis/events-api, Retries). */
const DELIVERED_WITHIN_S = 10 * 60;

function isYoung({ ts, edited }: Message): boolean {
  return Number(edited?.ts) - Number(ts) < DELIVERED_WITHIN_S;
}

/** The same for each event that tells of the message as new. */
function idOf(channel: string, ts: string): Heard['id'] {
  return eventIdOf('message', messageIdOf(channel, ts));
}

/** Something that a person did in the bot's direct messages; nothing for what bots do, this one among them. */
function hear(
  message: Message,
  channelId: string,
  { teamId, botUserId }: Circumstances,
  id: Heard['id'],
  what: (by: Message) => Heard['what'],
): readonly Heard[] {
  const { user: userId, bot_id: botId, thread_ts: threadTs = null } = message;
  if (userId === undefined || botId !== undefined || userId === botUserId) return [];
  const origin = { channelId, threadTs, responseUrl: null };
  const user = { teamId, userId };
  return [{ id, user, scope: 'direct', origin, what: what(message), name: null, triggerId: null }];
}

function said(
  { ts, text = '', files = [] }: Message,
  channel: string,
  { teamId }: Circumstances,
): Extract<Heard['what'], { type: 'message' }> {
  return {
    type: 'message',
    messageId: messageIdOf(channel, ts),
    text: toPlainText(text),
    attachments: files.map((file) => toAttachment(file, teamId)),
  };
}

/** Somebody in a channel speaks to the bot. A mention that an edit adds comes as one, too. */
function readMention(event: MentionEvent, circumstances: Circumstances): readonly Heard[] {
  const { channel, ts, thread_ts: threadTs } = event;
  const text = withoutMention(event.text ?? '', circumstances.botUserId);
  return hear(event, channel, circumstances, idOf(channel, ts), (by) =>
    said({ ...by, text }, channel, circumstances),
  ).map((heard) => ({
    ...heard,
    scope: threadTs === undefined ? ('channel' as const) : ('thread' as const),
    // The answer belongs under the question.
    origin: { ...heard.origin, threadTs: threadTs ?? ts },
  }));
}
