import { type APIEmbed, type APIMessage, InteractionResponseType, MessageFlags } from 'discord.js';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId, ReplyToken } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import type { DiscordApi } from './discord-api.ts';
import { isAnswered, isGoneInteraction, withoutBody } from './errors.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { MessagePart } from './outgoing.ts';
import { type InteractionKey, isFresh, parseReplyToken } from './reply-token.ts';

/**
 * An interaction and what may still be said through it. One that wants a reply is kept open until the bot's first message
 * comes, which is then its answer, in one request and without "is thinking"; past 2 s it is deferred, and the message
 * fills what was deferred.
 */
export type Reply = {
  readonly wants: InteractionKey['wants'];
  /** Shows the part as the interaction's answer. @returns the message's id, or `null` when it is answered or gone */
  answer(part: MessagePart, hidden: boolean): Promise<string | null>;
  /** One more message through it. @returns its id, or `null` when Discord takes none any more */
  followUp(part: MessagePart, hidden: boolean): Promise<string | null>;
  /** Tells Discord that it was received; does nothing when it has been told. */
  acknowledge(hidden: boolean): Promise<void>;
  /** @returns false when it is too late for one: a modal can only be the first answer */
  openModal(modal: object): Promise<boolean>;
};

/** `unknown`: what another process did with it. `deferred`: shown as "is thinking". `gone`: its token is worth nothing. */
type State = 'open' | 'unknown' | 'deferred' | 'answered' | 'gone';

type Parts = { readonly api: DiscordApi; readonly now: () => number; readonly logger: AdapterLogger };

function createReply(key: InteractionKey, initial: State, { api, now, logger }: Parts): Reply {
  let state = initial;
  /** What was deferred for one person's eyes stays so. */
  let deferredHidden = false;
  let tail: Promise<unknown> = Promise.resolve();
  /** One after another, or a deferral and an answer would race; a refusal of Discord's decides the state. */
  const inTurn = <Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    const result = tail.then(async () => {
      if (!isFresh(key, now())) state = 'gone';
      try {
        return await work();
      } catch (error) {
        if (isAnswered(error)) state = 'unknown';
        else if (isGoneInteraction(error)) state = 'gone';
        else throw error;
        logger.warn(
          { error: withoutBody(error), interaction: key.interactionId },
          'Discord no longer takes this answer.',
        );
        return otherwise;
      }
    });
    tail = result.catch(() => undefined);
    return result;
  };
  const answer = async (part: MessagePart, hidden: boolean): Promise<string | null> => {
    if (state === 'unknown') {
      const original = key.wants === 'reply' ? await api.getOriginal(key) : null;
      const isWaiting = original !== null && ((original.flags ?? 0) & MessageFlags.Loading) !== 0;
      state = isWaiting ? 'deferred' : 'answered';
      deferredHidden = ((original?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      // An attempt whose outcome was lost, or one before a crash: it must not be shown twice.
      if (original && !isWaiting && shows(original, part)) return original.id;
    }
    if (state !== 'open' && (state !== 'deferred' || (deferredHidden && !hidden))) return null;
    const id =
      state === 'open'
        ? await api.respondWithMessage(key, part, hidden)
        : (await api.editOriginal(key, part)).id;
    state = 'answered';
    return id ?? (await api.getOriginal(key)).id;
  };
  const takeAway = async () => {
    if (state !== 'deferred') return;
    state = 'answered';
    await api.deleteOriginal(key);
  };

  return {
    wants: key.wants,
    async answer(part, hidden) {
      const id = await inTurn(() => answer(part, hidden), null);
      // Another process may have deferred it: then it is there to be filled.
      return id === null && state === 'unknown' ? inTurn(() => answer(part, hidden), null) : id;
    },
    followUp: (part, hidden) =>
      inTurn(async () => {
        if (state === 'gone') return null;
        // Discord takes no further message before the first answer.
        return state === 'open' ? answer(part, hidden) : (await api.followUp(key, part, hidden)).id;
      }, null),
    acknowledge: (hidden) =>
      inTurn(async () => {
        if (state !== 'open') return;
        if (key.wants === 'update') {
          await api.respond(key, InteractionResponseType.DeferredMessageUpdate);
          state = 'answered';
          return;
        }
        const data = hidden ? { flags: MessageFlags.Ephemeral } : undefined;
        await api.respond(key, InteractionResponseType.DeferredChannelMessageWithSource, data);
        state = 'deferred';
        deferredHidden = hidden;
        // What the bot had to say may have gone elsewhere: "is thinking" must not stay for a quarter of an hour.
        setTimeout(
          () =>
            inTurn(takeAway, undefined).catch((error: unknown) =>
              logger.warn({ error: withoutBody(error) }, 'An empty reply stays.'),
            ),
          DISCORD_LIMITS.emptyReplyMs,
        ).unref();
      }, undefined),
    openModal: (modal) =>
      inTurn(async () => {
        if (state !== 'open') return false;
        await api.respond(key, InteractionResponseType.Modal, modal);
        state = 'answered';
        return true;
      }, false),
  };
}

function shows(message: Pick<APIMessage, 'content' | 'embeds'>, { body }: MessagePart): boolean {
  const sayings = (content: string, embeds: readonly APIEmbed[]) =>
    JSON.stringify([
      content,
      ...embeds.map(({ title = '', description = '' }) => [title.trim(), description.trim()]),
    ]);
  return sayings(message.content, message.embeds) === sayings(body.content, body.embeds);
}

/** The interactions of the last minutes. */
export type Replies = {
  /** Of an interaction that just arrived here. */
  begin(key: InteractionKey, conversation: ConversationId): Reply;
  /**
   * The one that a message answers: that of its token, or, as not all that follows from an interaction carries it, the last
   * one in the conversation. `null` when there is none whose token is still good.
   */
  find(conversation: ConversationId, token: ReplyToken | undefined): Reply | null;
};

export function createReplies(parts: Parts): Replies {
  const byId = createRecentMap<string, Reply>(DISCORD_LIMITS.rememberedInteractions);
  const latest = createRecentMap<ConversationId, { readonly key: InteractionKey; readonly reply: Reply }>(
    DISCORD_LIMITS.rememberedInteractions,
  );
  const remember = (key: InteractionKey, state: State): Reply => {
    const reply = createReply(key, state, parts);
    byId.set(key.interactionId, reply);
    return reply;
  };
  return {
    begin(key, conversation) {
      const reply = remember(key, 'open');
      latest.set(conversation, { key, reply });
      return reply;
    },
    find(conversation, token) {
      const now = parts.now();
      if (token === undefined) {
        const last = latest.get(conversation);
        return last && isFresh(last.key, now) ? last.reply : null;
      }
      const key = parseReplyToken(token);
      if (!key || !isFresh(key, now)) return null;
      // Of another process, which may still hold it open for this very message, or from before a restart.
      const isYoung = now - key.issuedAt < DISCORD_LIMITS.firstAnswerMs;
      return byId.get(key.interactionId) ?? remember(key, isYoung ? 'open' : 'unknown');
    },
  };
}
