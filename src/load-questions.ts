import type { Logger } from 'pino';
import { parseSeedFiles, readSeedFiles, readTaxonomy } from '../seeds/read-seeds.ts';
import { type Catalogue, createCatalogue } from './questions/catalogue.ts';
import type { Store } from './store/store.ts';

/** Brings the shipped questions into the database when they have changed. */
export async function loadQuestions(store: Store, logger: Logger): Promise<void> {
  const { digest, files } = readSeedFiles();
  if ((await store.readSeedDigest()) !== digest) {
    const { questions, behavioural, rejected } = parseSeedFiles(files);
    for (const row of rejected) logger.warn(row, 'A shipped question was left out.');
    await store.applySeeds(digest, questions, behavioural);
    logger.info({ questions: questions.length, behavioural: behavioural.length }, 'Questions loaded.');
  }
}

/** All that can be asked. */
export async function readCatalogue(store: Store): Promise<Catalogue> {
  const { questions, behavioural } = await store.readQuestions();
  return createCatalogue(questions, behavioural, readTaxonomy());
}
