import { type OpenedVenue, VenueError, type VenueRequest } from '../../src/chat/adapter.ts';
import type { ConversationId, Locale } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { conversationOf, placeOf } from './conversation-id.ts';
import { type DiscordApi, nonceOf } from './discord-api.ts';
import { explain, isClosedToBot, isThreadLimit, isThreadStarted, withoutBody } from './errors.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { toParts } from './outgoing.ts';
import type { DiscordWords } from './words.ts';

type Parts = {
  readonly api: DiscordApi;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
};

/**
 * Opens where an interview is held that was begun in a channel. Each place is tried by its first message. What is asked for again
 * after a crash: messages carry a nonce, and a watched thread hangs on one of them; only a private thread may be left
 * behind, empty.
 */
export function createOpenVenue({ api, words, defaultLocale }: Parts) {
  async function post(channelId: string, text: string, nonce: string): Promise<string> {
    const [part] = toParts({ text }, words, defaultLocale);
    if (!part) throw new Error('There is nothing to say.');
    return (await api.createMessage(channelId, part, nonce)).id;
  }

  async function openDirect(
    userId: string,
    { greeting, idempotencyKey }: VenueRequest,
  ): Promise<ConversationId> {
    try {
      const { id: channelId } = await api.openDirect(userId);
      await post(channelId, greeting, nonceOf(idempotencyKey, 0));
      return conversationOf({ scope: 'direct', channelId, userId });
    } catch (error) {
      throw problem('no_direct_messages', error);
    }
  }

  async function openPrivate(
    parentId: string,
    userId: string,
    { title, greeting, idempotencyKey }: VenueRequest,
  ): Promise<ConversationId> {
    try {
      const { id } = await api.startPrivateThread(parentId, nameOf(title));
      await api.addToThread(id, userId);
      await post(id, greeting, nonceOf(idempotencyKey, 0));
      return conversationOf({ scope: 'private', channelId: id, userId });
    } catch (error) {
      throw problem('not_allowed', error);
    }
  }

  async function openWatched(
    parentId: string,
    userId: string,
    { title, watchersGreeting, idempotencyKey }: VenueRequest,
  ): Promise<ConversationId> {
    try {
      const messageId = await post(parentId, watchersGreeting, nonceOf(idempotencyKey, 1));
      await api.startThreadAt(parentId, messageId, nameOf(title)).catch((error: unknown) => {
        if (!isThreadStarted(error)) throw error;
      });
      return conversationOf({ scope: 'thread', channelId: messageId, userId });
    } catch (error) {
      throw problem('not_allowed', error);
    }
  }

  return async (from: ConversationId, request: VenueRequest): Promise<OpenedVenue> => {
    const { channelId, userId } = placeOf(from);
    if (request.venue === 'private')
      return { conversation: await openPrivate(channelId, userId, request), thread: null };
    // First what may be refused without a trace in the channel.
    const conversation = await openDirect(userId, request);
    const thread = request.venue === 'watched' ? await openWatched(channelId, userId, request) : null;
    return { conversation, thread };
  };
}

const nameOf = (title: string) => safeLine(title, DISCORD_LIMITS.threadNameCharacters);

/** What is refused is so for good; everything else may go better later. */
function problem(code: VenueError['problem'], error: unknown): Error {
  if (!isClosedToBot(error) && !isThreadLimit(error)) return explain(error);
  return new VenueError(code, explain(error).message, { cause: withoutBody(error) });
}
