import type { Outgoing } from '../../src/chat/message.ts';
import type { Origin } from './reply-token.ts';

/** Where one message goes, and by which way. */
export type Way =
  /** The bot's direct messages with the person. `pointer`: it was asked for elsewhere, and is said there that it is here. */
  | { readonly type: 'direct'; readonly pointer: Origin | null }
  /** For one person's eyes, in the channel where they asked. */
  | { readonly type: 'hidden'; readonly origin: Origin }
  /** For everybody in the channel, in the thread of the question. */
  | { readonly type: 'public'; readonly channelId: string; readonly threadTs: string | null };

/**
 * What is not meant for everybody never stands openly in a channel. A command or a press there is answered for its author's
 * eyes, where they are; but what has to be answered by writing, or by sending a file, stands where that can be read, and a
 * mention has no such way: both are answered in direct messages.
 */
export function wayOf(message: Outgoing, origin: Origin | null, directChannelId: string): Way {
  const channelId = origin?.channelId ?? null;
  if (origin === null || channelId === null || channelId === directChannelId)
    return { type: 'direct', pointer: null };
  if (message.audience === 'everyone') return { type: 'public', channelId, threadTs: origin.threadTs };
  const needsDirect = message.expects !== undefined || (message.files ?? []).length > 0;
  return needsDirect || origin.responseUrl === null
    ? { type: 'direct', pointer: origin }
    : { type: 'hidden', origin };
}
