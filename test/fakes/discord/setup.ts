import { randomBytes } from 'node:crypto';
import type { Clock } from '../support/clock.ts';
import { type Core, createChanges } from './core.ts';
import type { PrivilegedIntent } from './gateway/intents.ts';
import { createGuild } from './people/guild.ts';
import type { Permission } from './permissions.ts';
import type { LoggedRequest } from './rest/transport.ts';
import { createGuildIds, createSnowflakes } from './snowflake.ts';
import { createFiles } from './world/files.ts';
import type { UserRecord } from './world/records.ts';
import { createWorld } from './world/world.ts';

export type FakeDiscordOptions = {
  /** 45 s as on Discord; smaller to try what a dead connection does. */
  readonly heartbeatMs?: number;
  /** Privileged intents switched on in the developer portal; none. */
  readonly privileged?: readonly PrivilegedIntent[];
  /** Least time between two identifies of one shard; 0, on Discord 5,000. */
  readonly identifyIntervalMs?: number;
  /** How many shards discord.js may start at once; 1, and it waits 5 s between two. */
  readonly maxConcurrency?: number;
  /** `false` lets any number of requests pass, for measuring. */
  readonly rateLimits?: boolean;
  /** Told of each request when it is answered. */
  readonly onRequest?: (request: LoggedRequest) => void;
  /** Rights of the bot in servers, beside what everybody may. */
  readonly botPermissions?: readonly Permission[];
};

export type PersonOptions = {
  /** A Discord locale, `en-US` unless given. */
  readonly locale?: string;
  /** In the home server, as everybody is unless told otherwise. */
  readonly inHomeServer?: boolean;
  readonly hasInstalledApp?: boolean;
};

/** An empty Discord with one application. */
export function createCore(
  clock: Clock,
  options: FakeDiscordOptions,
  origin: () => string,
): Core & { dispatch: Core['dispatch'] } {
  const newId = createSnowflakes(clock.now);
  const applicationId = newId();
  const changes = createChanges();
  const bot: UserRecord = {
    id: applicationId,
    username: 'interview-bot',
    globalName: 'Interview Bot',
    bot: true,
    locale: 'en-US',
    blocksDirectMessages: false,
    hasInstalledApp: false,
  };
  return {
    // As Discord makes them: the bot's id in base64, then time and signature.
    token: `${Buffer.from(applicationId).toString('base64url')}.${randomBytes(5).toString('base64url').slice(0, 6)}.${randomBytes(28).toString('base64url')}`,
    applicationId,
    privileged: new Set(options.privileged),
    clock,
    world: createWorld(bot),
    files: createFiles(origin, clock.now),
    commands: new Map(),
    typing: [],
    nonces: new Map(),
    newId,
    newGuildId: createGuildIds(clock.now),
    dispatch: () => undefined,
    changed: () => void changes.emit('change'),
    changes,
  };
}

/** Those who are there from the beginning, and how others come. */
export function createPeople(core: Core, options: FakeDiscordOptions) {
  const addRecord = (
    name: string,
    { locale = 'en-US', hasInstalledApp = false }: PersonOptions,
  ): UserRecord => {
    const username = name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
    const id = core.newId();
    const base = { bot: false, blocksDirectMessages: false, locale, hasInstalledApp };
    const user: UserRecord = { id, username, globalName: name, ...base };
    core.world.users.set(id, user);
    return user;
  };
  const owner = addRecord('Server owner', {});
  const makeGuild = (
    name: string,
    botPermissions: readonly Permission[] | null = options.botPermissions ?? [],
  ) => createGuild(core, name, owner, botPermissions);
  const home = makeGuild('Home');
  return {
    home: { ...home, channel: home.createChannel('general') },
    createGuild: makeGuild,
    addUser(name: string, personOptions: PersonOptions): UserRecord {
      const user = addRecord(name, personOptions);
      if (personOptions.inHomeServer !== false) home.admits(user.id);
      return user;
    },
  };
}
