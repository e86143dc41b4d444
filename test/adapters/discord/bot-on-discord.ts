import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { parseSeedFiles, readSeedFiles, readTaxonomy } from '../../../seeds/read-seeds.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { createLiveSettings } from '../../../src/bot/live-settings.ts';
import { createCvReader } from '../../../src/cv/read-cv.ts';
import { createErasureList } from '../../../src/privacy/erasure-list.ts';
import { createCatalogue } from '../../../src/questions/catalogue.ts';
import { createPasswords } from '../../../src/secrets/passwords.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { MessageView, Person } from '../../fakes/discord/index.ts';
import { hashForTests } from '../../fakes/keyed-hash.ts';
import { CONFIGURED } from '../../fakes/settings.ts';
import { createSetting, type Setting } from './harness.ts';

const seeds = parseSeedFiles(readSeedFiles().files);

/** The real bot with its store and jobs, on the stand-in. `adminsOf`: whom ADMINS names, of the people who are there. */
export async function createSession(adminsOf: (setting: Setting) => readonly string[] = () => []) {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-discord-'));
  const setting = await createSetting();
  let ids = 0;
  const store = await openStore(`sqlite:${join(folder, 'interview.db')}`, Date.now, hashForTests);
  const settings = await createLiveSettings({
    store,
    configured: { ...CONFIGURED, admins: adminsOf(setting) },
    readCatalogue: async () => createCatalogue(seeds.questions, seeds.behavioural, readTaxonomy()),
    now: Date.now,
  });
  const bot = createBot({
    store,
    settings,
    adapters: [setting.adapter],
    erasures: createErasureList(join(folder, 'erasures.jsonl')),
    cvReader: createCvReader(),
    passwords: createPasswords(4),
    models: null,
    now: Date.now,
    newId: () => `id-${++ids}`,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
  });
  await bot.start();
  return {
    setting,
    async dispose() {
      await bot.stop(1_000);
      await setting.discord.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What the bot shows there that has these words, after what it had shown before. */
export async function hear(
  { discord }: Setting,
  person: Person,
  act: () => unknown,
  words: string | RegExp,
  where?: { readonly channel: string },
): Promise<MessageView> {
  const fromBot = () => person.sees(where).filter(({ isFromBot }) => isFromBot);
  const before = new Set(fromBot().map(({ id }) => id));
  await act();
  const fits = ({ text }: MessageView) =>
    typeof words === 'string' ? text.includes(words) : words.test(text);
  return discord.waitFor(() => fromBot().find((message) => !before.has(message.id) && fits(message)), {
    what: String(words),
  });
}

export function press(person: Person, message: MessageView, label: string) {
  const button = message.buttons.find((candidate) => candidate.label.includes(label));
  if (!button) throw new Error(`No button says ${label}.`);
  return person.press(message, button.customId);
}
