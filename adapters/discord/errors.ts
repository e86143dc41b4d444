import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { UndeliverableError } from '../../src/chat/adapter.ts';

/** The code of Discord's answer (`50007`), or `null` when it was no answer of Discord's. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

const isOneOf =
  (...codes: readonly number[]) =>
  (error: unknown): boolean =>
    codes.includes(codeOf(error) ?? -1);

/** The bot may not write where it tried to: to this person, or in this channel. */
export const isClosedToBot = isOneOf(
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
);

/** Discord no longer knows the interaction, or allows it no further message. */
export const isGoneInteraction = isOneOf(
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
);

/** Somebody (another process, an attempt whose answer was lost) has answered it already. */
export const isAnswered = isOneOf(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);

/** The message has its thread already, from an attempt whose answer was lost. */
export const isThreadStarted = isOneOf(RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage);

/** No more threads can be open there. */
export const isThreadLimit = isOneOf(
  RESTJSONErrorCodes.MaximumActiveThreads,
  RESTJSONErrorCodes.MaximumThreadParticipantsReached,
);

/** There is nothing, or nothing of the bot's, left to edit. */
export const isUneditable = isOneOf(
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
);

const REASONS: ReadonlyMap<number, string> = new Map([
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'they do not accept direct messages from the bot'],
  [
    RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    'they share no server with the bot',
  ],
  [RESTJSONErrorCodes.OpeningDirectMessagesTooFast, 'the bot opens direct messages too fast'],
  [RESTJSONErrorCodes.MissingAccess, 'the bot cannot see the channel'],
  [RESTJSONErrorCodes.MissingPermissions, 'the bot may not write in the channel'],
  [RESTJSONErrorCodes.UnknownChannel, 'the channel is gone'],
]);

/** What another attempt, later, may get over. */
const isPassing = isOneOf(RESTJSONErrorCodes.OpeningDirectMessagesTooFast);

/** An error that says what stands in the way, without what was to be said. */
export function explain(error: unknown): Error {
  const code = codeOf(error);
  const reason = code === null ? undefined : REASONS.get(code);
  if (reason)
    return new (isPassing(error) ? Error : UndeliverableError)(
      `Discord does not deliver the message: ${reason} (${code}).`,
      { cause: withoutBody(error) },
    );
  return withoutBody(error);
}

/** A failed request carries its body, which holds what people wrote and must not reach a log. */
export function withoutBody(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if ('requestBody' in error) {
    Object.defineProperty(error, 'requestBody', { value: undefined, enumerable: false });
    Object.defineProperty(error, 'url', { value: undefined, enumerable: false });
  }
  return error;
}
