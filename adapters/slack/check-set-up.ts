import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { manifestProblems, type SlackManifest } from './manifest-problems.ts';
import { startProblemOf } from './start-problem.ts';
import { createWebClient, type WebClient } from './web-client.ts';

export type SlackSettings = {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** `xoxe.xoxp-…`, with which alone Slack tells how the app is set up. */
  readonly configurationToken?: string;
  readonly apiUrl?: string;
};

/** What `npm run slack:check` says, and whether the bot can do all of its work. */
export type SetUpReport = { readonly lines: readonly string[]; readonly isReady: boolean };

type Finding = { readonly said: readonly string[]; readonly problems: readonly string[] };

const SILENT: AdapterLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

const INSTALL_AGAIN =
  'https://api.slack.com/apps → your app → OAuth & Permissions → Scopes, then Reinstall to Workspace';

/** Looks at the tokens, the scopes and, as far as Slack tells, the events. Changes nothing. */
export async function checkSetUp(settings: SlackSettings, manifest: SlackManifest): Promise<SetUpReport> {
  const { apiUrl } = settings;
  const clientFor = (token: string) => createWebClient({ token, apiUrl, logger: SILENT });
  const bot = clientFor(settings.botToken);
  const findings: Finding[] = [];
  try {
    findings.push(await checkBotToken(bot, manifest));
  } catch (error) {
    return { lines: [startProblemOf(error, 'SLACK_BOT_TOKEN', apiUrl).message], isReady: false };
  }
  findings.push(
    await checkTransport(settings, clientFor),
    await checkManifest(settings, manifest, bot, clientFor),
  );
  const problems = findings.flatMap((finding) => finding.problems);
  return {
    lines: [
      ...findings.flatMap((finding) => finding.said),
      '',
      ...(problems.length === 0
        ? ['Everything that could be looked at is in place: npm start.']
        : ['To be changed:', ...problems.map((problem) => `  - ${problem}`)]),
    ],
    isReady: problems.length === 0,
  };
}

async function checkBotToken(bot: WebClient, manifest: SlackManifest): Promise<Finding> {
  const { team, user, response_metadata: metadata } = await bot.auth.test();
  const has = metadata?.scopes ?? [];
  const wanted = manifest.oauth_config.scopes.bot;
  const missing = wanted.filter((scope) => !has.includes(scope));
  const surplus = has.filter((scope) => !wanted.includes(scope));
  return {
    said: [
      `The bot token works: "${user}" in the workspace "${team}".`,
      missing.length === 0 ? 'It has every scope that it needs.' : `It has ${has.length} scopes.`,
      ...(surplus.length === 0 ? [] : [`It does not need: ${surplus.join(', ')}.`]),
    ],
    problems: missing.length === 0 ? [] : [`Scopes are missing: ${missing.join(', ')}. ${INSTALL_AGAIN}.`],
  };
}

type ClientFor = (token: string) => WebClient;

async function checkTransport(
  { appToken, signingSecret, apiUrl }: SlackSettings,
  clientFor: ClientFor,
): Promise<Finding> {
  if (appToken === undefined && signingSecret === undefined) {
    return {
      said: [],
      problems: [
        'Nothing lets events in: set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP); docs/slack.md shows where to find them.',
      ],
    };
  }
  const said: string[] = [];
  const problems: string[] = [];
  if (appToken !== undefined) {
    await clientFor(appToken)
      .apps.connections.open({})
      .then(
        () => said.push('The token of the app works: events can come by Socket Mode.'),
        (error: unknown) => problems.push(startProblemOf(error, 'SLACK_APP_TOKEN', apiUrl).message),
      );
  }
  if (signingSecret !== undefined) {
    if (/^[0-9a-f]{32}$/.test(signingSecret))
      said.push('The signing secret looks like one; only a request of Slack’s can prove it.');
    else
      problems.push(
        'SLACK_SIGNING_SECRET is not 32 hexadecimal digits: Basic Information → App Credentials → Signing Secret.',
      );
  }
  return { said, problems };
}

async function checkManifest(
  { appToken, signingSecret, configurationToken }: SlackSettings,
  wanted: SlackManifest,
  bot: WebClient,
  clientFor: ClientFor,
): Promise<Finding> {
  const events = wanted.settings.event_subscriptions.bot_events.join(', ');
  if (configurationToken === undefined) {
    return {
      said: [
        `Events cannot be seen with these tokens. Event Subscriptions → Subscribe to bot events must list: ${events}.`,
        'To have that looked at too: https://api.slack.com/apps → Your App Configuration Tokens → Generate Token, and SLACK_CONFIG_TOKEN=… npm run slack:check.',
      ],
      problems: [],
    };
  }
  try {
    const appId = await appIdOf(bot);
    const { manifest } = await clientFor(configurationToken).apps.manifest.export({ app_id: appId });
    const how = { socketMode: appToken !== undefined, http: signingSecret !== undefined };
    const problems = manifestProblems(manifest as Partial<SlackManifest>, wanted, how);
    return {
      said: problems.length === 0 ? ['Events, commands, buttons and the Home tab are set up.'] : [],
      problems,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      said: [],
      problems: [
        `SLACK_CONFIG_TOKEN does not show how the app is set up (${reason}). It lasts 12 hours; generate a new one.`,
      ],
    };
  }
}

async function appIdOf(client: WebClient): Promise<string> {
  const { bot_id: botId } = await client.auth.test();
  const { bot } = await client.bots.info({ bot: botId ?? '' });
  if (!bot?.app_id) throw new Error('Slack does not say which app the bot belongs to');
  return bot.app_id;
}
