import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId, Locale } from '../../src/chat/message.ts';
import type { DiscordShards } from './shards.ts';
import type { DiscordWords } from './words.ts';

/** A conversation whose missed messages matter, and since when (milliseconds since 1970) nothing is known of it. */
export type MissedSince = { readonly conversation: ConversationId; readonly since: number };

/** Everything that the adapter needs from outside. */
export type DiscordOptions = {
  readonly token: string;
  /** Of a stand-in, `http://127.0.0.1:PORT/api`; Discord's own when absent. */
  readonly apiUrl?: string;
  /** Which shards this process serves; as many as Discord recommends, all of them, when absent. */
  readonly shards?: DiscordShards;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
  /**
   * Conversations with an open interview. Asked for on start and after each session that could not be resumed; messages of
   * those in direct conversations are read again from a little before `since`, and known ones arrive a second time.
   */
  readonly conversationsToCatchUp?: () => Promise<readonly MissedSince[]>;
  /** Discord has ended the connection for good (a token that was reset, an intent that was withdrawn). Once, after `start`. */
  readonly onFatal?: (error: Error) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new unique id of at most 60 characters. */
  readonly newId: () => string;
  readonly logger: AdapterLogger;
};
