import type { Account } from '../accounts/account.ts';
import type { Incoming, Locale } from '../chat/message.ts';
import type { Decision } from './decision.ts';
import type { BotSettings } from './settings.ts';

const LONGEST_NAME = 191;

/** Somebody of whom nothing is stored yet, but perhaps that they were banned before they were erased. */
export function newAccount(
  id: string,
  incoming: Incoming,
  settings: BotSettings,
  bannedAt: number | null,
): Account {
  return {
    id,
    locale: firstLocale(incoming, settings),
    details: null,
    consentAt: null,
    consentProviders: [],
    consentAsked: null,
    pendingCv: null,
    sessionQuota: null,
    role: 'user',
    bannedAt,
    createdAt: incoming.at,
    version: 0,
  };
}

/** Stores an account made by `newAccount`, and who it belongs to. */
export function signUp({ account, conversation, write }: Decision, { from }: Incoming): void {
  write({ type: 'insertAccount', account });
  write({
    type: 'insertIdentity',
    id: from.id,
    accountId: account.id,
    name: from.name.slice(0, LONGEST_NAME),
    conversation,
  });
}

/** The language of somebody's platform or, where it does not say, of the place or of their first words. */
function firstLocale(incoming: Incoming, { locales, places, defaultLocale }: BotSettings): Locale {
  const text = incoming.type === 'message' ? incoming.text : '';
  const ofPlace = incoming.place && places.get(incoming.place)?.language;
  const wished = incoming.from.locale ?? ofPlace ?? (/\p{Script=Hangul}/u.test(text) ? 'ko' : defaultLocale);
  return locales.includes(wished) ? wished : defaultLocale;
}
