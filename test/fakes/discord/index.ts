import { type Clock, createClock } from '../support/clock.ts';
import type { Json } from '../support/json.ts';
import { type WaitOptions, waitFor } from '../support/wait.ts';
import type { TypingEntry } from './core.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { type Guild, guildCreateJson } from './people/guild.ts';
import { createPerson, type Person } from './people/person.ts';
import { type MessageView, messagesSeen } from './people/views.ts';
import type { Permission } from './permissions.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { applicationFlags } from './rest/others.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import type { Server } from './rest/route.ts';
import { createTransport, type LoggedRequest } from './rest/transport.ts';
import { createCore, createPeople, type FakeDiscordOptions, type PersonOptions } from './setup.ts';
import { shardOf } from './snowflake.ts';
import { createInteractions } from './world/interactions.ts';
import { userJson } from './world/serialise.ts';

export { CannotDo } from '../support/cannot.ts';
export type { Clock } from '../support/clock.ts';
export type { TypingEntry } from './core.ts';
export type { Guild } from './people/guild.ts';
export type { Person } from './people/person.ts';
export type { MessageView } from './people/views.ts';
export type { Permission } from './permissions.ts';
export type { LoggedRequest } from './rest/transport.ts';
export type { FakeDiscordOptions, PersonOptions } from './setup.ts';

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
  /** Who showed as typing where, oldest first, the latest 1,000; `until` is when it ended or ends. */
  readonly typing: readonly TypingEntry[];
  /** Whether the bot shows as typing there now. */
  isTyping(channel: string): boolean;
  /** The registered application commands, as Discord stores them. */
  commands(): readonly Json[];
  /** What the bot asked over REST, oldest first; the latest 5,000. */
  readonly requests: readonly LoggedRequest[];
  /** Removes a file from the file host; its links answer 404. */
  removeFile(url: string): void;
  /** Resolves with what `find` finds, looked for again after every change; rejects after 25 s of real time. */
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
      maxConcurrency: options.maxConcurrency ?? 1,
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
      options.onRequest?.(request);
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
    waitFor: (find, waitOptions) => waitFor(core.changes, find, waitOptions),
    async close() {
      interactions.close();
      clock.close();
      gateway.close();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}
