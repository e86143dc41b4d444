import type { Receive } from '../../src/chat/adapter.ts';
import type { Incoming, Locale } from '../../src/chat/message.ts';
import { placeOf } from './conversation-id.ts';
import { type DiscordApi, nonceOf } from './discord-api.ts';
import { toParts } from './outgoing.ts';
import { languageOf } from './safe-text.ts';
import type { DiscordWords } from './words.ts';

type Parts = {
  readonly api: Pick<DiscordApi, 'createMessage'>;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
};

/** Hands over what came by the gateway. Discord never asks whether it was stored, so a person whose message was not is told. */
export function createTakeMessage({ api, words, defaultLocale }: Parts) {
  async function say({ id, conversation }: Incoming, text: string): Promise<void> {
    const [part] = toParts({ text }, words, defaultLocale);
    if (part) await api.createMessage(placeOf(conversation).channelId, part, nonceOf(`${id}:own`, 0));
  }

  return async (incoming: Incoming, receive: Receive): Promise<void> => {
    const own = words[('text' in incoming ? languageOf(incoming.text) : null) ?? defaultLocale];
    try {
      await receive(incoming);
    } catch (error) {
      await say(incoming, own.notStored);
      throw error;
    }
  };
}
