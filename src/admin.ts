import { createInterface } from 'node:readline/promises';
import { uuidv7 } from 'uuidv7';
import { readLocalFile } from '../adapters/terminal/files.ts';
import { toBodyLines } from '../adapters/terminal/outgoing.ts';
import { createKeyedHash } from './accounts/keyed-hash.ts';
import { readAdminArguments } from './admin-arguments.ts';
import { createShell } from './bot/admin/shell.ts';
import type { Outgoing, PlaceId } from './chat/message.ts';
import { readConfig } from './config.ts';
import { databaseFiles } from './database-files.ts';
import { loadEnvFile } from './env-file.ts';
import { liveSettingsOf } from './live-settings-of.ts';
import { loadQuestions } from './load-questions.ts';
import { textsOf } from './locales/index.ts';
import { createLogger } from './logging/log.ts';
import { openModels } from './open-models.ts';
import { readSecretKey } from './secret-key.ts';
import { openStore } from './store/open-store.ts';
import { systemUser } from './system-user.ts';

const COLUMNS = 100;
const MUST_CONFIRM_EXIT = 2;

/** Admin commands at the machine itself, beside a bot that runs or without one. */
async function main(): Promise<number> {
  const { name, args, file, yes, json, place } = readAdminArguments(process.argv.slice(2));
  loadEnvFile();
  const config = readConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL ?? 'error');
  const now = () => Date.now();
  const hash = createKeyedHash(readSecretKey(config.SECRET_KEY, databaseFiles(config.DATABASE_URL).folder));
  const store = await openStore(config.DATABASE_URL, now, hash);
  try {
    await loadQuestions(store, logger);
    const recorded: Promise<void>[] = [];
    const ledger = {
      record: (call: Parameters<typeof store.recordModelCall>[0]) =>
        void recorded.push(store.recordModelCall(call)),
      countTokens: store.countTokens,
    };
    const models = await openModels(config, ledger, now);
    const shell = createShell({
      store,
      models,
      settings: await liveSettingsOf(config, models, store, now),
      user: systemUser(),
      locale: config.DEFAULT_LOCALE,
      place: place as PlaceId | null,
      readFile: ({ ref }, limits) => readLocalFile(ref, limits),
      now,
      newId: uuidv7,
      logger,
    });
    const show = (messages: readonly Outgoing[]) =>
      json ? print(JSON.stringify(messages, null, 2)) : messages.forEach(showText(config.DEFAULT_LOCALE));
    const messages = await shell.run(name, args, file);
    show(messages);
    await Promise.all(recorded);
    const confirmation = messages
      .flatMap(({ choices = [] }) => choices)
      .find(({ id }) => id.startsWith('admin:confirm:'));
    if (!confirmation) return 0;
    if (!yes && !(await isMeant(confirmation.label))) return MUST_CONFIRM_EXIT;
    show(await shell.choose(confirmation.id));
    return 0;
  } finally {
    await store.close();
  }
}

/** Asked where somebody can answer; where not, nothing is done without `--yes`. */
async function isMeant(label: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    process.stderr.write('Nothing was done: add --yes to do it.\n');
    return false;
  }
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await line.question(`${label}? y/N `);
  line.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Where there are files, they alone are on stdout, so that `> questions.csv` holds nothing else. */
function showText(locale: 'en' | 'ko') {
  const view = { columns: COLUMNS, colour: false, words: textsOf(locale).terminal };
  return ({ files = [], ...message }: Outgoing) => {
    const text = toBodyLines(message, view).join('\n');
    if (files.length > 0) process.stderr.write(`${text}\n`);
    else print(text);
    for (const { content } of files) process.stdout.write(content);
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
