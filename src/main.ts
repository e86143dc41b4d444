import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import { createKeyedHash } from './accounts/keyed-hash.ts';
import { createBot } from './bot/bot.ts';
import { NOT_HERE_MS } from './bot/handlers/not-here.ts';
import { createLimits } from './bot/limits.ts';
import type { ConversationId } from './chat/message.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createCvReader } from './cv/read-cv.ts';
import { databaseFiles } from './database-files.ts';
import { announceNewDatabase } from './database-location.ts';
import { loadEnvFile } from './env-file.ts';
import { liveSettingsOf } from './live-settings-of.ts';
import { loadQuestions } from './load-questions.ts';
import { createLogger } from './logging/log.ts';
import type { ModelCall } from './model/model-call.ts';
import type { Observability } from './observability/open-observability.ts';
import { isTerminal, openAdapters } from './open-adapters.ts';
import { openModels } from './open-models.ts';
import { createErasureList } from './privacy/erasure-list.ts';
import { readSecretKey } from './secret-key.ts';
import { createPasswords } from './secrets/passwords.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { warmUp } from './warm-up.ts';

/** Docker kills ten seconds after it has asked; the connections and the database want some of them. */
const STOP_GRACE_MS = 8_000;
const SETTLE_POLL_MS = 5;

async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  const stopped = signalled();
  const logger = createLogger(config.LOG_LEVEL ?? usualLevel(config));
  const now = () => Date.now();
  if (!isTerminal(config, process.argv.slice(2))) announceNewDatabase(config.DATABASE_URL, logger);
  const files = databaseFiles(config.DATABASE_URL);
  const hash = createKeyedHash(readSecretKey(config.SECRET_KEY, files.folder));
  const store = await openStore(config.DATABASE_URL, now, hash).catch((error: unknown) => {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  await loadQuestions(store, logger);
  const observability = await openWatch(config, { store, now, logger });
  const record = (call: ModelCall) => {
    observability?.called(call);
    store
      .recordModelCall(call)
      .catch((error: unknown) => logger.warn({ error }, 'A model call was not recorded.'));
  };
  const models = await openModels(config, { record, countTokens: store.countTokens }, now);
  const settings = await liveSettingsOf(config, models, store, now);
  const fatal = Promise.withResolvers<never>();
  const { adapters, terminal } = await openAdapters(config, process.argv.slice(2), {
    store,
    logger,
    now,
    onFatal: fatal.reject,
    settled: async (conversation: ConversationId) => {
      while ((await bot.countReplies(conversation, now() + 1.5 * NOT_HERE_MS)) > 0)
        await pause(SETTLE_POLL_MS);
    },
  });
  const bot = createBot({
    store,
    settings,
    adapters,
    erasures: createErasureList(files.erasureList),
    cvReader: createCvReader(),
    passwords: createPasswords(),
    models,
    now,
    newId: uuidv7,
    random: Math.random,
    logger,
    limits: createLimits(),
    role: config.ROLE,
    ...(observability && { observer: observability.observer }),
  });
  const probes = await observability
    ?.listen(config.ROLE === 'worker' ? [] : adapters)
    .catch((error: unknown) => {
      throw new ConfigError(`HEALTH_PORT ${config.HEALTH_PORT} cannot be listened on: ${String(error)}`, {
        cause: error,
      });
    });

  try {
    await bot.start().catch((error: unknown) => {
      logger.debug({ error }, 'Not started.');
      throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
    });
    warmUp();
    if (!terminal)
      logger.info({ role: config.ROLE, platforms: adapters.map(({ platform }) => platform) }, 'Ready.');
    const how = await Promise.race([stopped, fatal.promise, ...(terminal ? [terminal.finished] : [])]);
    if (terminal && how === 'end-of-input')
      await Promise.race([drain(bot, terminal.conversation, config.TERMINAL_DRAIN_MS), stopped]);
  } finally {
    await bot.stop(STOP_GRACE_MS);
    await probes?.close();
  }
}

/** In a terminal a log would stand between the lines of the conversation. */
function usualLevel(config: Config): string {
  if (!isTerminal(config, process.argv.slice(2))) return 'info';
  return process.stdout.isTTY ? 'error' : 'warn';
}

/** Figures cost memory and a tenth of the start: only where somebody asks for them. */
async function openWatch(
  config: Config,
  parts: { store: Store; now: () => number; logger: Logger },
): Promise<Observability | null> {
  if (config.HEALTH_PORT === undefined) return null;
  const { openObservability } = await import('./observability/open-observability.ts');
  return openObservability({ ...parts, port: config.HEALTH_PORT });
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
  const isAdvice = error instanceof ConfigError;
  const sentence =
    error instanceof Error ? (isAdvice ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
