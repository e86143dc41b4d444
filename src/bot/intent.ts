import { readTypedPassword } from '../accounts/typed-password.ts';
import { COMMANDS, type CommandName, parseCommand, parsePlainWord } from '../chat/commands.ts';
import type { AttachmentRef, Incoming, MessageId } from '../chat/message.ts';
import { type AdminAsk, readAdminChoice, readAdminCommand } from './admin/ask.ts';
import { type ChoiceAction, parseChoiceId } from './choice-id.ts';
import type { Proof } from './proof.ts';

/** What a user wants, whichever way they said it. */
export type Intent =
  | { readonly type: 'command'; readonly name: CommandName; readonly args: Readonly<Record<string, string>> }
  | { readonly type: 'admin'; readonly ask: AdminAsk }
  | { readonly type: 'unknownCommand'; readonly word: string }
  | { readonly type: 'choice'; readonly action: ChoiceAction }
  /** A button that this version of the program does not know. */
  | { readonly type: 'unknownChoice' }
  /** `caption`: what was said beside the files. */
  | {
      readonly type: 'files';
      readonly attachments: readonly AttachmentRef[];
      readonly caption: UserIntent | null;
    }
  | { readonly type: 'text'; readonly messageId: MessageId; readonly text: string; readonly final: boolean }
  | { readonly type: 'changed'; readonly messageId: MessageId; readonly text: string | null }
  | {
      readonly type: 'form';
      readonly formId: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly attachments: readonly AttachmentRef[];
      /** What became of its secrets, which are not among the fields. */
      readonly proof: Proof | null;
      /** Should a field be kept as if it had been a message. */
      readonly messageId: MessageId;
    }
  | { readonly type: 'arrived'; readonly greets: 'everybody' | 'newcomers' }
  /** What reads like a password in a message; `otherwise` is what it is if it is none. */
  | { readonly type: 'passwordTyped'; readonly sure: boolean; readonly otherwise: UserIntent }
  | { readonly type: 'nothing' };

/** What candidates want; admins' requests are decided apart. */
export type UserIntent = Exclude<Intent, { type: 'admin' }>;

/** Reads an event of a platform. */
export function readIntent(incoming: Incoming, proof: Proof | null = null): Intent {
  switch (incoming.type) {
    case 'message':
      return withoutPassword(
        incoming.text,
        incoming.edit
          ? { type: 'changed', messageId: incoming.messageId, text: incoming.text }
          : readMessage(incoming),
      );
    case 'deleted':
      return { type: 'changed', messageId: incoming.messageId, text: null };
    case 'choice': {
      const ask = readAdminChoice(incoming.choice);
      if (ask) return { type: 'admin', ask };
      const action = parseChoiceId(incoming.choice);
      return action ? { type: 'choice', action } : { type: 'unknownChoice' };
    }
    case 'command':
      return readCommand(incoming.name, incoming.args, incoming.attachments);
    case 'arrived':
      return { type: 'arrived', greets: incoming.greets };
    case 'form': {
      const { form: formId, fields, attachments, id } = incoming;
      return { type: 'form', formId, fields, attachments, proof, messageId: `form:${id}` as MessageId };
    }
    case 'homeOpened':
    case 'uninstalled':
      return { type: 'nothing' };
    default:
      return incoming satisfies never;
  }
}

function withoutPassword(text: string, intent: Intent): Intent {
  if (intent.type === 'admin') return intent;
  const typed = readTypedPassword(text);
  return typed ? { type: 'passwordTyped', sure: typed.sure, otherwise: intent } : intent;
}

function readMessage(incoming: Extract<Incoming, { type: 'message' }>): Intent {
  const caption = incoming.text.trim() === '' ? null : readWords(incoming);
  if (caption?.type === 'admin') return caption;
  return incoming.attachments.length > 0
    ? { type: 'files', attachments: incoming.attachments, caption }
    : (caption ?? { type: 'nothing' });
}

function readWords(incoming: Extract<Incoming, { type: 'message' }>): Intent {
  const command = parseCommand(incoming.text) ?? parsePlainWord(incoming.text);
  if (command) {
    return 'unknown' in command
      ? { type: 'unknownCommand', word: command.unknown }
      : toCommand(command.name, command.args, incoming.attachments);
  }
  return {
    type: 'text',
    messageId: incoming.messageId,
    text: incoming.text,
    final: incoming.final === true,
  };
}

type Args = Readonly<Record<string, string>>;

function readCommand(name: string, args: Args, attachments: readonly AttachmentRef[]): Intent {
  const parsed = parseCommand(`/${name}`);
  const intent = toCommand(parsed && 'name' in parsed ? parsed.name : name, args, attachments);
  const isFile = attachments.length > 0 && intent.type !== 'admin';
  return isFile ? { type: 'files', attachments, caption: null } : intent;
}

function toCommand(name: string, args: Args, attachments: readonly AttachmentRef[]): Intent {
  const ask = readAdminCommand(name, args, attachments);
  if (ask) return { type: 'admin', ask };
  const command = COMMANDS.find((known) => known.name === name);
  return command ? { type: 'command', name: command.name, args } : { type: 'unknownCommand', word: name };
}
