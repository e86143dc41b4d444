import type { Json } from '../../support/json.ts';
import { Refusal } from '../refusal.ts';
import { botProfile, userJson } from '../world/serialise.ts';
import { flag, integer, required, text } from './arguments.ts';
import { userFor } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';
import { page } from './paging.ts';

/** docs.slack.dev/reference/methods/users.info. */
const info = defineMethod('users.info', {
  tier: 4,
  scopes: ['users:read'],
  formOnly: true,
  takes: { user: required(text), include_locale: flag },
  handle: ({ user, include_locale: withLocale }, caller) => ({
    user: userJson(caller.core, userFor(caller, user), withLocale === true),
  }),
});

/** docs.slack.dev/reference/methods/users.list. */
const list = defineMethod('users.list', {
  tier: 2,
  scopes: ['users:read'],
  formOnly: true,
  takes: { cursor: text, limit: integer, include_locale: flag },
  handle({ include_locale: withLocale, ...paging }, { core, team }): Json {
    const users = [...core.world.users.values()].filter(({ teamId }) => teamId === team.id);
    const { items, metadata } = page(users, paging, { usual: 1000, most: 1000 });
    return {
      members: items.map((user) => userJson(core, user, withLocale === true)),
      response_metadata: metadata,
    };
  },
});

/** docs.slack.dev/reference/methods/bots.info. */
const bot = defineMethod('bots.info', {
  tier: 3,
  scopes: ['users:read'],
  formOnly: true,
  takes: { bot: required(text) },
  handle({ bot: id }, { core, team }) {
    if (id !== team.bot.botId) throw new Refusal('bot_not_found');
    return { bot: botProfile(core, team.id) };
  },
});

export const peopleMethods: readonly Method[] = [info, list, bot];
