import type { Delivery } from '../../src/chat/adapter.ts';
import { createLanes } from '../../src/chat/lanes.ts';
import type { ConversationId, Locale, Outgoing, SentRef } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { type DiscordPlace, isShared, placeOf } from './conversation-id.ts';
import { type DiscordApi, nonceOf } from './discord-api.ts';
import { explain, isClosedToBot, isUneditable } from './errors.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { type MessagePart, toParts } from './outgoing.ts';
import type { Replies, Reply } from './replies.ts';
import { parseSentRef, toHiddenRef, toSentRef } from './sent-ref.ts';
import type { DiscordWords } from './words.ts';

type SentPart = { readonly channelId: string; readonly messageId: string; readonly hidden: boolean };

type Parts = {
  readonly api: DiscordApi;
  readonly replies: Replies;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
  /** A message was shown there, which ends Discord's typing indicator. */
  readonly shown: (channelId: string) => void;
};

/** Where one message goes, and by which way. */
type Way = { readonly place: DiscordPlace; readonly hidden: boolean; readonly reply: Reply | null };

export type Send = (to: ConversationId, message: Outgoing, delivery: Delivery) => Promise<SentRef>;

/** Shows messages: by an interaction where one is at hand, by REST everywhere else. */
export function createSend({ api, replies, words, defaultLocale, shown }: Parts): Send {
  const inLane = createLanes();
  /** What of a message is out: an attempt that follows a failure goes on where that stopped. */
  const progress = createRecentMap<string, SentPart[]>(DISCORD_LIMITS.rememberedSends);
  const directOf = createRecentMap<string, string>(DISCORD_LIMITS.rememberedPlaces);

  async function openDirect(userId: string): Promise<string> {
    const known = directOf.get(userId) ?? (await api.openDirect(userId)).id;
    directOf.set(userId, known);
    return known;
  }

  /** By an ordinary message. What is for one person in a channel goes to their direct messages. */
  async function post({ place, hidden, reply }: Way, part: MessagePart, nonce: string): Promise<SentPart> {
    try {
      const channelId = hidden ? await openDirect(place.userId) : place.channelId;
      const { id } = await api.createMessage(channelId, part, nonce);
      return { channelId, messageId: id, hidden: false };
    } catch (error) {
      // Somebody who takes no messages from the bot, but has just used it: there it can still answer.
      const id = isClosedToBot(error) ? await reply?.followUp(part, hidden) : null;
      if (!id) throw error;
      return { channelId: place.channelId, messageId: id, hidden: true };
    }
  }

  async function show(way: Way, part: MessagePart, nonce: string): Promise<SentPart> {
    const { place, hidden, reply } = way;
    const { channelId } = place;
    // A press in a direct conversation needs no answer; an ordinary message has a nonce, and so is shown once.
    const answered = reply && (hidden || reply.wants === 'reply') ? await reply.answer(part, hidden) : null;
    if (answered) return { channelId, messageId: answered, hidden };
    const followed = reply && hidden ? await reply.followUp(part, true) : null;
    return followed ? { channelId, messageId: followed, hidden } : post(way, part, nonce);
  }

  /** @returns the messages as they are now, or `null` when they cannot be edited */
  async function edit(
    replaces: SentRef,
    parts: readonly MessagePart[],
    way: Way,
    key: string,
  ): Promise<SentPart[] | null> {
    const old = parseSentRef(replaces);
    if (!old) return null;
    const { channelId, messageIds } = old;
    const now: SentPart[] = [];
    for (const [index, part] of parts.entries()) {
      const messageId = messageIds[index];
      try {
        if (messageId !== undefined) await api.editMessage(channelId, messageId, part);
        now.push(
          messageId === undefined
            ? await post({ ...way, reply: null }, part, nonceOf(key, index))
            : { channelId, messageId, hidden: false },
        );
      } catch (error) {
        if (!isUneditable(error)) throw error;
        if (index === 0) return null;
        now.push(await post({ ...way, reply: null }, part, nonceOf(key, index)));
      }
    }
    for (const left of messageIds.slice(parts.length)) {
      await api.deleteMessage(channelId, left).catch((error: unknown) => {
        if (!isUneditable(error)) throw error;
      });
    }
    return now;
  }

  async function deliver(to: ConversationId, message: Outgoing, delivery: Delivery): Promise<SentRef> {
    const { idempotencyKey: key, replyToken, replaces } = delivery;
    const place = placeOf(to);
    const parts = toParts(message, words, defaultLocale);
    const hidden = isShared(place) && message.audience !== 'everyone';
    const sent = progress.get(key) ?? [];
    if (sent.length >= parts.length) return refOf(sent);
    const edited =
      replaces && sent.length === 0 ? await edit(replaces, parts, { place, hidden, reply: null }, key) : null;
    if (edited) {
      progress.set(key, edited);
      return refOf(edited);
    }
    const way = { place, hidden, reply: replies.find(to, replyToken) };
    progress.set(key, sent);
    for (const [index, part] of [...parts.entries()].slice(sent.length)) {
      const shownPart = await show(way, part, nonceOf(key, index));
      sent.push(shownPart);
      shown(shownPart.channelId);
    }
    return refOf(sent);
  }

  return (to, message, delivery) =>
    inLane(to, async () => {
      try {
        return await deliver(to, message, delivery);
      } catch (error) {
        throw explain(error);
      }
    });
}

/** Parts that were shown in several ways cannot be edited as one: the last way's are. */
function refOf(sent: readonly SentPart[]): SentRef {
  const last = sent.at(-1);
  if (!last || last.hidden) return toHiddenRef(last?.messageId ?? '0');
  const together = sent.filter(({ channelId, hidden }) => channelId === last.channelId && !hidden);
  return toSentRef({ channelId: last.channelId, messageIds: together.map(({ messageId }) => messageId) });
}
