import { join } from 'node:path';
import { pino } from 'pino';
import { createBot } from '../../src/bot/bot.ts';
import { randomFrom } from '../../src/interview/random.ts';
import { loadQuestions, readCatalogue } from '../../src/load-questions.ts';
import type { Models } from '../../src/model/models.ts';
import { createErasureList } from '../../src/privacy/erasure-list.ts';
import type { Catalogue } from '../../src/questions/catalogue.ts';
import { POSITIONS } from '../../src/questions/question.ts';
import { createPasswords } from '../../src/secrets/passwords.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { hashForTests } from '../../test/fakes/keyed-hash.ts';
import { settingsForTests } from '../../test/fakes/settings.ts';
import { createConversation } from '../support/conversation.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { giveInterview } from './candidate.ts';
import type { Human } from './human.ts';
import { createScreens } from './screen.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Waits } from './waits.ts';

const PLATFORM = 'bench';
const LONGEST_MS = 7 * 24 * 60 * 60 * 1_000;

/** The interviews of all candidates with the real bot, database and worker. */
export async function inBackground(
  humans: readonly Human[],
  seed: string,
  clock: VirtualClock,
  connect: (store: Store) => Models,
): Promise<readonly Waits[]> {
  return inTemporaryFolder(async (folder) => {
    const { now } = clock;
    const logger = pino({ level: 'silent' });
    const screens = createScreens(PLATFORM);
    const store = await openStore(`sqlite:${join(folder, 'interview.db')}`, now, hashForTests);
    await loadQuestions(store, logger);
    const catalogue = await readCatalogue(store);
    const models = connect(store);
    let ids = 0;
    const bot = createBot({
      store,
      settings: settingsForTests(catalogue, { providers: models.providers }),
      adapters: [screens.adapter],
      erasures: createErasureList(join(folder, 'erasures.jsonl')),
      cvReader: { read: async () => ({ ok: false, problem: 'empty' }), close: async () => undefined },
      passwords: createPasswords(),
      models,
      now,
      newId: () => `id-${String(++ids).padStart(8, '0')}`,
      random: randomFrom(`${seed}:worker`),
      logger,
    });
    await bot.start();
    const { providers } = models;
    const parts = { store, screens, clock, providers, exampleAnswerOf: exampleAnswersOf(catalogue) };
    let arrivesAt = 0;
    const interviews = humans.map(async (human, interview) => {
      arrivesAt += human.arrivesMs;
      await clock.sleep(arrivesAt);
      const conversation = createConversation(PLATFORM, `candidate-${interview}`, now);
      return giveInterview(parts, conversation, interview, human);
    });
    const waits = await clock.runUntil(Promise.all(interviews), LONGEST_MS);
    await clock.runUntil(bot.stop(0), LONGEST_MS);
    return waits;
  });
}

function exampleAnswersOf(catalogue: Catalogue): (shown: string) => string {
  const questions = POSITIONS.flatMap((position) =>
    catalogue.topics(position).flatMap(({ topic }) => catalogue.technical(position, topic)),
  );
  return (shown) => questions.find(({ question }) => shown.includes(question))?.exampleAnswer ?? '';
}
