import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import type { SlackOptions } from '../adapters/slack/index.ts';
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
  if (readArguments(parameters, systemUser).terminal) return true;
  return config.DISCORD_TOKEN === undefined && slackSettings(config) === null;
}

/** The chat platforms that are configured; with none, the terminal. Only what is used is loaded. */
export async function openAdapters(
  config: Config,
  parameters: readonly string[],
  parts: Parts,
): Promise<{ readonly adapters: readonly ChatAdapter[]; readonly terminal: TerminalAdapter | null }> {
  if (isTerminal(config, parameters)) {
    if (config.ROLE !== 'all')
      throw new ConfigError(
        `ROLE=${config.ROLE} needs a chat platform, such as DISCORD_TOKEN: a terminal is a process of its own, with ROLE=all.`,
      );
    const terminal = await openTerminal(config, readArguments(parameters, systemUser).user, parts);
    return { adapters: [terminal], terminal };
  }
  const slack = slackSettings(config);
  const { DISCORD_TOKEN: discord } = config;
  const platforms = [
    ...(discord === undefined ? [] : [(own: Parts) => openDiscord(config, discord, own)]),
    ...(slack === null ? [] : [(own: Parts) => openSlack(config, slack, own)]),
  ];
  let lost = 0;
  /** One platform that ended for good leaves the others; the adapter has said why. */
  const onFatal = (error: Error) => {
    lost += 1;
    if (lost === platforms.length) parts.onFatal(error);
  };
  return {
    adapters: await Promise.all(platforms.map((open) => open({ ...parts, onFatal }))),
    terminal: null,
  };
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

type SlackSettings = Pick<SlackOptions, 'appToken' | 'http'> & { readonly token: string };

/** What is set for Slack, `null` when nothing is. @throws ConfigError when it is not enough */
function slackSettings(config: Config): SlackSettings | null {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config;
  if (token === undefined) {
    if (appToken === undefined && signingSecret === undefined) return null;
    throw new ConfigError(
      'SLACK_BOT_TOKEN is not set, but another setting for Slack is. docs/slack.md shows where to find it.',
    );
  }
  if (appToken === undefined && signingSecret === undefined) {
    throw new ConfigError(
      'SLACK_BOT_TOKEN alone lets nothing in: set SLACK_APP_TOKEN as well (Socket Mode), or SLACK_SIGNING_SECRET (HTTP). docs/slack.md shows where to find them.',
    );
  }
  return {
    token,
    ...(appToken !== undefined && { appToken }),
    ...(signingSecret !== undefined && { http: { signingSecret, port: config.PORT } }),
  };
}

async function openSlack(
  config: Config,
  { token, ...settings }: SlackSettings,
  { logger, now, onFatal }: Parts,
): Promise<ChatAdapter> {
  const { createOneWorkspace, createSlackAdapter } = await import('../adapters/slack/index.ts');
  const where = config.SLACK_API_URL === undefined ? {} : { apiUrl: config.SLACK_API_URL };
  return createSlackAdapter({
    ...settings,
    ...where,
    installations: createOneWorkspace({ token, ...where, logger }),
    words: { en: textsOf('en').slack, ko: textsOf('ko').slack },
    defaultLocale: config.DEFAULT_LOCALE,
    onFatal,
    now,
    logger,
  });
}
