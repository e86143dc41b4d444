import type { Json } from '../../support/json.ts';
import { refusal } from '../api-error.ts';
import type { Core } from '../core.ts';
import { PERMISSION } from '../permissions.ts';
import { channelJson, guildJson, memberJson, roleJson, userJson } from '../world/serialise.ts';
import { channelFor } from './messages.ts';
import { NO_CONTENT, ok, type Route, type Server } from './route.ts';

/** resources/application.mdx, Application Flags: the "limited" ones stand for the portal's switches below 100 servers. */
const APPLICATION_FLAG = { presences: 1 << 13, members: 1 << 15, messageContent: 1 << 19 } as const;

export function applicationFlags(core: Core): number {
  return [...core.privileged].reduce((flags, name) => flags | APPLICATION_FLAG[name], 0);
}

function applicationJson(core: Core): Json {
  const { bot } = core.world;
  return {
    id: core.applicationId,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(core),
    bot: userJson(bot),
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
    },
    interactions_endpoint_url: null,
    redirect_uris: [],
    tags: [],
  };
}

/** topics/… events/gateway.mdx, Get Gateway Bot. */
const gatewayBot: Route['handle'] = (_request, { gateway, gatewayUrl }) =>
  ok({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: gateway.startsLeft(),
      reset_after: 86_400_000,
      max_concurrency: gateway.maxConcurrency,
    },
  });

const member: Route['handle'] = ({ params }, { core }) => {
  const guild = core.world.guild(params['guild'] ?? '');
  const id = params['user'] ?? '';
  const user = core.world.users.get(id);
  if (!user) throw refusal(10013);
  const found = guild.members.get(id);
  if (!found) throw refusal(10007);
  return ok({ ...memberJson(found), user: userJson(user) });
};

function react(present: boolean): Route['handle'] {
  return ({ params }, { core }) => {
    const channel = channelFor(core, params['channel'] ?? '', 'readMessageHistory', 'addReactions');
    const message = core.world.message(channel, params['message'] ?? '');
    const emoji = params['emoji'] ?? '';
    const who = message.reactions.get(emoji) ?? new Set();
    present ? who.add(core.world.bot.id) : who.delete(core.world.bot.id);
    message.reactions.set(emoji, who);
    core.dispatch(present ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', channel.guildId, {
      user_id: core.world.bot.id,
      channel_id: channel.id,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    });
    core.changed();
    return NO_CONTENT;
  };
}

const get = (
  path: string,
  body: (server: Server, params: Readonly<Record<string, string>>) => unknown,
): Route => ({
  method: 'GET',
  path,
  handle: ({ params }, server) => ok(body(server, params)),
});

const guildChannels = ({ world }: Core, guildId: string) =>
  [...world.channels.values()].filter((channel) => channel.guildId === guildId && channel.type === 0);

const REACTION = '/channels/:channel/messages/:message/reactions/:emoji/@me';

export const otherRoutes: readonly Route[] = [
  { method: 'GET', path: '/gateway/bot', handle: gatewayBot },
  get('/gateway', ({ gatewayUrl }) => ({ url: gatewayUrl() })),
  get('/applications/@me', ({ core }) => applicationJson(core)),
  get('/oauth2/applications/@me', ({ core }) => applicationJson(core)),
  get('/users/@me', ({ core }) => userJson(core.world.bot)),
  get('/users/@me/guilds', ({ core }) =>
    [...core.world.guilds.values()]
      .filter(({ members }) => members.has(core.world.bot.id))
      .map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
  ),
  get('/users/:user', ({ core }, { user }) => {
    const found = core.world.users.get(user ?? '');
    if (!found) throw refusal(10013);
    return userJson(found);
  }),
  get('/guilds/:guild', ({ core }, { guild }) => guildJson(core.world.guild(guild ?? ''))),
  get('/guilds/:guild/roles', ({ core }, { guild: id }) => {
    const guild = core.world.guild(id ?? '');
    return [...guild.roles.keys()].map((roleId) => roleJson(guild, roleId));
  }),
  get('/guilds/:guild/channels', ({ core }, { guild }) =>
    guildChannels(core, core.world.guild(guild ?? '').id).map((channel) =>
      channelJson(channel, core.world.users),
    ),
  ),
  { method: 'GET', path: '/guilds/:guild/members/:user', limit: [5, 1_000], handle: member },
  { method: 'PUT', path: REACTION, limit: [1, 250], handle: react(true) },
  { method: 'DELETE', path: REACTION, limit: [1, 250], handle: react(false) },
  {
    method: 'PUT',
    path: '/channels/:channel/messages/pins/:message',
    handle: ({ params }, { core }) => {
      // Pinning needs PIN_MESSAGES since 2026-02-23 (PLATFORM.md); direct messages know no such right.
      const channel = channelFor(core, params['channel'] ?? '');
      const mayPin = (core.world.permissionsOf(core.world.bot.id, channel) & PERMISSION.pinMessages) !== 0n;
      if (!mayPin) throw refusal(50013);
      core.world.message(channel, params['message'] ?? '');
      return NO_CONTENT;
    },
  },
];
