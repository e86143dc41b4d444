import type { EventId, Incoming } from '../../src/chat/message.ts';
import type { SlackUser } from './conversation-id.ts';
import type { Origin } from './reply-token.ts';

type Envelope = 'id' | 'conversation' | 'scope' | 'from' | 'at' | 'replyToken' | 'opensForm';
/** What kind of event it is, without who, where and when. */
type What<Event extends Incoming> = Event extends Incoming ? Omit<Event, Envelope> : never;

/** One delivery of Slack's that the bot has to hear of, before it is known who the person is. */
export type Heard = {
  readonly id: EventId;
  readonly user: SlackUser;
  readonly scope: Incoming['scope'];
  readonly origin: Omit<Origin, 'at'>;
  readonly what: What<Incoming>;
  /** The user name, where Slack sends it along. */
  readonly name: string | null;
  /** With it a form can be opened, for three seconds. */
  readonly triggerId: string | null;
};

/** Channels whose ids begin so are direct messages, of the bot's or of other people's. */
export function isDirectChannel(channelId: string): boolean {
  return channelId.startsWith('D');
}
