import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import type { Receive, Suggest } from '../../src/chat/adapter.ts';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { ConversationId, Form, Locale } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { conversationOf, type DiscordPlace, isShared } from './conversation-id.ts';
import type { DiscordApi } from './discord-api.ts';
import { withoutBody } from './errors.ts';
import { toModal } from './forms.ts';
import {
  isTaken,
  keyOfInteraction,
  localeOf,
  placeOfInteraction,
  type Taken,
  toIncoming,
  toSuggestion,
} from './interaction.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { OfferedForms } from './offered-forms.ts';
import { toParts } from './outgoing.ts';
import type { Places } from './places.ts';
import type { Replies, Reply } from './replies.ts';
import type { DiscordWords } from './words.ts';

type Parts = {
  readonly api: DiscordApi;
  readonly replies: Replies;
  readonly forms: OfferedForms;
  /** What an event of a conversation waits for, so that it comes after messages that were missed; `null`: nothing. */
  /** Asks Discord whose thread it is. */
  readonly scopeOf: Places['scopeOf'];
  readonly before: (conversation: ConversationId) => Promise<void> | null;
  readonly words: Readonly<Record<Locale, DiscordWords>>;
  readonly defaultLocale: Locale;
  readonly now: () => number;
  readonly logger: AdapterLogger;
};

/** Commands, presses, modals: each is stored, then acknowledged, within Discord's three seconds. */
export type Interactions = {
  /** @returns the work that it makes, `null` when it is none of the bot's business */
  onInteraction(interaction: APIInteraction, receive: Receive, suggest: Suggest): Promise<void> | null;
};

export function createInteractions({
  api,
  replies,
  forms,
  scopeOf,
  before,
  words,
  defaultLocale,
  now,
  logger,
}: Parts): Interactions {
  const wordsFor = (interaction: Taken) => words[localeOf(interaction) ?? defaultLocale];

  /** For the eyes of the one who acted. */
  async function tell(reply: Reply, text: string, form?: Form, label = ''): Promise<void> {
    const choices = form ? [forms.offer(form, label)] : [];
    const [part] = toParts({ text, choices }, words, defaultLocale);
    if (part && (await reply.answer(part, true)) === null) await reply.followUp(part, true);
  }

  async function open(reply: Reply, form: Form, own: DiscordWords): Promise<void> {
    // Once deferred, a modal needs another press.
    if (!(await reply.openModal(toModal(form)))) await tell(reply, own.formIsReady, form, own.openForm);
  }

  async function take(
    interaction: Taken,
    reply: Reply,
    place: DiscordPlace,
    receive: () => ReturnType<Receive>,
  ) {
    const own = wordsFor(interaction);
    const isDirect = !isShared(place);
    // Also for what is stored but not answered yet: then the first message fills what is deferred here.
    const late = setTimeout(
      () =>
        reply
          .acknowledge(!isDirect)
          .catch((error: unknown) => logger.warn({ error: withoutBody(error) }, 'A deferral failed.')),
      DISCORD_LIMITS.deferAfterMs,
    ).unref();
    let answer: Awaited<ReturnType<Receive>>;
    try {
      const missed = before(conversationOf(place));
      answer = await (missed ? missed.then(receive) : receive());
    } catch (error) {
      await tell(reply, own.notStored);
      throw error;
    }
    if (answer.form) await open(reply, answer.form, own);
    // What follows a press in a direct conversation comes as ordinary messages.
    else if (isDirect && reply.wants === 'update') await reply.acknowledge(false);
    else return;
    clearTimeout(late);
  }

  async function answerSuggestions(
    interaction: APIApplicationCommandAutocompleteInteraction,
    suggest: Suggest,
  ) {
    const query = toSuggestion(interaction);
    const found = query ? await suggest(query).catch(() => []) : [];
    const choices = found.slice(0, DISCORD_LIMITS.autocompleteChoices).map((value) => ({
      name: safeLine(value, DISCORD_LIMITS.autocompleteCharacters),
      value: value.slice(0, DISCORD_LIMITS.autocompleteCharacters),
    }));
    const key = {
      interactionId: interaction.id,
      applicationId: interaction.application_id,
      token: interaction.token,
    };
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    await api.respond({ ...key, issuedAt: now(), wants: 'update' }, type, { choices });
  }

  /** A button of this adapter's own: nothing to store. @returns `null` for any other interaction */
  function openOffered(interaction: Taken, reply: Reply): Promise<void> | null {
    if (interaction.type !== InteractionType.MessageComponent) return null;
    const form = forms.find(interaction.data.custom_id);
    if (form === undefined) return null;
    const own = wordsFor(interaction);
    return form ? open(reply, form, own) : tell(reply, own.formIsGone);
  }

  return {
    onInteraction(interaction, receive, suggest) {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        return answerSuggestions(interaction, suggest);
      }
      if (!isTaken(interaction)) return null;
      const key = keyOfInteraction(interaction, now());
      const { scope, ...where } = placeOfInteraction(interaction);
      const begin = (place: DiscordPlace) => {
        const reply = replies.begin(key, conversationOf(place));
        return (
          openOffered(interaction, reply) ??
          take(interaction, reply, place, () => receive(toIncoming(interaction, key, place)))
        );
      };
      // Without an `await` otherwise: order is that of arrival.
      if (scope !== null) return begin({ ...where, scope });
      return scopeOf(where.channelId, interaction.application_id).then((found) =>
        begin({ ...where, scope: found }),
      );
    },
  };
}
