import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createCvReader } from '../../src/cv/read-cv.ts';
import { loadQuestions, readCatalogue } from '../../src/load-questions.ts';
import { createErasureList } from '../../src/privacy/erasure-list.ts';
import { createPasswords } from '../../src/secrets/passwords.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { hashForTests } from '../../test/fakes/keyed-hash.ts';
import { settingsForTests } from '../../test/fakes/settings.ts';

/** The real bot on a database file with the shipped questions, without a language model, listening to one platform. */
export async function openBot(path: string, adapter: ChatAdapter): Promise<{ bot: Bot; store: Store }> {
  const store = await openStore(`sqlite:${path}`, Date.now, hashForTests);
  const logger = pino({ level: 'silent' });
  await loadQuestions(store, logger);
  const bot = createBot({
    store,
    settings: settingsForTests(await readCatalogue(store)),
    adapters: [adapter],
    erasures: createErasureList(`${path}.erasures.jsonl`),
    cvReader: createCvReader(),
    passwords: createPasswords(),
    models: null,
    now: Date.now,
    newId: uuidv7,
    random: Math.random,
    logger,
  });
  await bot.start();
  return { bot, store };
}
