import { type Clock, createClock } from '../support/clock.ts';
import type { Json } from '../support/json.ts';
import { type WaitOptions, waitFor } from '../support/wait.ts';
import { createDeliveries, type Delivery, type Transport } from './delivery/delivery.ts';
import { createHttp, type RequestUrls } from './delivery/http.ts';
import { createSocketMode, type SocketMode } from './delivery/socket-mode.ts';
import { createPerson, type Person } from './people/person.ts';
import { createTeam, type Team } from './people/team.ts';
import { addTeam, createCore, type FakeSlackOptions } from './setup.ts';
import { createFaults, type Faults } from './web/faults.ts';
import { createRateLimits } from './web/rate-limits.ts';
import { createTransport, type LoggedRequest } from './web/transport.ts';
import type { StatusEntry } from './world/statuses.ts';

export { CannotDo } from '../support/cannot.ts';
export type { MessageView } from './people/message-view.ts';
export type { Person } from './people/person.ts';
export type { FakeSlackOptions } from './setup.ts';
export type { LoggedRequest } from './web/transport.ts';

/** Something the app did that Slack would pass over in silence. */
export type Mistake = { readonly what: string; readonly details: Json };

/** Slack, spoken on real sockets, and its first workspace. */
export type FakeSlack = Team & {
  /** For `SLACK_API_URL`, and `clientOptions.slackApiUrl` of Bolt: with a stroke at its end. */
  readonly apiUrl: string;
  /** `xapp-…` */
  readonly appToken: string;
  /** `xoxe.xoxp-…`, with which alone Slack tells how the app is set up; for 12 hours. */
  readonly configurationToken: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  readonly socketMode: SocketMode;
  readonly faults: Faults;
  /** Sends everything over HTTP from now on, to one URL or one for each kind. @throws Error without the challenge */
  useRequestUrl(urls: string | RequestUrls): Promise<void>;
  /** Another workspace with the app. */
  createTeam(name: string, scopes?: readonly string[]): Team;
  /** Somebody by their id. */
  user(id: string): Person;
  /** What was sent to the app, oldest first, and what became of it; the latest 5,000. */
  readonly deliveries: readonly Delivery[];
  readonly mistakes: readonly Mistake[];
  /** Every status that showed ("is thinking…"), oldest first, and until when; the latest 1,000. */
  readonly statuses: readonly StatusEntry[];
  /** Removes a file, as its owner would; its link answers 404. */
  deleteFile(id: string): void;
  /** What the app asked of the Web API, oldest first; the latest 5,000. */
  readonly requests: readonly LoggedRequest[];
  /** Resolves with what `find` finds, looked for again after every change; rejects after 10 s of real time. */
  waitFor<Value>(find: () => Value | undefined | null | false, options?: WaitOptions): Promise<Value>;
  close(): Promise<void>;
};

const REQUESTS_KEPT = 5_000;

/** Starts a strict Slack on 127.0.0.1 with a port of its own; see README.md. */
export async function createFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const clock = createClock({ flows: options.timeFlows ?? false });
  const requests: LoggedRequest[] = [];
  const mistakes: Mistake[] = [];
  let origin = '';
  const core = createCore(clock, options, () => origin, {
    deliver: (outbound) => deliveries.deliver(outbound),
    mistake: (what, details) => void mistakes.push({ what, details }),
  });
  const socketMode = createSocketMode({
    clock,
    appId: core.appId,
    url: () => origin.replace('http', 'ws'),
    mistake: core.mistake,
    changed: core.changed,
  });
  const asking = createHttp(core);
  let requestUrl: string | undefined;
  let transport: Transport = socketMode.transport;
  const deliveries = createDeliveries(clock, (attempt, settle) => transport(attempt, settle), core.changed);
  const faults = createFaults();
  const http = createTransport({
    core,
    server: {
      openLink: socketMode.openLink,
      requestUrl: () => requestUrl,
      rateLimits: createRateLimits(clock.now, options.rateLimits ?? false),
    },
    faults,
    log: (request) => {
      requests.push(request);
      if (requests.length > REQUESTS_KEPT) requests.shift();
      core.changed();
    },
  });
  http.on('upgrade', socketMode.upgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  origin = `http://127.0.0.1:${address.port}`;

  const home = createTeam(core, addTeam(core, 'Home', options.scopes));
  return {
    ...home,
    get botToken() {
      return home.botToken;
    },
    apiUrl: `${origin}/api/`,
    appToken: core.appToken,
    configurationToken: core.configurationToken,
    signingSecret: core.signingSecret,
    appId: core.appId,
    clientId: core.clientId,
    clientSecret: core.clientSecret,
    clock,
    socketMode: socketMode.control,
    faults,
    async useRequestUrl(given) {
      const urls =
        typeof given === 'string' ? { events_api: given, interactive: given, slash_commands: given } : given;
      await asking.verify(urls.events_api);
      transport = asking.transport(urls);
      requestUrl = urls.events_api;
    },
    createTeam: (name, scopes) => createTeam(core, addTeam(core, name, scopes)),
    user: (id) => createPerson(core, core.world.user(id)),
    deliveries: deliveries.all,
    mistakes,
    statuses: core.statuses.all,
    deleteFile(id) {
      const file = core.world.files.get(id);
      if (file) file.deleted = true;
    },
    requests,
    waitFor: (find, waitOptions) => waitFor(core.changes, find, waitOptions),
    async close() {
      clock.close();
      await socketMode.close();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}
