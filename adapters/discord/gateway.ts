import { setTimeout as pause } from 'node:timers/promises';
import { Client, Events, type GatewayDispatchPayload, GatewayIntentBits, Options, Status } from 'discord.js';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { refusalOf, startProblemOf } from './gateway-problem.ts';
import type { DiscordShards } from './shards.ts';

/** None of these is privileged: no switch in the developer portal, no review. */
export const INTENTS = [
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageTyping,
  // For mentions only: without MessageContent all other messages arrive without their text.
  GatewayIntentBits.GuildMessages,
] as const;

export type Gateway = {
  /** Resolves when every shard of this process is connected; rejects with a sentence for the operator. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether every shard of this process receives events. */
  isConnected(): boolean;
};

type Parts = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly shards: DiscordShards | undefined;
  /** Every event, in order, as Discord sent it. */
  readonly onEvent: (event: GatewayDispatchPayload, shardId: number) => void;
  /** The connection has ended for good, after `start`. */
  readonly onRefused: (error: Error) => void;
  readonly logger: AdapterLogger;
};

const CONNECT_ATTEMPTS = 3;
const RECONNECT_PAUSE_MS = 1_000;

/** discord.js keeps what it meets; nothing here reads it. */
const NO_CACHES = Options.cacheWithLimits({
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 1,
  VoiceStateManager: 0,
});

/**
 * The connection, which discord.js holds: shards, heartbeats, resuming, identifying anew. Events are read as Discord sends
 * them, before discord.js looks into its caches: so they need no partials, and edits and deletions of messages from before
 * a restart arrive like all others.
 */
export function createGateway(parts: Parts): Gateway {
  const { token, apiUrl, logger } = parts;
  let client: Client | null = null;
  let refused: Error | null = null;
  let isStarted = false;

  async function connect(): Promise<void> {
    const connecting = createClient(parts);
    client = connecting;
    connecting.on(Events.ShardDisconnect, ({ code }, shardId) => {
      refused = refusalOf(code) ?? new Error(`Discord has ended the connection (gateway code ${code}).`);
      if (!isStarted) return;
      logger.fatal({ code, shard: shardId }, refused.message);
      parts.onRefused(refused);
    });
    await connecting.login(token);
  }

  return {
    async start() {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await connect();
          if (refused) throw refused;
          isStarted = true;
          return;
        } catch (error) {
          await client?.destroy();
          const problem = refused ?? startProblemOf(error, apiUrl);
          const isFinal = refused !== null || problem.cause === undefined || attempt >= CONNECT_ATTEMPTS;
          if (isFinal) throw problem;
          logger.warn({ error, attempt }, 'Discord cannot be reached; trying again.');
          await pause(RECONNECT_PAUSE_MS);
        }
      }
    },
    async stop() {
      isStarted = false;
      await client?.destroy();
    },
    isConnected: () =>
      client?.isReady() === true && client.ws.shards.every(({ status }) => status === Status.Ready),
  };
}

function createClient({ apiUrl, shards, onEvent, logger }: Parts): Client {
  const client = new Client({
    intents: [...INTENTS],
    partials: [],
    makeCache: NO_CACHES,
    ...(apiUrl !== undefined && { rest: { api: apiUrl.replace(/\/+$/, '') } }),
    ...(shards ? { shards: [...shards.ids], shardCount: shards.total } : { shards: 'auto' }),
  });
  client.on(Events.Raw, onEvent);
  client.on(Events.Error, (error) => logger.error({ error }, 'The connection to Discord failed.'));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ error, shard }, 'A shard’s connection failed.'),
  );
  client.on(Events.ShardReconnecting, (shard) => logger.debug({ shard }, 'A shard’s connection was closed.'));
  return client;
}
