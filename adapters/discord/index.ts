import { setTimeout as pause } from 'node:timers/promises';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { createReadAttachment } from './attachments.ts';
import { createCatchUp } from './catch-up.ts';
import { buildCommands } from './commands.ts';
import { placeOf } from './conversation-id.ts';
import { createDiscordApi, createRest } from './discord-api.ts';
import { withoutBody } from './errors.ts';
import { createEvents } from './events.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { createListener } from './listener.ts';
import { createTakeMessage } from './messages.ts';
import { createOfferedForms } from './offered-forms.ts';
import { createOpenVenue } from './open-venue.ts';
import type { DiscordOptions } from './options.ts';
import { createPlaces } from './places.ts';
import { registerCommands } from './register-commands.ts';
import { createReplies } from './replies.ts';
import { createSend } from './sending.ts';
import { createTyping } from './typing.ts';

export type { DiscordOptions, MissedSince } from './options.ts';
export { parseShards } from './shards.ts';
export type { DiscordMenu, DiscordWords } from './words.ts';

/**
 * Discord as a chat platform: direct messages, and commands, presses and mentions in servers. What it sends and reads goes
 * by REST and works without `start`; only `start` opens the gateway.
 */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { token, apiUrl, words, logger } = options;
  const rest = createRest(token, apiUrl);
  const api = createDiscordApi(rest);
  const shared = { ...options, api, replies: createReplies({ ...options, api }) };
  const typing = createTyping(api.triggerTyping, logger);
  const lastTyped = createRecentMap<string, number>(DISCORD_LIMITS.rememberedPlaces);
  const { events, catchUp } = createIncomingSide(shared, (channelId) =>
    lastTyped.set(channelId, options.now()),
  );
  const gateway = createGateway({
    token,
    apiUrl,
    shards: options.shards,
    onEvent: events.onEvent,
    onRefused: (error) => options.onFatal?.(error),
    logger,
  });

  return {
    platform: DISCORD_LIMITS.platformName,
    async start(receive, suggest) {
      events.open({ receive, suggest });
      await gateway.start();
      const { applicationId } = await events.self;
      // Without its menus the bot still understands plain words: no reason not to start.
      await registerCommands(rest, applicationId, buildCommands(words)).catch((error: unknown) =>
        logger.error({ error: withoutBody(error) }, 'The commands could not be registered.'),
      );
    },
    async stop() {
      catchUp.stop();
      const dealtWith = events.close();
      await gateway.stop();
      await dealtWith;
    },
    send: createSend({ ...shared, shown: typing.renew }),
    openVenue: createOpenVenue(shared),
    readAttachment: createReadAttachment(api, apiUrl),
    isConnected: () => gateway.isConnected(),
    showTyping: async (to) => typing.show(placeOf(to).channelId),
    lastTypedAt: (conversation) => lastTyped.get(placeOf(conversation).channelId) ?? null,
  };
}

type Shared = DiscordOptions & Pick<Parameters<typeof createInteractions>[0], 'api' | 'replies'>;

/** What comes from Discord, on its way to the bot. */
function createIncomingSide(shared: Shared, typed: (channelId: string) => void) {
  const { api, now, logger, conversationsToCatchUp } = shared;
  const forms = createOfferedForms(shared.newId);
  const takeMessage = createTakeMessage(shared);
  const catchUp = createCatchUp({
    list: conversationsToCatchUp ?? (async () => []),
    getMessagesAfter: api.getMessagesAfter,
    hand: (message, place) => listener.onMissed(message, place),
    pause: (milliseconds) => pause(milliseconds),
    logger,
  });
  const places = createPlaces(api.getChannel);
  const listener = createListener({
    places,
    catchUp,
    take: async (incoming) => {
      const bot = events.bot();
      // What is not taken because of a stop is read again by the next start.
      if (bot) await takeMessage(incoming, bot.receive);
    },
    typed,
    now,
    logger,
  });
  const events = createEvents({
    listener,
    interactions: createInteractions({ ...shared, forms, scopeOf: places.scopeOf, before: catchUp.before }),
    logger,
  });
  return { events, catchUp };
}
