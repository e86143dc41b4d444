import { Refusal } from '../refusal.ts';
import { directChannel } from '../world/channels.ts';
import { channelJson, userJson } from '../world/serialise.ts';
import { flag, required, text } from './arguments.ts';
import { activeUser, channelFor, userFor } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';

/** docs.slack.dev/reference/methods/auth.test: no scope. */
const authTest = defineMethod('auth.test', {
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
  takes: { test: flag },
  handle({ test }, { core, team }) {
    if (test !== true) team.tokenState = 'revoked';
    core.changed();
    return { revoked: test !== true };
  },
});

/** docs.slack.dev/reference/methods/apps.connections.open: the app's token with `connections:write`. */
const openConnection = defineMethod('apps.connections.open', {
  by: 'app',
  takes: {},
  handle: (_, { server }) => ({ url: server.openLink() }),
});

/** docs.slack.dev/reference/methods/users.info. */
const userInfo = defineMethod('users.info', {
  scopes: ['users:read'],
  formOnly: true,
  takes: { user: required(text), include_locale: flag },
  handle: ({ user, include_locale: withLocale }, caller) => ({
    user: userJson(caller.core, userFor(caller, user), withLocale === true),
  }),
});

/** docs.slack.dev/reference/methods/conversations.open: one person, for a direct message with the bot. */
const openConversation = defineMethod('conversations.open', {
  scopes: ['im:write'],
  takes: { users: text, channel: text, return_im: flag, prevent_creation: flag },
  handle({ users, channel: id, return_im: whole }, caller) {
    if (users === undefined && id === undefined) throw new Refusal('users_list_not_supplied');
    const names = (users ?? '').split(',').filter((name) => name !== '');
    if (names.length > 1) throw new Refusal('method_not_supported_for_channel_type');
    const [name] = names;
    const existed = name === undefined || caller.core.world.directChannelOf(name) !== undefined;
    const channel =
      name === undefined
        ? channelFor(caller, id ?? '')
        : directChannel(caller.core, activeUser(caller, name));
    return {
      ...(existed && { no_op: true, already_open: true }),
      channel: whole === true ? channelJson(caller.core, channel) : { id: channel.id },
    };
  },
});

/** docs.slack.dev/reference/methods/conversations.info. */
const conversationInfo = defineMethod('conversations.info', {
  scopes: [],
  formOnly: true,
  takes: { channel: required(text), include_locale: flag, include_num_members: flag },
  handle({ channel: id }, caller) {
    const channel = channelFor(caller, id);
    const scope = READ[channel.kind];
    if (!caller.team.scopes.has(scope)) {
      throw new Refusal('missing_scope', { needed: scope, provided: [...caller.team.scopes].join(',') });
    }
    return { channel: channelJson(caller.core, channel) };
  },
});
const READ = { im: 'im:read', channel: 'channels:read', group: 'groups:read' } as const;

export const peopleMethods: readonly Method[] = [
  authTest,
  revoke,
  openConnection,
  userInfo,
  openConversation,
  conversationInfo,
];
