import type { SentRef } from '../../src/chat/message.ts';
import { packIds, unpackIds } from '../../src/chat/packed-ids.ts';
import { SLACK_LIMITS } from './limits.ts';

/** The messages that one `Outgoing` became, in order, by their timestamps. */
export type SentMessages = { readonly channelId: string; readonly timestamps: readonly string[] };

const PREFIX = `${SLACK_LIMITS.platformName}:`;

/** `slack:CHANNEL.FIRST.STEP…`, the timestamps as microseconds. The workspace is that of the conversation. */
export function toSentRef({ channelId, timestamps }: SentMessages): SentRef {
  const channel = `${PREFIX}${channelId}.`;
  const ids = timestamps.map((ts) => BigInt(ts.replace('.', '')));
  return `${channel}${packIds(ids, SLACK_LIMITS.sentRefCharacters - channel.length)}` as SentRef;
}

/** What one person alone was shown, through a command or a press, cannot be edited later. */
export function toHiddenRef(key: string): SentRef {
  return `${PREFIX}hidden:${key}`.slice(0, SLACK_LIMITS.sentRefCharacters) as SentRef;
}

/** @returns `null` for what cannot be edited */
export function parseSentRef(ref: SentRef): SentMessages | null {
  const [, channelId, packed] = /^slack:([A-Z0-9]+)\.([0-9a-z.]+)$/.exec(ref) ?? [];
  if (channelId === undefined || packed === undefined) return null;
  const timestamps = unpackIds(packed).map((id) => id.toString().replace(/(\d{6})$/, '.$1'));
  return { channelId, timestamps };
}
