import type { Locale } from '../chat/message.ts';
import type { Catalogue } from '../questions/catalogue.ts';

/** What decisions depend on beside the stored state. */
export type BotSettings = {
  readonly sessionsPerAccount: number;
  /** Whether they are there anew every calendar month (UTC). */
  readonly sessionsRenew: 'never' | 'monthly';
  readonly cvRetentionDays: number;
  readonly defaultLocale: Locale;
  /** Names of the language model services that CVs and answers may be sent to; empty means that everything is done offline. */
  readonly providers: readonly string[];
  readonly catalogue: Catalogue;
  /** Who may do everything, by their ids on their platforms: `discord:42`. */
  readonly admins: readonly string[];
};
