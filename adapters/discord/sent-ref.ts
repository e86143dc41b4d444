import type { SentRef } from '../../src/chat/message.ts';
import { packIds, unpackIds } from '../../src/chat/packed-ids.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** The messages that one `Outgoing` became, in order. */
export type SentMessages = { readonly channelId: string; readonly messageIds: readonly string[] };

const PREFIX = `${DISCORD_LIMITS.platformName}:`;
/**
 * `discord:CHANNEL.FIRST.STEP.STEP…` in base 36. Ids of messages sent together differ little, so some eighteen fit where
 * eight in full would; those that do not fit cannot be edited.
 */
export function toSentRef({ channelId, messageIds }: SentMessages): SentRef {
  const channel = `${PREFIX}${BigInt(channelId).toString(36)}.`;
  const room = DISCORD_LIMITS.sentRefCharacters - channel.length;
  return `${channel}${packIds(messageIds.map(BigInt), room)}` as SentRef;
}

/** A message that only its reader sees, through an interaction, cannot be edited later: its token does not last. */
export function toHiddenRef(messageId: string): SentRef {
  return `${PREFIX}hidden:${messageId}` as SentRef;
}

/** @returns `null` for what cannot be edited */
export function parseSentRef(ref: SentRef): SentMessages | null {
  const match = /^discord:([0-9a-z]+)((?:\.[0-9a-z]+)+)$/.exec(ref);
  if (!match) return null;
  const [channelId = 0n] = unpackIds(match[1] ?? '0');
  return { channelId: String(channelId), messageIds: unpackIds((match[2] ?? '').slice(1)).map(String) };
}
