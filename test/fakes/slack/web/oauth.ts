import { Refusal } from '../refusal.ts';
import { renewToken } from '../world/installations.ts';
import { text } from './arguments.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/oauth.v2.access: no token, the app's id and secret. */
const access = defineMethod('oauth.v2.access', {
  by: 'anybody',
  tier: null,
  takes: { client_id: text, client_secret: text, code: text, redirect_uri: text },
  handle({ client_id: id, client_secret: password, code = '' }, { core }) {
    if (id !== core.clientId) throw new Refusal('invalid_client_id');
    if (password !== core.clientSecret) throw new Refusal('bad_client_secret');
    const grant = core.grants.exchange(code);
    if (!grant) throw new Refusal('invalid_code');
    const team = core.world.team(grant.teamId);
    renewToken(team);
    core.changed();
    return {
      access_token: team.token,
      token_type: 'bot',
      scope: [...team.scopes].join(','),
      bot_user_id: team.bot.userId,
      app_id: core.appId,
      team: { id: team.id, name: team.name },
      enterprise: null,
      authed_user: { id: grant.userId },
      is_enterprise_install: false,
    };
  },
});

export const oauthMethods: readonly Method[] = [access];
