import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import { stripControls } from '../../src/chat/text.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/**
 * Who speaks and where replies go: `terminal:NAME` for both, as one person has one conversation with the bot here.
 * @throws RangeError when the name is empty, longer than 100 characters, or not printable.
 */
export function terminalIdentity(user: string): { user: PlatformUserId; conversation: ConversationId } {
  const printable = user.trim() === user && !/\s{2,}|[\n\t]/.test(user) && stripControls(user) === user;
  if (user === '' || user.length > TERMINAL_LIMITS.userNameCharacters || !printable) {
    throw new RangeError(
      `A terminal user's name has 1 to ${TERMINAL_LIMITS.userNameCharacters} printable characters.`,
    );
  }
  const id = `${TERMINAL_LIMITS.platformName}:${user}`;
  return { user: id as PlatformUserId, conversation: id as ConversationId };
}
