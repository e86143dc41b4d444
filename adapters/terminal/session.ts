import { homedir } from 'node:os';
import { AttachmentError, type Receive } from '../../src/chat/adapter.ts';
import { parseCommand, parsePlainWord } from '../../src/chat/commands.ts';
import type {
  AttachmentRef,
  Choice,
  EventId,
  Incoming,
  MessageId,
  Outgoing,
  SentRef,
} from '../../src/chat/message.ts';
import { terminalIdentity } from './conversation-id.ts';
import { parsePath, toAttachment } from './files.ts';
import {
  currentField,
  fieldQuestion,
  fillField,
  formHeading,
  type OpenForm,
  openForm,
  problemText,
} from './form.ts';
import { type Envelope, type LineMeaning, readLine, toIncoming } from './incoming.ts';
import type { TerminalOptions } from './options.ts';

/** `failed`: the bot did not store the line, and the user has been told. */
export type LineResult = 'done' | 'failed' | 'quit';

/** What lines mean depends on what was said and shown before; this remembers that, for one run. */
export type Session = {
  /** Understands a line and hands it over; resolves once the bot has stored it. Call it for one line at a time. */
  say(line: string): Promise<LineResult>;
  /** Hands over a choice that was picked without typing its number. */
  pick(choice: Choice): Promise<LineResult>;
  /** Tells the bot that somebody has come. */
  open(): Promise<void>;
  /** Notes what choices a shown message leaves to pick from. */
  shown(ref: SentRef, message: Outgoing, replaces: SentRef | undefined): void;
  choices(): readonly Choice[];
  /** What is typed next must not be seen, kept in the history or trimmed. */
  secret(): boolean;
  /** An empty line means something. */
  asking(): boolean;
};

/** Also at a secret: it is too short to be anybody's. */
const LEAVES_FORM = /^\s*\/(cancel|취소)\s*$/i;

/** Shows words of the terminal itself, in the Markdown subset. */
export type Notice = (text: string) => Promise<void>;

type Deliver = (make: (envelope: Envelope) => Incoming) => Promise<LineResult>;

/** The attachment at a path, or `null` after telling the user why there is none. */
async function attach(
  path: string,
  { words }: TerminalOptions,
  notice: Notice,
): Promise<AttachmentRef | null> {
  try {
    return await toAttachment(path);
  } catch (error) {
    const missing = error instanceof AttachmentError && error.code === 'not_found';
    await notice(missing ? words.fileNotFound(path) : words.fileNotReadable(path));
    return null;
  }
}

/** The path of a PDF that was dragged into the window: a line that is nothing but the path of a file that exists. */
async function droppedFile(text: string): Promise<string | null> {
  const path = text.includes('\n') ? null : parsePath(text, homedir());
  if (path === null || !/\.pdf$/i.test(path)) return null;
  return toAttachment(path).then(
    () => path,
    () => null,
  );
}

/** A session whose lines go to `receive`. */
export function createSession(options: TerminalOptions, receive: Receive, notice: Notice): Session {
  const identity = terminalIdentity(options.user);
  let lastMessage: MessageId | null = null;
  let offer: { readonly ref: SentRef; readonly choices: readonly Choice[] } | null = null;
  let form: OpenForm | null = null;

  /** Asks for the field that is next, with what is to be said before it. */
  const askFor = async (open: OpenForm, lead = '') => {
    form = open;
    await notice(`${lead}\n\n${fieldQuestion(open, options.words)}`.trim());
  };

  const newEnvelope = (): Envelope => ({
    id: `terminal:${options.newId()}` as EventId,
    messageId: `terminal:${options.newId()}` as MessageId,
    conversation: identity.conversation,
    from: {
      id: identity.user,
      name: options.user,
      ...(options.platformLocale ? { locale: options.platformLocale } : {}),
    },
    opensForm: 'fields',
    at: options.now(),
    final: !options.isTty,
  });

  const deliver: Deliver = async (make) => {
    const incoming = make(newEnvelope());
    let answer: Awaited<ReturnType<Receive>>;
    try {
      answer = await receive(incoming);
    } catch {
      // Whoever runs `receive` logs why; here only the user must not believe that it was stored.
      await notice(options.words.notStored);
      return 'failed';
    }
    if (incoming.type === 'message' && parsePlainWord(incoming.text) === null)
      lastMessage = incoming.messageId;
    if (incoming.type === 'deleted') lastMessage = null;
    const opened = answer.form && openForm(answer.form);
    if (opened) await askFor(opened, formHeading(opened, options.words));
    return 'done';
  };

  const act = async (meaning: LineMeaning): Promise<LineResult> => {
    switch (meaning.type) {
      case 'quit':
        return 'quit';
      case 'nothing':
        return 'done';
      case 'nothingToEdit':
        await notice(options.words.nothingToEdit);
        return 'done';
      case 'unknownCommand':
        await notice(options.words.unknownCommand(meaning.typed));
        return 'done';
      case 'upload': {
        const file = await attach(meaning.path, options, notice);
        if (!file) return 'done';
        return deliver((envelope) => toIncoming({ type: 'message', text: '' }, envelope, [file]));
      }
      default:
        return deliver((envelope) => toIncoming(meaning, envelope));
    }
  };

  const fill = async (open: OpenForm, line: string): Promise<LineResult> => {
    const field = currentField(open);
    const path = field?.kind === 'file' ? parsePath(line, homedir()) : null;
    const file = path === null ? null : await attach(path, options, notice);
    if (path !== null && !file) return 'done';
    const filled = fillField(open, file ?? (field?.kind === 'secret' ? line : line.trim()));
    if (typeof filled === 'string') {
      await askFor(open, problemText(open, filled, options.words));
      return 'done';
    }
    if (currentField(filled)) {
      await askFor(filled);
      return 'done';
    }
    form = null;
    const { attachments, fields } = filled;
    const result = await deliver(({ messageId: _, final: __, ...envelope }) => {
      return { ...envelope, scope: 'direct', type: 'form', form: filled.form.id, fields, attachments };
    });
    // A failed form begins anew with its command; its last line alone, perhaps a password, is not given back.
    return result === 'failed' ? 'done' : result;
  };

  return {
    async say(line) {
      if (form && LEAVES_FORM.test(line)) {
        form = null;
        await notice(options.words.formLeft);
        return 'done';
      }
      const command = form && currentField(form)?.kind !== 'secret' ? parseCommand(line) : null;
      if (form && !(command && 'name' in command)) return fill(form, line);
      form = null;
      const meaning = readLine(line, { choices: offer?.choices ?? [], lastMessage, home: homedir() });
      const dropped = options.isTty && meaning.type === 'message' ? await droppedFile(meaning.text) : null;
      return dropped === null ? act(meaning) : act({ type: 'upload', path: dropped });
    },
    pick(choice) {
      form = null;
      return act({ type: 'choice', choice: choice.id });
    },
    async open() {
      const { messageId: _, final: __, ...envelope } = newEnvelope();
      // A greeting that could not be stored is no loss: the first line makes up for it.
      await receive({ ...envelope, scope: 'direct', type: 'arrived', greets: 'everybody' }).catch(
        () => undefined,
      );
    },
    shown(ref, { choices = [] }, replaces) {
      if (choices.length > 0) offer = { ref, choices };
      else if (replaces !== undefined && offer?.ref === replaces) offer = null;
    },
    choices: () => offer?.choices ?? [],
    secret: () => form !== null && currentField(form)?.kind === 'secret',
    asking: () => form !== null,
  };
}
