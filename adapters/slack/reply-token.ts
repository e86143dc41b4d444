import type { ReplyToken } from '../../src/chat/message.ts';

/** Where an event happened, which is where its answer is looked for. */
export type Origin = {
  /** `null` on the Home page and for shortcuts: they stand in no channel. */
  readonly channelId: string | null;
  /** The first message of the thread that it belongs to; in a channel, a mention begins one. */
  readonly threadTs: string | null;
  /** Answers a command or a press, seen by one person, for half an hour. */
  readonly responseUrl: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export function toReplyToken({ channelId, threadTs, responseUrl, at }: Origin): ReplyToken {
  return JSON.stringify([channelId, threadTs, responseUrl, at]) as ReplyToken;
}

/** @returns `null` for what `toReplyToken` did not make */
export function parseReplyToken(token: string): Origin | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(token);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  const [channelId, threadTs, responseUrl, at] = parsed as unknown[];
  const isText = (value: unknown): value is string | null => value === null || typeof value === 'string';
  if (!isText(channelId) || !isText(threadTs) || !isText(responseUrl) || typeof at !== 'number') return null;
  return { channelId, threadTs, responseUrl, at };
}
