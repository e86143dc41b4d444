import { webApi } from '@slack/bolt';
import { UndeliverableError } from '../../src/chat/adapter.ts';

/** Slack's word for why it refused (`channel_not_found`), or `null` when it was no answer of Slack's. */
export function codeOf(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

const isOneOf =
  (...codes: readonly string[]) =>
  (error: unknown): boolean =>
    codes.includes(codeOf(error) ?? '');

/** There is nothing, or nothing of the bot's, left to edit or delete. */
export const isUneditable = isOneOf(
  'message_not_found',
  'cant_update_message',
  'cant_delete_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
);

/** The bot may not write where it was spoken to; direct messages are still open. */
export const isClosedToBot = isOneOf(
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'thread_not_found',
);

/** Slack finds fault with how a message is made, which no other attempt would mend: it is shown as plain text. */
export const isMalformed = isOneOf(
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'block_mismatch',
  'slack_elements_invalid',
);

/** The first message of a thread is gone. */
export const isThreadGone = isOneOf('thread_not_found', 'cannot_reply_to_message');

/** A form could not be opened because the three seconds for it have passed. */
export const isTooLateForForm = isOneOf(
  'expired_trigger_id',
  'trigger_expired',
  'exchanged_trigger_id',
  'trigger_exchanged',
);

/** The app has not been given a permission that it asks for in its manifest. */
export const isMissingScope = isOneOf('missing_scope', 'no_permission', 'not_allowed_token_type');

/** What no later attempt can get over. */
const HOPELESS: ReadonlyMap<string, string> = new Map([
  ['account_inactive', 'the workspace or the bot in it is gone'],
  ['token_revoked', 'the bot was removed from the workspace'],
  ['app_uninstalled', 'the bot was removed from the workspace'],
  ['channel_not_found', 'the conversation is gone'],
  ['not_in_channel', 'the bot is not in the channel'],
  ['user_not_in_channel', 'the person is no longer in the channel'],
  ['is_archived', 'the channel is archived'],
  ['user_not_found', 'the person is not in the workspace'],
  ['user_disabled', 'the person’s account is switched off'],
  ['cannot_dm_bot', 'bots cannot be written to'],
  ['restricted_action', 'the workspace does not let the bot write there'],
]);

/** What only whoever runs the bot can mend; the message waits for it. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['missing_scope', 'the app lacks a scope: install it again with the manifest of slack/'],
  ['messages_tab_disabled', 'its messages are switched off: App Home → Messages Tab, switch it on'],
  ['invalid_auth', 'Slack does not know the token: put the current one into SLACK_BOT_TOKEN'],
  ['not_authed', 'no token was sent: set SLACK_BOT_TOKEN'],
]);

/** An error that says what stands in the way, and whether another attempt could get over it. */
export function explain(error: unknown): Error {
  const code = codeOf(error);
  if (code === null) return error instanceof Error ? error : new Error(String(error));
  const reason = HOPELESS.get(code);
  if (reason !== undefined) {
    return new UndeliverableError(`Slack does not deliver the message: ${reason} (${code}).`, {
      cause: error,
    });
  }
  const advice = ADVICE.get(code);
  return new Error(`Slack does not deliver the message${advice ? `: ${advice}` : ''} (${code}).`, {
    cause: error,
  });
}
