import {
  generalSettings,
  type PlaceSettings,
  placeSettings,
  type SettingName,
  type StoredSetting,
} from '../admin/setting.ts';
import { LOCALES, type Locale, type PlaceId } from '../chat/message.ts';
import { FORMAT_NAMES, type FormatName } from '../interview/formats.ts';
import type { Catalogue } from '../questions/catalogue.ts';

/** What is set from outside, for as long as the process runs. */
export type Configured = {
  readonly sessionsPerAccount: number;
  /** Whether they are there anew every calendar month (UTC). */
  readonly sessionsRenew: 'never' | 'monthly';
  readonly cvRetentionDays: number;
  readonly defaultLocale: Locale;
  /** Names of the language model services that CVs and answers may be sent to; empty means that everything is done offline. */
  readonly providers: readonly string[];
  /** Who may do everything, by their ids on their platforms: `discord:42`. */
  readonly admins: readonly string[];
};

/** What decisions depend on beside the stored state: what is configured, with what admins have set in its place. */
export type BotSettings = Configured & {
  /** What holds where admins have set nothing. */
  readonly configured: Configured;
  readonly catalogue: Catalogue;
  /** Those that can be chosen; somebody new gets `defaultLocale`, which is the first. */
  readonly locales: readonly Locale[];
  /** Those that can be chosen; the first where none was. */
  readonly formats: readonly FormatName[];
  readonly places: ReadonlyMap<PlaceId, PlaceSettings>;
};

export function settingsOf(
  configured: Configured,
  catalogue: Catalogue,
  stored: readonly StoredSetting[],
): BotSettings {
  const { quota, renewal, retention, languages, formats } = generalSettings(stored);
  const locales = languages ?? allLocales(configured.defaultLocale);
  return {
    ...configured,
    configured,
    catalogue,
    sessionsPerAccount: quota ?? configured.sessionsPerAccount,
    sessionsRenew: renewal ?? configured.sessionsRenew,
    // Nobody agreed to more days than are configured.
    cvRetentionDays: Math.min(retention ?? Infinity, configured.cvRetentionDays),
    defaultLocale: locales[0] ?? configured.defaultLocale,
    locales,
    formats: formats ?? FORMAT_NAMES,
    places: new Map(
      stored.flatMap(({ place }) => (place === null ? [] : [[place, placeSettings(stored, place)] as const])),
    ),
  };
}

/** What a setting is where nobody has set it, as it would be typed; `null` for nothing. */
export function configuredValue(name: SettingName, configured: Configured): string | null {
  switch (name) {
    case 'quota':
      return String(configured.sessionsPerAccount);
    case 'renewal':
      return configured.sessionsRenew;
    case 'retention':
      return String(configured.cvRetentionDays);
    case 'formats':
      return FORMAT_NAMES.join(',');
    case 'languages':
      return allLocales(configured.defaultLocale).join(',');
    case 'channels':
    case 'language':
      return null;
    default:
      return name satisfies never;
  }
}

function allLocales(first: Locale): readonly Locale[] {
  return [first, ...LOCALES.filter((locale) => locale !== first)];
}
