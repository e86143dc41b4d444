import { codeOf } from './errors.ts';

const PORTAL = 'https://api.slack.com/apps → your app';

type Setting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const WHERE: Readonly<Record<Setting, string>> = {
  SLACK_BOT_TOKEN: `${PORTAL} → OAuth & Permissions → Bot User OAuth Token (xoxb-…)`,
  SLACK_APP_TOKEN: `${PORTAL} → Basic Information → App-Level Tokens, one with the scope connections:write (xapp-…)`,
};

/** Slack's refusals of a token, for which there is nothing to do but to get another one. */
const REFUSED: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'app_uninstalled',
];

export function isRefusal(error: unknown): boolean {
  return REFUSED.includes(codeOf(error) ?? '');
}

/** What an operator has to do when Slack does not take a token, or cannot be reached at all. */
export function startProblemOf(error: unknown, setting: Setting, apiUrl: string | undefined): Error {
  const code = codeOf(error);
  if (isRefusal(error)) {
    return new Error(
      `Slack refused ${setting} (${code}). Open ${WHERE[setting]}, put the token into ${setting} and start again. \`npm run slack:check\` looks at all of it.`,
    );
  }
  if (code === 'socket_mode_not_enabled' || code === 'not_allowed') {
    return new Error(
      `Slack does not allow Socket Mode to the app (${code}). Open ${PORTAL} → Socket Mode, switch it on and start again; or leave out SLACK_APP_TOKEN and set SLACK_SIGNING_SECRET.`,
    );
  }
  const message = error instanceof Error ? error.message : String(error ?? 'the connection was closed');
  const where = apiUrl === undefined ? 'Slack' : `Slack at ${apiUrl} (SLACK_API_URL)`;
  return new Error(
    `${where} cannot be reached: ${message}. Check the network (https://slack-status.com shows Slack’s side) and start again.`,
    { cause: error },
  );
}
