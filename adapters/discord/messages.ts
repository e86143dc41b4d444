import type { Receive } from '../../src/chat/adapter.ts';
import type { Choice, Incoming, Locale } from '../../src/chat/message.ts';
import { placeOf } from './conversation-id.ts';
import { type DiscordApi, nonceOf } from './discord-api.ts';
import type { OfferedForms } from './offered-forms.ts';
import { toParts } from './outgoing.ts';
import { languageOf } from './safe-text.ts';
import type { DiscordWords } from './words.ts';

type Parts = {
  readonly api: Pick<DiscordApi, 'createMessage'>;
  readonly forms: OfferedForms;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
};

/**
 * Hands over what came by the gateway. Discord never asks whether it was stored, so a person whose message was not is told;
 * and a form cannot be the answer to a message, so it waits behind a button.
 */
export function createTakeMessage({ api, forms, words, defaultLocale }: Parts) {
  async function say(
    { id, conversation }: Incoming,
    text: string,
    choices: readonly Choice[],
  ): Promise<void> {
    const [part] = toParts({ text, choices }, words, defaultLocale);
    if (part) await api.createMessage(placeOf(conversation).channelId, part, nonceOf(`${id}:own`, 0));
  }

  return async (incoming: Incoming, receive: Receive): Promise<void> => {
    const own = words[('text' in incoming ? languageOf(incoming.text) : null) ?? defaultLocale];
    let answer: Awaited<ReturnType<Receive>>;
    try {
      answer = await receive(incoming);
    } catch (error) {
      await say(incoming, own.notStored, []);
      throw error;
    }
    if (answer.form) await say(incoming, own.formIsReady, [forms.offer(answer.form, own.openForm)]);
  };
}
