import { setTimeout as pause } from 'node:timers/promises';
import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { ChatAdapter, Receive, Suggest } from '../../src/chat/adapter.ts';
import type { Incoming } from '../../src/chat/message.ts';
import { createReadAttachment } from './attachments.ts';
import { createCatchUp } from './catch-up.ts';
import { buildCommand } from './commands.ts';
import { placeOf } from './conversation-id.ts';
import { createDiscordApi, createRest, nonceOf } from './discord-api.ts';
import { withoutBody } from './errors.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { createListener } from './listener.ts';
import { createOfferedForms } from './offered-forms.ts';
import type { DiscordOptions } from './options.ts';
import { toParts } from './outgoing.ts';
import { createPlaces } from './places.ts';
import { createRecentMap } from './recent-map.ts';
import { registerCommand } from './register-command.ts';
import { createReplies } from './replies.ts';
import { languageOf } from './safe-text.ts';
import { createSend } from './sending.ts';
import { createTyping } from './typing.ts';

export type { DiscordLogger, DiscordOptions, MissedSince } from './options.ts';
export { type DiscordShards, parseShards } from './shards.ts';
export type { DiscordWords } from './words.ts';

/** Discord as a chat platform: direct messages, and commands, presses and mentions in servers. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const { token, apiUrl, words, defaultLocale, now, newId, logger } = options;
  const rest = createRest(token, apiUrl);
  const api = createDiscordApi(rest);
  const replies = createReplies({ api, now, logger });
  const typing = createTyping(api.triggerTyping, logger);
  const lastTyped = createRecentMap<string, number>(DISCORD_LIMITS.rememberedPlaces);
  const forms = createOfferedForms(newId);
  const shared = { api, replies, words, defaultLocale, now, logger };
  const send = createSend({ ...shared, shown: typing.renew });
  const interactions = createInteractions({ ...shared, forms });
  const inFlight = new Set<Promise<void>>();
  let bot: { readonly receive: Receive; readonly suggest: Suggest } | null = null;

  const post = async ({ conversation, id }: Incoming, text: string, choices: Parameters<typeof toParts>[0]['choices'] = []) => {
    const [part] = toParts({ text, choices }, words, defaultLocale);
    if (part) await api.createMessage(placeOf(conversation).channelId, part, nonceOf(`${id}:own`, 0));
  };
  const take = async (incoming: Incoming): Promise<void> => {
    if (!bot) return;
    const own = words[('text' in incoming ? languageOf(incoming.text) : null) ?? defaultLocale];
    let answer: Awaited<ReturnType<Receive>>;
    try {
      answer = await bot.receive(incoming);
    } catch (error) {
      await post(incoming, own.notStored);
      throw error;
    }
    if (answer.form) await post(incoming, own.formIsReady, [forms.offer(answer.form, own.openForm)]);
  };
  const catchUp = createCatchUp({
    list: options.conversationsToCatchUp ?? (async () => []),
    getMessagesAfter: api.getMessagesAfter,
    hand: (message, place) => listener.onMissed(message, place),
    pause: (milliseconds) => pause(milliseconds),
    logger,
  });
  const listener = createListener({
    places: createPlaces(api.getChannel),
    catchUp,
    take,
    typed: (channelId) => lastTyped.set(channelId, now()),
    now,
    logger,
  });
  const registered = Promise.withResolvers<string>();

  const workOf = (event: GatewayDispatchPayload, shardId: number): Promise<void> | null => {
    if (!bot) return null;
    if (event.t === GatewayDispatchEvents.Ready) {
      const { application, user } = event.d;
      listener.onReady({ applicationId: application.id, userId: user.id }, shardId);
      registered.resolve(application.id);
      return null;
    }
    if (event.t !== GatewayDispatchEvents.InteractionCreate) return listener.onEvent(event);
    return interactions.onInteraction(event.d, bot.receive, bot.suggest);
  };
  const onEvent = (event: GatewayDispatchPayload, shardId: number): void => {
    const failed = (error: unknown) =>
      logger.error({ error: withoutBody(error), event: event.t }, 'An event could not be dealt with.');
    try {
      const work = workOf(event, shardId)?.catch(failed);
      if (!work) return;
      inFlight.add(work);
      void work.then(() => inFlight.delete(work));
    } catch (error) {
      failed(error);
    }
  };
  const gateway = createGateway({
    token,
    apiUrl,
    shards: options.shards,
    onEvent,
    onRefused: (error) => options.onFatal?.(error),
    logger,
  });

  return {
    platform: DISCORD_LIMITS.platformName,
    async start(receive, suggest) {
      bot = { receive, suggest };
      await gateway.start();
      const command = buildCommand(words);
      // Without its menu the bot still understands plain words: no reason not to start.
      await registerCommand(rest, await registered.promise, command).catch((error: unknown) =>
        logger.error({ error: withoutBody(error) }, 'The command /interview could not be registered.'),
      );
    },
    async stop() {
      bot = null;
      catchUp.stop();
      await gateway.stop();
      await Promise.all(inFlight);
    },
    send,
    readAttachment: createReadAttachment(api, apiUrl),
    async showTyping(to) {
      return typing.show(placeOf(to).channelId);
    },
    lastTypedAt: (conversation) => lastTyped.get(placeOf(conversation).channelId) ?? null,
  };
}
