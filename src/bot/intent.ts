import { type CommandName, parseCommand, parsePlainWord } from '../chat/commands.ts';
import type { AttachmentRef, Incoming, MessageId } from '../chat/message.ts';
import { type ChoiceAction, parseChoiceId } from './choice-id.ts';

/** What a user wants, whichever way they said it. */
export type Intent =
  | { readonly type: 'command'; readonly name: CommandName; readonly args: Readonly<Record<string, string>> }
  | { readonly type: 'unknownCommand'; readonly word: string }
  | { readonly type: 'choice'; readonly action: ChoiceAction }
  /** `caption`: what was said beside the files. */
  | {
      readonly type: 'files';
      readonly attachments: readonly AttachmentRef[];
      readonly caption: Intent | null;
    }
  | { readonly type: 'text'; readonly messageId: MessageId; readonly text: string; readonly final: boolean }
  | { readonly type: 'changed'; readonly messageId: MessageId; readonly text: string | null }
  | {
      readonly type: 'form';
      readonly formId: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly attachments: readonly AttachmentRef[];
      /** Should a field be kept as if it had been a message. */
      readonly messageId: MessageId;
    }
  | { readonly type: 'opened' }
  | { readonly type: 'nothing' };

/** Reads an event of a platform. */
export function readIntent(incoming: Incoming): Intent {
  switch (incoming.type) {
    case 'message':
      return incoming.edit
        ? { type: 'changed', messageId: incoming.messageId, text: incoming.text }
        : readMessage(incoming);
    case 'deleted':
      return { type: 'changed', messageId: incoming.messageId, text: null };
    case 'choice': {
      const action = parseChoiceId(incoming.choice);
      return action ? { type: 'choice', action } : { type: 'nothing' };
    }
    case 'command':
      return incoming.attachments.length > 0
        ? { type: 'files', attachments: incoming.attachments, caption: null }
        : readCommand(incoming.name, incoming.args);
    case 'homeOpened':
      return { type: 'opened' };
    case 'form': {
      const { form: formId, fields, attachments, id } = incoming;
      return { type: 'form', formId, fields, attachments, messageId: `form:${id}` as MessageId };
    }
    case 'uninstalled':
      return { type: 'nothing' };
    default:
      return incoming satisfies never;
  }
}

function readMessage(incoming: Extract<Incoming, { type: 'message' }>): Intent {
  const caption = incoming.text.trim() === '' ? null : readWords(incoming);
  return incoming.attachments.length > 0
    ? { type: 'files', attachments: incoming.attachments, caption }
    : (caption ?? { type: 'nothing' });
}

function readWords(incoming: Extract<Incoming, { type: 'message' }>): Intent {
  const command = parseCommand(incoming.text) ?? parsePlainWord(incoming.text);
  if (command) {
    return 'unknown' in command
      ? { type: 'unknownCommand', word: command.unknown }
      : { type: 'command', ...command };
  }
  return {
    type: 'text',
    messageId: incoming.messageId,
    text: incoming.text,
    final: incoming.final === true,
  };
}

function readCommand(name: string, args: Readonly<Record<string, string>>): Intent {
  const command = parseCommand(`/${name}`);
  return command && !('unknown' in command)
    ? { type: 'command', name: command.name, args }
    : { type: 'unknownCommand', word: name };
}
