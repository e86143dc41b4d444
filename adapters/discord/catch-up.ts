import type { APIMessage } from 'discord.js';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId } from '../../src/chat/message.ts';
import { type DiscordPlace, placeOf, snowflakeAt } from './conversation-id.ts';
import { codeOf, withoutBody } from './errors.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { MissedSince } from './options.ts';

/**
 * Reads direct messages that came while nobody listened: before the start, and in sessions that could not be resumed (their
 * events are not replayed). Discord never asks whether a message was dealt with, so this is the only way to those.
 */
export type CatchUp = {
  /** A session began anew. */
  begin(): void;
  /** What a live message of the conversation waits for, so that it comes after those missed; `null`: nothing. */
  before(conversation: ConversationId): Promise<void> | null;
  /** Begins nothing more. */
  stop(): void;
};

type Parts = {
  readonly list: () => Promise<readonly MissedSince[]>;
  readonly getMessagesAfter: (channelId: string, after: string) => Promise<readonly APIMessage[]>;
  /** Hands over one message, known or not, oldest first; rejects when it could not be stored. */
  readonly hand: (message: APIMessage, place: DiscordPlace) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly logger: AdapterLogger;
};

export function createCatchUp({ list, getMessagesAfter, hand, pause, logger }: Parts): CatchUp {
  let listing: Promise<void> | null = null;
  let stopped = false;
  const missed = new Map<ConversationId, { readonly since: number; done: Promise<void> | null }>();

  async function readAll({ channelId, ...place }: DiscordPlace, since: number): Promise<void> {
    let after = snowflakeAt(since - DISCORD_LIMITS.catchUpMarginMs);
    for (;;) {
      const page = await getMessagesAfter(channelId, after);
      const ordered = [...page].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      for (const message of ordered) await hand(message, { channelId, ...place });
      after = ordered.at(-1)?.id ?? after;
      if (page.length < DISCORD_LIMITS.catchUpPageMessages || stopped) return;
    }
  }

  async function catchUp(conversation: ConversationId, since: number): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await readAll(placeOf(conversation), since);
        break;
      } catch (error) {
        // A refusal stays one: the conversation is gone, or closed to the bot.
        const isFinal = codeOf(error) !== null || attempt >= DISCORD_LIMITS.catchUpAttempts || stopped;
        logger[isFinal ? 'error' : 'warn'](
          { error: withoutBody(error), attempt },
          'Missed messages could not be read.',
        );
        if (isFinal) break;
        await pause(500 * 2 ** attempt);
      }
    }
  }

  /** Begins the conversation's turn at once when somebody there is writing. */
  function doneOf(conversation: ConversationId): Promise<void> | null {
    const entry = missed.get(conversation);
    if (!entry) return null;
    entry.done ??= catchUp(conversation, entry.since).finally(() => {
      if (missed.get(conversation) === entry) missed.delete(conversation);
    });
    return entry.done;
  }

  async function work(): Promise<void> {
    for (const conversation of [...missed.keys()]) {
      if (stopped) return;
      const waiting = doneOf(conversation);
      if (!waiting) continue;
      await waiting;
      await pause(DISCORD_LIMITS.catchUpPauseMs);
    }
  }

  return {
    begin() {
      const current = list().then(
        (conversations) => {
          for (const { conversation, since } of conversations) {
            if (placeOf(conversation).scope === 'direct') missed.set(conversation, { since, done: null });
          }
        },
        (error: unknown) => logger.error({ error }, 'It is not known where messages may have been missed.'),
      );
      listing = current;
      void current.then(() => {
        if (listing === current) listing = null;
        return work();
      });
    },
    before(conversation) {
      return listing ? listing.then(() => doneOf(conversation) ?? undefined) : doneOf(conversation);
    },
    stop() {
      stopped = true;
    },
  };
}
