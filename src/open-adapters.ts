import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import type { TerminalAdapter } from '../adapters/terminal/index.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { ConversationId } from './chat/message.ts';
import { type Config, ConfigError } from './config.ts';
import { textsOf } from './locales/index.ts';
import type { Store } from './store/store.ts';
import { systemUser } from './system-user.ts';
import { readArguments } from './terminal-arguments.ts';

type Parts = {
  readonly store: Store;
  readonly logger: Logger;
  readonly now: () => number;
  /** Resolves when nothing is due to a conversation any more. */
  readonly settled: (conversation: ConversationId) => Promise<void>;
  /** A platform has ended the connection for good. */
  readonly onFatal: (error: Error) => void;
};

/** Whether this start opens a terminal: asked for, or because no platform is configured. */
export function isTerminal(config: Config, parameters: readonly string[]): boolean {
  return !config.DISCORD_TOKEN || readArguments(parameters, systemUser).terminal;
}

/** The chat platforms that are configured; with none, the terminal. Only what is used is loaded. */
export async function openAdapters(
  config: Config,
  parameters: readonly string[],
  parts: Parts,
): Promise<{ readonly adapters: readonly ChatAdapter[]; readonly terminal: TerminalAdapter | null }> {
  const { terminal: forced, user } = readArguments(parameters, systemUser);
  const discord =
    config.DISCORD_TOKEN && !forced ? await openDiscord(config, config.DISCORD_TOKEN, parts) : null;
  if (discord) return { adapters: [discord], terminal: null };
  if (config.ROLE !== 'all')
    throw new ConfigError(
      `ROLE=${config.ROLE} needs a chat platform, such as DISCORD_TOKEN: a terminal is a process of its own, with ROLE=all.`,
    );
  const terminal = await openTerminal(config, user, parts);
  return { adapters: [terminal], terminal };
}

async function openTerminal(config: Config, user: string, { now, settled }: Parts): Promise<TerminalAdapter> {
  const { createTerminalAdapter } = await import('../adapters/terminal/index.ts');
  const isTty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return createTerminalAdapter({
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
}

async function openDiscord(
  config: Config,
  token: string,
  { store, logger, now, onFatal }: Parts,
): Promise<ChatAdapter> {
  const { createDiscordAdapter, parseShards } = await import('../adapters/discord/index.ts');
  const shards = parseShards(config.DISCORD_SHARDS ?? 'auto');
  if (shards === null) throw new ConfigError('DISCORD_SHARDS must be like auto, 4 or 0-1/4.');
  return createDiscordAdapter({
    token,
    ...(config.DISCORD_API_URL && { apiUrl: config.DISCORD_API_URL }),
    ...(shards !== 'auto' && { shards }),
    words: { en: textsOf('en').discord, ko: textsOf('ko').discord },
    defaultLocale: config.DEFAULT_LOCALE,
    conversationsToCatchUp: () => store.readOpenConversations('discord'),
    onFatal,
    now,
    newId: uuidv7,
    logger,
  });
}
