import type { SentRef } from '../../src/chat/message.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** The messages that one `Outgoing` became, in order. */
export type SentMessages = { readonly channelId: string; readonly messageIds: readonly string[] };

const PREFIX = `${DISCORD_LIMITS.platformName}:`;
const BASE = 36;

const encode = (id: bigint): string => id.toString(BASE);
const decode = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, BASE)), 0n);

/**
 * `discord:CHANNEL.FIRST.STEP.STEP…` in base 36. Ids of messages sent together differ little, so some eighteen fit where
 * eight in full would; those that do not fit cannot be edited.
 */
export function toSentRef({ channelId, messageIds }: SentMessages): SentRef {
  let ref = `${PREFIX}${encode(BigInt(channelId))}`;
  let previous = 0n;
  for (const id of messageIds.map(BigInt)) {
    const step = id < previous ? '' : `.${encode(id - previous)}`;
    if (step === '' || ref.length + step.length > DISCORD_LIMITS.sentRefCharacters) break;
    ref += step;
    previous = id;
  }
  return ref as SentRef;
}

/** A message that only its reader sees, through an interaction, cannot be edited later: its token does not last. */
export function toHiddenRef(messageId: string): SentRef {
  return `${PREFIX}hidden:${messageId}` as SentRef;
}

/** @returns `null` for what cannot be edited */
export function parseSentRef(ref: SentRef): SentMessages | null {
  const match = /^discord:([0-9a-z]+)((?:\.[0-9a-z]+)+)$/.exec(ref);
  if (!match) return null;
  const steps = (match[2] ?? '').slice(1).split('.');
  let id = 0n;
  const messageIds = steps.map((step) => {
    id += decode(step);
    return id.toString();
  });
  return { channelId: decode(match[1] ?? '0').toString(), messageIds };
}
