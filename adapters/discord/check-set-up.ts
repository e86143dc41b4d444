import { type APIApplication, ApplicationIntegrationType, type REST, Routes } from 'discord.js';
import { createRest } from './discord-api.ts';
import { startProblemOf } from './gateway-problem.ts';
import { inviteLink, PERMISSIONS } from './invite.ts';

/** What `npm run discord:setup` says, and whether the bot can start with it. */
export type SetUpReport = { readonly lines: readonly string[]; readonly isReady: boolean };

/** What is set wrong in the developer portal, each with the clicks that mend it. */
function problemsOf(application: APIApplication): readonly string[] {
  const types = application.integration_types_config;
  const isInstallable = (type: ApplicationIntegrationType) => types === undefined || type in types;
  return [
    application.interactions_endpoint_url
      ? 'An Interactions Endpoint URL is set, so Discord sends commands and buttons there and not to the bot. General Information → Interactions Endpoint URL: clear it and save.'
      : '',
    isInstallable(ApplicationIntegrationType.GuildInstall)
      ? ''
      : 'The bot cannot be added to servers. Installation → Installation Contexts: tick "Guild Install" and save.',
    isInstallable(ApplicationIntegrationType.UserInstall)
      ? ''
      : 'People cannot add the bot to their account. Installation → Installation Contexts: tick "User Install" and save.',
    application.bot_require_code_grant
      ? 'The invite links do not work. Bot → Requires OAuth2 Code Grant: switch it off and save.'
      : '',
  ].filter((problem) => problem !== '');
}

async function read(rest: REST): Promise<APIApplication> {
  return (await rest.get(Routes.currentApplication())) as APIApplication;
}

/** Checks the token and the portal's switches, and makes the invite links. Changes nothing. */
export async function checkSetUp(token: string, apiUrl?: string): Promise<SetUpReport> {
  let application: APIApplication;
  try {
    application = await read(createRest(token, apiUrl));
  } catch (error) {
    return { lines: [startProblemOf(error, apiUrl).message], isReady: false };
  }
  const problems = problemsOf(application);
  const lines = [
    `The token works: it belongs to "${application.name}" (application ${application.id}).`,
    '',
    'Add it to a server (scopes bot and applications.commands):',
    `  ${inviteLink(application.id, 'server')}`,
    `  Permissions: ${PERMISSIONS.join(', ')}.`,
    'Or to your own account, to use it in direct messages without a server (scope applications.commands):',
    `  ${inviteLink(application.id, 'account')}`,
    '',
    'Intents: direct messages, their typing, and server messages, of which it reads those that mention it. None is privileged:',
    '  Bot → Privileged Gateway Intents can all stay off.',
    ...(application.bot_public
      ? []
      : ['The bot is private: only its owner can use the links (Bot → Public Bot).']),
    '',
    ...(problems.length === 0
      ? ['Everything is in place: npm start.']
      : [
          'To be changed at https://discord.com/developers/applications:',
          ...problems.map((problem) => `  - ${problem}`),
        ]),
  ];
  return { lines, isReady: problems.length === 0 };
}
