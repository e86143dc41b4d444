import { uuidv7 } from 'uuidv7';
import type { ConversationId, EventId, Incoming, MessageId, PlatformUserId } from '../../src/chat/message.ts';

/** What one user of a made-up platform says, as events. */
export type Conversation = {
  readonly id: ConversationId;
  readonly user: PlatformUserId;
  command(name: string, args?: Readonly<Record<string, string>>): Incoming;
  choice(choice: string): Incoming;
  /** A message that others may follow: a part of an answer. */
  part(text: string): Incoming;
  upload(name: string): Incoming;
};

/** The conversation of a user; events are dated `now()`. */
export function createConversation(platform: string, name: string, now: () => number): Conversation {
  const id = `${platform}:${name}` as ConversationId;
  const user = `${platform}:${name}` as PlatformUserId;
  const base = () => ({
    id: `${platform}:${uuidv7()}` as EventId,
    conversation: id,
    scope: 'direct' as const,
    from: { id: user, name },
    at: now(),
  });
  const message = (text: string) => ({
    ...base(),
    type: 'message' as const,
    messageId: `${platform}:${uuidv7()}` as MessageId,
    text,
  });
  return {
    id,
    user,
    command: (command, args = {}) => ({ ...base(), type: 'command', name: command, args, attachments: [] }),
    choice: (choice) => ({ ...base(), type: 'choice', choice }),
    part: (text) => ({ ...message(text), attachments: [] }),
    upload: (file) => ({ ...message(''), attachments: [{ ref: file, name: file }] }),
  };
}
