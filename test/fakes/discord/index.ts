import { randomBytes } from 'node:crypto';
import { type Clock, createClock } from './clock.ts';
import { type Core, createChanges, type TypingEntry } from './core.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import type { PrivilegedIntent } from './gateway/intents.ts';
import type { Json } from './json.ts';
import { createGuild, type Guild, guildCreateJson } from './people/guild.ts';
import { createPerson, type Person } from './people/person.ts';
import { type MessageView, messagesSeen } from './people/views.ts';
import type { Permission } from './permissions.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { applicationFlags } from './rest/others.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import type { Server } from './rest/route.ts';
import { createTransport, type LoggedRequest } from './rest/transport.ts';
import { createGuildIds, createSnowflakes, shardOf } from './snowflake.ts';
import { type WaitOptions, waitFor } from './wait.ts';
import { createFiles } from './world/files.ts';
import { createInteractions } from './world/interactions.ts';
import type { UserRecord } from './world/records.ts';
import { userJson } from './world/serialise.ts';
import { createWorld } from './world/world.ts';

export type { Clock } from './clock.ts';
export type { TypingEntry } from './core.ts';
export type { Gateway, SessionView } from './gateway/gateway.ts';
export { CannotDo } from './people/cannot.ts';
export type { Guild } from './people/guild.ts';
export type { MessageLike, Person, Where } from './people/person.ts';
export type { Upload } from './people/uploads.ts';
export type { MessageView } from './people/views.ts';
export type { Permission } from './permissions.ts';
export type { Fault, Faults, Match } from './rest/faults.ts';
export type { LoggedRequest } from './rest/transport.ts';
export type { Answer, OpenModal } from './world/interactions.ts';

export type FakeDiscordOptions = {
  /** 45 s as on Discord; smaller to try what a dead connection does. */
  readonly heartbeatMs?: number;
  /** Privileged intents switched on in the developer portal; none. */
  readonly privileged?: readonly PrivilegedIntent[];
  /** Least time between two identifies of one shard; 0, on Discord 5,000. */
  readonly identifyIntervalMs?: number;
  /** `false` lets any number of requests pass, for measuring. */
  readonly rateLimits?: boolean;
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

/** Discord, spoken on real sockets. */
export type FakeDiscord = {
  /** For `DISCORD_API_URL`, and `rest.api` of discord.js. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly clock: Clock;
  readonly gateway: Omit<Gateway, 'upgrade' | 'dispatch' | 'close'>;
  readonly faults: Faults;
  /** The server that everybody is in, with one channel. */
  readonly home: Guild & { readonly channel: string };
  createPerson(name: string, options?: PersonOptions): Person;
  /** @param botPermissions of the bot beside everybody's; `null` for a server without the bot. */
  createGuild(name: string, botPermissions?: readonly Permission[] | null): Guild;
  /** What somebody sees in a channel, oldest first. */
  messagesIn(channel: string, as: Pick<Person, 'id'>): readonly MessageView[];
  /** Who showed as typing where, oldest first; `until` is when it ended or ends. */
  readonly typing: readonly TypingEntry[];
  /** Whether the bot shows as typing there now. */
  isTyping(channel: string): boolean;
  /** The registered application commands, as Discord stores them. */
  commands(): readonly Json[];
  /** What the bot asked over REST, oldest first; the latest 5,000. */
  readonly requests: readonly LoggedRequest[];
  /** Removes a file from the file host; its links answer 404. */
  removeFile(url: string): void;
  /** Resolves with what `find` finds, looked for again after every change; rejects after 10 s of real time. */
  waitFor<Value>(find: () => Value | undefined | null | false, options?: WaitOptions): Promise<Value>;
  close(): Promise<void>;
};

const REQUESTS_KEPT = 5_000;

/** Starts a strict Discord on 127.0.0.1 with a port of its own; see README.md. */
export async function createFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const clock = createClock();
  let origin = '';
  const requests: LoggedRequest[] = [];
  const core = createCore(clock, options, () => origin);
  const gateway = createGateway({
    clock,
    settings: {
      token: core.token,
      heartbeatMs: options.heartbeatMs ?? 45_000,
      privileged: core.privileged,
      identifyIntervalMs: options.identifyIntervalMs ?? 0,
    },
    url: () => origin.replace('http', 'ws'),
    ready: () => ({
      user: { ...userJson(core.world.bot), verified: true, mfa_enabled: false },
      application: { id: core.applicationId, flags: applicationFlags(core) },
    }),
    guilds: ([id, count]) =>
      [...core.world.guilds.values()]
        .filter((guild) => guild.members.has(core.world.bot.id) && shardOf(guild.id, count) === id)
        .map((guild) => ({ id: guild.id, create: () => guildCreateJson(core, guild) })),
    changed: core.changed,
  });
  core.dispatch = gateway.dispatch;
  const interactions = createInteractions(core);
  const faults = createFaults();
  const server: Server = { core, gateway, interactions, gatewayUrl: () => origin.replace('http', 'ws') };
  const http = createTransport({
    server,
    faults,
    rateLimits: createRateLimits(clock.now, options.rateLimits ?? true),
    log: (request) => {
      requests.push(request);
      if (requests.length > REQUESTS_KEPT) requests.shift();
      core.changed();
    },
  });
  http.on('upgrade', gateway.upgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  origin = `http://127.0.0.1:${address.port}`;

  const people = createPeople(core, options);
  return {
    apiUrl: `${origin}/api`,
    token: core.token,
    applicationId: core.applicationId,
    botId: core.world.bot.id,
    clock,
    gateway,
    faults,
    home: people.home,
    createPerson: (name, personOptions = {}) =>
      createPerson(core, interactions, people.addUser(name, personOptions)),
    createGuild: people.createGuild,
    messagesIn: (channel, as) => messagesSeen(core, core.world.channel(channel), as.id),
    typing: core.typing,
    isTyping: (channel) =>
      core.typing.some(
        ({ channelId, userId, until }) =>
          channelId === channel && userId === core.world.bot.id && until > clock.now(),
      ),
    commands: () => [...core.commands.values()],
    requests,
    removeFile: (url) => core.files.remove(new URL(url).pathname.split('/')[3] ?? ''),
    waitFor: (find, waitOptions) => waitFor(core, find, waitOptions),
    async close() {
      clock.close();
      gateway.close();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}

function createCore(
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
function createPeople(core: Core, options: FakeDiscordOptions) {
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
