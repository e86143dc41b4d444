import type { Catalogue } from '../questions/catalogue.ts';
import type { Store } from '../store/store.ts';
import { type BotSettings, type Configured, settingsOf } from './settings.ts';

/** The settings as admins have them now, whichever process they told. */
export type LiveSettings = {
  current(): BotSettings;
  /** Looks whether anything has changed, at most once a second. */
  refresh(): Promise<void>;
  /** Something has just been changed here: the next `refresh` looks at once. */
  expire(): void;
};

type Parts = {
  readonly store: Pick<Store, 'readRevisions' | 'readSettings'>;
  readonly configured: Configured;
  /** Reads all questions that can be asked. */
  readonly readCatalogue: () => Promise<Catalogue>;
  readonly now: () => number;
};

const LOOK_MS = 1_000;

/** Reads everything once, and later only what has changed since. */
export async function createLiveSettings({
  store,
  configured,
  readCatalogue,
  now,
}: Parts): Promise<LiveSettings> {
  let seen = await store.readRevisions();
  let stored = await store.readSettings();
  let settings = settingsOf(configured, await readCatalogue(), stored);
  let lookAt = now() + LOOK_MS;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    lookAt = now() + LOOK_MS;
    const revisions = await store.readRevisions();
    if (revisions.questions === seen.questions && revisions.settings === seen.settings) return;
    if (revisions.settings !== seen.settings) stored = await store.readSettings();
    const isSameBank = revisions.questions === seen.questions;
    settings = settingsOf(configured, isSameBank ? settings.catalogue : await readCatalogue(), stored);
    seen = revisions;
  }

  return {
    current: () => settings,
    async refresh() {
      if (!looking && now() < lookAt) return;
      // Events that come meanwhile wait for the same look, so that they stay in order.
      looking ??= look().finally(() => {
        looking = null;
      });
      await looking;
    },
    expire() {
      lookAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Settings that nobody changes. */
export function fixedSettings(configured: Configured, catalogue: Catalogue): LiveSettings {
  const settings = settingsOf(configured, catalogue, []);
  return { current: () => settings, refresh: async () => undefined, expire: () => undefined };
}
