import type { ReplyToken } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';

/**
 * What any process needs to answer an interaction. What became of it meanwhile (answered, deferred, for whose eyes) is not
 * in it, as that is decided after it was stored: who does not know asks Discord.
 */
export type InteractionKey = {
  readonly applicationId: string;
  readonly interactionId: string;
  readonly token: string;
  /** When it came here, in milliseconds since 1970. */
  readonly issuedAt: number;
  /** `reply`: the user waits for a message (a command). `update`: a press, which may pass without one. */
  readonly wants: 'reply' | 'update';
};

export function toReplyToken(key: InteractionKey): ReplyToken {
  return JSON.stringify(key) as ReplyToken;
}

/** @returns `null` for what `toReplyToken` did not make */
export function parseReplyToken(replyToken: ReplyToken): InteractionKey | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(replyToken);
  } catch {
    return null;
  }
  const { applicationId, interactionId, token, issuedAt, wants } = Object(parsed) as Record<string, unknown>;
  if (typeof applicationId !== 'string' || typeof interactionId !== 'string' || typeof token !== 'string')
    return null;
  if (typeof issuedAt !== 'number' || (wants !== 'reply' && wants !== 'update')) return null;
  return { applicationId, interactionId, token, issuedAt, wants };
}

/** Whether Discord still honours it. */
export function isFresh({ issuedAt }: InteractionKey, now: number): boolean {
  return now - issuedAt < DISCORD_LIMITS.interactionTokenMs;
}
