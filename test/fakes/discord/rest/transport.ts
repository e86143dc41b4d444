import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { ApiError, refusal } from '../api-error.ts';
import { readBody } from './body.ts';
import type { createFaults, Fault } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ApiResponse, Server } from './route.ts';
import { createRouter } from './router.ts';

/** One request that the bot made, and how it was answered. */
export type LoggedRequest = {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Names of uploaded files. */
  readonly files: readonly string[];
  readonly status: number;
  readonly response: unknown;
  readonly at: number;
};

type Parts = {
  readonly server: Server;
  readonly faults: ReturnType<typeof createFaults>;
  readonly rateLimits: RateLimits;
  readonly log: (request: LoggedRequest) => void;
};

type Reply = ApiResponse & { readonly headers?: Readonly<Record<string, string>> };

/** What becomes known of a request while it is read. */
type Logged = { body: unknown; files: readonly string[] };

const FILE_HOST = /^\/(ephemeral-)?attachments\//;

/** REST v10 and the file host on one port. */
export function createTransport(parts: Parts): HttpServer {
  const route = createRouter();
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    const fault = parts.faults.take(request.method ?? 'GET', path);
    handle(request, response, url, fault, parts, route).catch(() => response.destroy());
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  fault: Fault | undefined,
  parts: Parts,
  route: ReturnType<typeof createRouter>,
): Promise<void> {
  if (fault?.type === 'loseRequest') return void request.socket.destroy();
  if (fault?.type === 'delay') await fault.until;
  const stalls = fault?.type === 'stall';
  if (FILE_HOST.test(url.pathname) && (!fault || stalls || fault.type.startsWith('delay'))) {
    return serveFile(response, url, parts.server, stalls);
  }
  const logged: Logged = { body: undefined, files: [] };
  const reply =
    (await (fault ? faulty(fault, request, logged) : undefined)) ??
    (await answer(request, url, parts, route, logged));
  parts.log({
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/api(\/v\d+)?/, ''),
    query: url.search,
    ...logged,
    status: reply.status,
    response: reply.body,
    at: parts.server.core.clock.now(),
  });
  if (fault?.type === 'loseResponse') {
    return void (fault.reset ? request.socket.resetAndDestroy() : request.socket.destroy());
  }
  if (fault?.type === 'delayResponse') await fault.until;
  send(response, reply);
}

/** The answer that a fault gives instead; `undefined` when the request is carried out. */
async function faulty(fault: Fault, request: IncomingMessage, logged: Logged): Promise<Reply | undefined> {
  if (fault.type !== 'status' && fault.type !== 'error' && fault.type !== 'rateLimit') return undefined;
  const body = await readBody(request).catch(() => undefined);
  logged.body = body?.json;
  if (fault.type === 'status')
    return { status: fault.status, body: { message: `${fault.status}: Outage`, code: 0 } };
  if (fault.type === 'error')
    return { status: fault.status, body: { message: fault.message, code: fault.code } };
  return tooMany(fault.retryAfterMs, fault.global ? 'global' : 'user', {});
}

/** topics/rate-limits.mdx, Exceeding A Rate Limit. */
function tooMany(
  retryAfterMs: number,
  scope: 'user' | 'global',
  headers: Readonly<Record<string, string>>,
): Reply {
  const seconds = Math.max(0.001, retryAfterMs / 1000);
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
    headers: {
      ...headers,
      'retry-after': String(scope === 'global' ? seconds : Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
      via: '1.1 google',
    },
  };
}

async function answer(
  request: IncomingMessage,
  url: URL,
  parts: Parts,
  route: ReturnType<typeof createRouter>,
  logged: Logged,
): Promise<Reply> {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const body = await readBody(request);
    logged.body = body.json;
    logged.files = body.files.map(({ name }) => name);
    demandClient(request, url);
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const found = route(request.method ?? 'GET', path);
    const authorised =
      found.route.byToken || request.headers.authorization === `Bot ${parts.server.core.token}`;
    if (!authorised) throw new ApiError(401, 0, '401: Unauthorized');
    const verdict = parts.rateLimits.take(found.route, found.params);
    headers = verdict.headers;
    if (verdict.retryAfterMs !== undefined)
      return tooMany(verdict.retryAfterMs, verdict.scope ?? 'user', headers);
    const { json, files } = body;
    const reply = found.route.handle(
      { params: found.params, query: url.searchParams, json, files },
      parts.server,
    );
    return { ...reply, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, code, message, errors } = error;
    return { status, body: { message, code, ...(errors && { errors }) }, headers };
  }
}

/** developers/reference.mdx, API Versioning and User Agent: `DiscordBot ($url, $versionNumber)`. */
function demandClient(request: IncomingMessage, url: URL): void {
  if (!/^\/api\/v10\//.test(url.pathname)) throw refusal(50041);
  if (!/^DiscordBot \(.+, .+\)/.test(request.headers['user-agent'] ?? '')) throw refusal(40333);
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function serveFile(response: ServerResponse, url: URL, { core }: Server, stalls: boolean): void {
  const served = core.files.serve(url);
  if (served.status === 404) {
    return void response.writeHead(404, { 'content-type': 'text/plain' }).end(served.text);
  }
  const { bytes, contentType } = served.attachment;
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
  if (stalls) response.write(Buffer.from(bytes.subarray(0, Math.ceil(bytes.length / 2))));
  else response.end(Buffer.from(bytes));
}
