import type { ChatAdapter, Receive } from '../../src/chat/adapter.ts';
import type { ConversationId, Outgoing, SentRef } from '../../src/chat/message.ts';
import { terminalIdentity } from './conversation-id.ts';
import { readLocalFile } from './files.ts';
import { TERMINAL_LIMITS } from './limits.ts';
import { type TerminalAdapterOptions, withWords } from './options.ts';
import { readPipe } from './pipe.ts';
import { createPrompt } from './prompt.ts';
import { createSentMessages } from './sent-messages.ts';
import { createSession } from './session.ts';
import { createPlainSurface } from './surface.ts';
import { readTyping } from './typing.ts';
import { createWrite } from './writer.ts';

export type { TerminalAdapterOptions } from './options.ts';
export type { TerminalWords } from './words.ts';

/** A chat platform for one person at this machine. */
export type TerminalAdapter = ChatAdapter & {
  /**
   * Resolves when the input has ended and its last line is settled (`end-of-input`: also Ctrl-D and `/quit`), or
   * when Ctrl-C was pressed, the reader of the output has gone or `stop` was called (`interrupted`). Messages can
   * still be sent after it. Rejects when `settled` does.
   */
  readonly finished: Promise<'end-of-input' | 'interrupted'>;
  /** The one conversation that there is. */
  readonly conversation: ConversationId;
};

/**
 * The terminal as a chat platform: a prompt where somebody types, lines where input is piped.
 * `send` rejects for another conversation than that of `user`: its owner is not the one who looks on.
 * @throws RangeError when `user` is no name that can be shown.
 */
export function createTerminalAdapter(given: TerminalAdapterOptions): TerminalAdapter {
  let locale = given.platformLocale ?? 'en';
  const options = withWords(given, () => locale);
  const { conversation } = terminalIdentity(options.user);
  const write = createWrite(options.output);
  const prompt = options.isTty ? createPrompt(options, write) : null;
  const surface = prompt ?? createPlainSurface(options, write);
  const sent = createSentMessages();
  const finished = Promise.withResolvers<'end-of-input' | 'interrupted'>();
  finished.promise.catch(() => undefined);

  let receive: Receive | null = null;
  const session = createSession(
    options,
    (incoming) => (receive ? receive(incoming) : Promise.reject(new Error('The terminal was not started.'))),
    (text) => surface.show({ text }),
  );
  let reading: { stop(): Promise<void> } | null = null;
  const stop = async () => {
    await reading?.stop();
    finished.resolve('interrupted');
  };
  // Without a listener a closed pipe (`… | head`) would end the process in the middle of its work.
  options.output.on('error', () => void stop().catch(() => undefined));

  const demandOwn = (to: ConversationId) => {
    if (to !== conversation) throw new Error('That conversation is not open at this terminal.');
  };
  const show = async (message: Outgoing, replaces: SentRef | undefined): Promise<SentRef> => {
    const ref = `${TERMINAL_LIMITS.platformName}:${options.newId()}` as SentRef;
    // Scrolled text cannot be changed: the new version is printed below, unless it says nothing new.
    const repeated = sent.repeats(replaces, message);
    sent.remember(ref, message);
    session.shown(ref, message, replaces);
    if (!repeated) await surface.show(message);
    return ref;
  };

  return {
    platform: TERMINAL_LIMITS.platformName,
    finished: finished.promise,
    conversation,
    async start(wanted, suggest) {
      receive = wanted;
      // Somebody who types sees the prompt at once; a pipe is read when the greeting is out.
      const typing = prompt && readTyping(options, session, prompt, suggest);
      reading = typing;
      await session.open();
      const begun = typing ?? readPipe(options, session, conversation);
      reading = begun;
      begun.ended.then(finished.resolve, (error) =>
        options.output.errored ? finished.resolve('interrupted') : finished.reject(error),
      );
    },
    stop,
    async send(to, message, delivery) {
      demandOwn(to);
      locale = message.locale ?? locale;
      const fitting = withoutWindows(message);
      return sent.once(delivery.idempotencyKey, () => show(fitting, delivery.replaces));
    },
    serves: (to) => to === conversation,
    lastTypedAt: (to) => (to === conversation ? surface.lastTypedAt() : null),
    readAttachment: ({ ref }, limits) => readLocalFile(ref, limits),
    async showTyping(to) {
      return to === conversation ? surface.showTyping() : () => undefined;
    },
  };
}

/** Without the choices that only windows make use of. */
function withoutWindows(message: Outgoing): Outgoing {
  return message.choices
    ? { ...message, choices: message.choices.filter(({ windowOnly }) => !windowOnly) }
    : message;
}
