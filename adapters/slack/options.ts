import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { Locale } from '../../src/chat/message.ts';
import type { Installations } from './installations.ts';
import type { SlackWords } from './words.ts';

/** Everything that the adapter needs from outside. */
export type SlackOptions = {
  readonly installations: Installations;
  /** `xapp-…`: events come by Socket Mode. */
  readonly appToken?: string;
  /** Events come by HTTP. With neither, nothing comes; sending works all the same. */
  readonly http?: { readonly signingSecret: string; readonly port: number };
  /** Of a stand-in, `http://127.0.0.1:PORT/api/`; Slack's own when absent. */
  readonly apiUrl?: string;
  readonly words: Readonly<Record<Locale, SlackWords>>;
  readonly defaultLocale: Locale;
  /** Slack has ended the connection for good (a token that was revoked). Once, after `start`. */
  readonly onFatal?: (error: Error) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: AdapterLogger;
};
