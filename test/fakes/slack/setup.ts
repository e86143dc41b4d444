import { EventEmitter } from 'node:events';
import type { Clock } from '../support/clock.ts';
import type { Core } from './core.ts';
import { createIds, secret } from './ids.ts';
import { createGrants } from './world/installations.ts';
import type { TeamRecord, UserRecord } from './world/records.ts';
import { createResponseUrls } from './world/response-urls.ts';
import { createStatuses } from './world/statuses.ts';
import { createTriggers } from './world/triggers.ts';
import { createUploads } from './world/uploads.ts';
import { createViews } from './world/views.ts';
import { createWorld } from './world/world.ts';

/** What the bot's token may do, and what the app is told, unless the test says otherwise: as in the app's manifest. */
const SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];
const SUBSCRIPTIONS = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];
const COMMANDS = ['/interview', '/interview-admin'];
const SHORTCUTS = ['start_interview'];

export type FakeSlackOptions = {
  /** Time flows; unless asked for, it stands still until `clock.advance`, so that no deadline passes by chance. */
  readonly timeFlows?: boolean;
  readonly scopes?: readonly string[];
  /** As in a manifest's `bot_events`. */
  readonly subscriptions?: readonly string[];
  readonly commands?: readonly string[];
  readonly shortcuts?: readonly string[];
  /** The Home tab; there unless told otherwise. */
  readonly hasHomeTab?: boolean;
  /** Calls are limited as on the pages of methods; any number passes unless asked for, since the clock stands still. */
  readonly rateLimits?: boolean;
  /** An app that is sold outside the Marketplace reads history once a minute, 15 messages at once. */
  readonly isCommercial?: boolean;
};

export type PersonOptions = {
  /** As Slack has it, such as `ko-KR`; `en-US` unless given. */
  readonly locale?: string;
  readonly timeZone?: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly isPrimaryOwner?: boolean;
};

export function createCore(
  clock: Clock,
  options: FakeSlackOptions,
  origin: () => string,
  parts: Pick<Core, 'deliver' | 'mistake'>,
): Core {
  const changes = new EventEmitter().setMaxListeners(0);
  const ids = createIds(clock.now);
  const appId = ids.next('A');
  const core: Omit<Core, 'views'> = {
    ...parts,
    appId,
    appToken: `xapp-1-${appId}-1-${secret(32)}`,
    configurationToken: `xoxe.xoxp-1-${secret(32)}`,
    startedAt: clock.now(),
    signingSecret: secret(),
    verificationToken: secret(12),
    clientId: `${appId}.client`,
    clientSecret: secret(),
    subscriptions: new Set(options.subscriptions ?? SUBSCRIPTIONS),
    commands: new Set(options.commands ?? COMMANDS),
    shortcuts: new Set(options.shortcuts ?? SHORTCUTS),
    hasHomeTab: options.hasHomeTab ?? true,
    clock,
    ids,
    world: createWorld(),
    triggers: createTriggers(clock.now),
    responseUrls: createResponseUrls(clock.now, origin),
    statuses: createStatuses(clock),
    uploads: createUploads(ids),
    grants: createGrants(clock.now),
    isCommercial: options.isCommercial ?? false,
    origin,
    changed: () => void changes.emit('change'),
    changes,
  };
  return Object.assign(core, { views: createViews(core) });
}

/** A workspace with the app installed. */
export function addTeam(core: Core, name: string, scopes: readonly string[] = SCOPES): TeamRecord {
  const id = core.ids.next('T');
  const userId = core.ids.next('U');
  const team: TeamRecord = {
    id,
    name,
    domain: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    bot: { userId, botId: core.ids.next('B') },
    token: `xoxb-${id}-${secret()}`,
    tokenState: 'active',
    scopes: new Set(scopes),
  };
  core.world.teams.set(id, team);
  addUser(core, id, 'Chat Your Interview', {}, userId);
  return team;
}

export function addUser(
  core: Core,
  teamId: string,
  name: string,
  options: PersonOptions,
  botId?: string,
): UserRecord {
  const user: UserRecord = {
    id: botId ?? core.ids.next('U'),
    teamId,
    name: name.toLowerCase().replace(/[^a-z0-9]+/g, '.'),
    realName: name,
    isBot: botId !== undefined,
    locale: options.locale ?? 'en-US',
    timeZone: options.timeZone ?? 'America/Los_Angeles',
    isAdmin: options.isAdmin ?? false,
    isOwner: options.isOwner ?? false,
    isPrimaryOwner: options.isPrimaryOwner ?? false,
    deleted: false,
  };
  core.world.users.set(user.id, user);
  return user;
}
