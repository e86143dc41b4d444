import type { Readable, Writable } from 'node:stream';
import type { ConversationId, Locale } from '../../src/chat/message.ts';
import type { TerminalWords } from './words.ts';

/** Everything that the terminal needs from outside; it reads no environment and writes nowhere else. */
export type TerminalOptions = {
  /** With `isTty` a terminal's input (`setRawMode` is called where there is one), otherwise any stream of lines. */
  readonly input: Readable & { setRawMode?(raw: boolean): unknown };
  readonly output: Writable;
  /** Who speaks: 1 to 100 printable characters. */
  readonly user: string;
  readonly platformLocale?: Locale;
  /** Both ends are a terminal and somebody looks on. */
  readonly isTty: boolean;
  /** Asked before everything that is printed, as windows change; 0 or less means unknown. */
  readonly columns: () => number;
  /** Height of the window in lines, 24 where it is not given. */
  readonly rows?: () => number;
  readonly colour: boolean;
  /** In the language that the bot last spoke. */
  readonly words: TerminalWords;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new unique id, without the platform's name. */
  readonly newId: () => string;
  /** Resolves when nothing that is due to the user is waiting to be sent. Without a TTY the next line is read only then. */
  readonly settled: (conversation: ConversationId) => Promise<void>;
};

/** What the terminal is created from: words in every language, of which it uses those of the message it last showed. */
export type TerminalAdapterOptions = Omit<TerminalOptions, 'words'> & {
  readonly wordsOf: (locale: Locale) => TerminalWords;
};

/** The options with the words of whichever language `current` says at the time. */
export function withWords(
  { wordsOf, ...options }: TerminalAdapterOptions,
  current: () => Locale,
): TerminalOptions {
  return {
    ...options,
    get words() {
      return wordsOf(current());
    },
  };
}
