import { userInfo } from 'node:os';
import { uuidv7 } from 'uuidv7';
import { createTerminalAdapter } from '../adapters/terminal/index.ts';
import { createBot } from './bot/bot.ts';
import { NOT_HERE_MS } from './bot/handlers/not-here.ts';
import type { ConversationId } from './chat/message.ts';
import { ConfigError, readConfig } from './config.ts';
import { configureModels } from './configure-models.ts';
import { createCvReader } from './cv/read-cv.ts';
import { loadEnvFile } from './env-file.ts';
import { loadQuestions } from './load-questions.ts';
import { textsOf } from './locales/index.ts';
import { createLogger } from './log.ts';
import type { ModelCall } from './model/model-call.ts';
import { openStore } from './store/open-store.ts';
import { readArguments } from './terminal-arguments.ts';

const STOP_GRACE_MS = 10_000;
const SETTLE_POLL_MS = 5;

async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  const { user } = readArguments(process.argv.slice(2), userInfo().username);
  const isTty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const logger = createLogger(config.LOG_LEVEL ?? (isTty ? 'error' : 'warn'));
  const now = () => Date.now();
  const store = await openStore(config.DATABASE_URL, now);
  const catalogue = await loadQuestions(store, logger);
  const record = (call: ModelCall) => {
    store
      .recordModelCall(call)
      .catch((error: unknown) => logger.warn({ error }, 'A model call was not recorded.'));
  };
  const models = configureModels(config, { record, countTokens: store.countTokens }, now);

  const settled = async (conversation: ConversationId) => {
    while ((await bot.countReplies(conversation, now() + 1.5 * NOT_HERE_MS)) > 0) await pause(SETTLE_POLL_MS);
  };
  const terminal = createTerminalAdapter({
    input: process.stdin,
    output: process.stdout,
    user,
    platformLocale: config.DEFAULT_LOCALE,
    isTty,
    columns: () => process.stdout.columns ?? 80,
    rows: () => process.stdout.rows ?? 24,
    colour: isTty && config.NO_COLOR === undefined,
    wordsOf: (locale) => textsOf(locale).terminal,
    now,
    newId: uuidv7,
    settled,
  });
  const bot = createBot({
    store,
    settings: {
      sessionsPerAccount: config.SESSIONS_PER_ACCOUNT,
      cvRetentionDays: config.CV_RETENTION_DAYS,
      defaultLocale: config.DEFAULT_LOCALE,
      providers: models?.providers ?? [],
      catalogue,
    },
    adapters: [terminal],
    cvReader: createCvReader(),
    models,
    now,
    newId: uuidv7,
    random: Math.random,
    logger,
  });

  await bot.start();
  const how = await Promise.race([terminal.finished, signalled()]);
  if (how === 'end-of-input')
    await drain(bot, `terminal:${user}` as ConversationId, config.TERMINAL_DRAIN_MS);
  await bot.stop(STOP_GRACE_MS);
}

/** The grades that an interview is still owed, for so long. */
async function drain(bot: ReturnType<typeof createBot>, conversation: ConversationId, drainMs: number) {
  const deadline = Date.now() + drainMs;
  while (Date.now() < deadline && (await bot.countOwed(conversation, deadline)) > 0) {
    await pause(SETTLE_POLL_MS);
  }
}

function signalled(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

main().catch((error: unknown) => {
  const sentence = error instanceof ConfigError ? error.message : error;
  process.stderr.write(
    `${sentence instanceof Error ? (sentence.stack ?? sentence.message) : String(sentence)}\n`,
  );
  process.exitCode = 1;
});
