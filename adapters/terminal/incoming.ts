import { type AnyCommandName, parseCommand } from '../../src/chat/commands.ts';
import type {
  AttachmentRef,
  Choice,
  ConversationId,
  EventId,
  Incoming,
  MessageId,
  Sender,
} from '../../src/chat/message.ts';
import { parsePath } from './files.ts';

/** Commands of the terminal alone, beside those of `COMMANDS`. */
export const LOCAL_COMMANDS: readonly string[] = ['upload', 'edit', 'delete', 'quit'];

/** What a line depends on beside its text. */
type LineContext = {
  /** Choices of the last message that had any; a bare number picks one. */
  readonly choices: readonly Choice[];
  /** The user's last message, which `/edit` and `/delete` mean. */
  readonly lastMessage: MessageId | null;
  readonly home: string;
};

/** What a line means. Only the first five reach the bot. */
export type LineMeaning =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'edit'; readonly messageId: MessageId; readonly text: string }
  | { readonly type: 'deleted'; readonly messageId: MessageId }
  | { readonly type: 'choice'; readonly choice: string }
  | {
      readonly type: 'command';
      readonly name: AnyCommandName;
      readonly args: Readonly<Record<string, string>>;
    }
  | { readonly type: 'upload'; readonly path: string }
  | { readonly type: 'nothingToEdit' }
  | { readonly type: 'unknownCommand'; readonly typed: string }
  | { readonly type: 'quit' }
  | { readonly type: 'nothing' };

/** `/upload PATH`, `/cv upload PATH`; without the slash the path must be that of a PDF, or prose would be taken for it. */
function readUpload(text: string, home: string): LineMeaning | null {
  const match =
    /^\/(?:(?:interview\s+)?cv\s+)?upload\s+(.+)$/i.exec(text) ??
    /^(?:cv upload|이력서 업로드)\s+(.+\.pdf['"]?)$/i.exec(text.normalize('NFC'));
  const path = match ? parsePath(match[1] ?? '', home) : null;
  return path === null ? null : { type: 'upload', path };
}

function readLocal(text: string, context: LineContext): LineMeaning | null {
  const upload = readUpload(text, context.home);
  if (upload) return upload;
  const [, word = '', rest = ''] = /^\/(\w+)(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case 'upload':
      return { type: 'command', name: 'cv upload', args: {} };
    case 'edit':
      if (context.lastMessage === null || rest === '') return { type: 'nothingToEdit' };
      return { type: 'edit', messageId: context.lastMessage, text: rest };
    case 'delete':
      if (rest !== '') return null;
      if (context.lastMessage === null) return { type: 'nothingToEdit' };
      return { type: 'deleted', messageId: context.lastMessage };
    case 'quit':
    case 'exit':
      return rest === '' ? { type: 'quit' } : null;
    default:
      return null;
  }
}

/** Understands what was typed, one line or several pasted ones. Plain words (`start`) stay text: what they mean depends on where the interview stands. */
export function readLine(line: string, context: LineContext): LineMeaning {
  const text = line.trim();
  if (text === '') return { type: 'nothing' };
  const choice = /^\d{1,3}$/.test(text) ? context.choices[Number(text) - 1] : undefined;
  if (choice) return { type: 'choice', choice: choice.id };
  const local = readLocal(text, context);
  if (local) return local;
  const command = parseCommand(text);
  if (command === null) return { type: 'message', text };
  if ('unknown' in command) return { type: 'unknownCommand', typed: command.unknown };
  return { type: 'command', ...command };
}

/** What is the same in everything that comes from the terminal. */
export type Envelope = {
  readonly id: EventId;
  readonly conversation: ConversationId;
  readonly from: Sender;
  readonly at: number;
  readonly opensForm: 'fields';
  /** The id of a new message. */
  readonly messageId: MessageId;
  /** One line is the whole message: input that nobody types. */
  readonly final: boolean;
};

/** The event that the bot receives for a line with a meaning for it. */
export function toIncoming(
  meaning: Extract<LineMeaning, { type: 'message' | 'edit' | 'deleted' | 'choice' | 'command' }>,
  { messageId, final, ...envelope }: Envelope,
  attachments: readonly AttachmentRef[] = [],
): Incoming {
  const base = { ...envelope, scope: 'direct' as const };
  switch (meaning.type) {
    case 'message':
      return { ...base, ...meaning, messageId, attachments, ...(final ? { final } : {}) };
    case 'edit':
      return { ...base, ...meaning, type: 'message', attachments, edit: true };
    case 'deleted':
    case 'choice':
      return { ...base, ...meaning };
    case 'command':
      return { ...base, ...meaning, attachments };
    default:
      return meaning satisfies never;
  }
}
