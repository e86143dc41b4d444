import type { Json } from '../../support/json.ts';
import { userJson } from '../world/serialise.ts';
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

export const peopleMethods: readonly Method[] = [info, list];
