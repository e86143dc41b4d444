import { createLiveSettings, type LiveSettings } from './bot/live-settings.ts';
import type { Config } from './config.ts';
import { readCatalogue } from './load-questions.ts';
import type { Models } from './model/models.ts';
import type { Store } from './store/store.ts';

/** What is configured, with what admins have set in its place. */
export function liveSettingsOf(
  config: Config,
  models: Models | null,
  store: Store,
  now: () => number,
): Promise<LiveSettings> {
  return createLiveSettings({
    store,
    configured: {
      sessionsPerAccount: config.SESSIONS_PER_ACCOUNT,
      sessionsRenew: config.SESSIONS_RENEW,
      cvRetentionDays: config.CV_RETENTION_DAYS,
      defaultLocale: config.DEFAULT_LOCALE,
      providers: models?.providers ?? [],
      admins: config.ADMINS,
    },
    readCatalogue: () => readCatalogue(store),
    now,
  });
}
