import { fixedSettings, type LiveSettings } from '../../src/bot/live-settings.ts';
import type { Configured } from '../../src/bot/settings.ts';
import type { Catalogue } from '../../src/questions/catalogue.ts';

/** As the program has them when nothing is set. */
export const CONFIGURED: Configured = {
  sessionsPerAccount: 5,
  sessionsRenew: 'never',
  cvRetentionDays: 90,
  defaultLocale: 'en',
  providers: [],
  admins: [],
};

/** Settings that nobody changes. */
export function settingsForTests(catalogue: Catalogue, overrides: Partial<Configured> = {}): LiveSettings {
  return fixedSettings({ ...CONFIGURED, ...overrides }, catalogue);
}
