import { createHash } from 'node:crypto';
import type { ConversationId, PlatformUserId } from '../chat/message.ts';

/** A user of a platform who belongs to an account. */
export type Identity = {
  readonly id: PlatformUserId;
  /** As the platform shows it. */
  readonly name: string;
  /** Where they can be told what happened elsewhere; `null` when nobody knows. */
  readonly conversation: ConversationId | null;
  /** Since when it belongs to the account, in milliseconds since 1970. */
  readonly since: number;
};

/** Names an identity in a button, where its id may be too long. */
export function identityRef(id: PlatformUserId): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/**
 * The one that an account has had longest. It can set a new password without the present one and cannot be detached by others:
 * whoever got in with a stolen password cannot keep the owner out.
 * @param identities of one account, those that came first before the others
 */
export function isFirst(identities: readonly Pick<Identity, 'id'>[], id: PlatformUserId): boolean {
  return identities[0]?.id === id;
}
