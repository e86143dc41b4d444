import { endInstallation } from '../world/installations.ts';
import { flag } from './arguments.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/auth.test: no scope. */
const test = defineMethod('auth.test', {
  tier: null,
  takes: {},
  handle: (_, { core, team }) => ({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: core.world.user(team.bot.userId).name,
    team_id: team.id,
    user_id: team.bot.userId,
    bot_id: team.bot.botId,
    is_enterprise_install: false,
  }),
});

/** docs.slack.dev/reference/methods/auth.revoke. */
const revoke = defineMethod('auth.revoke', {
  tier: 3,
  takes: { test: flag },
  handle({ test: isTest }, { core, team }) {
    if (isTest !== true) endInstallation(core, team, 'revoked');
    return { revoked: isTest !== true };
  },
});

/** docs.slack.dev/reference/methods/apps.connections.open: the app's token with `connections:write`. */
const openConnection = defineMethod('apps.connections.open', {
  tier: 3,
  by: 'app',
  takes: {},
  handle: (_, { server }) => ({ url: server.openLink() }),
});

export const authMethods: readonly Method[] = [test, revoke, openConnection];
