import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { isJson, type Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { callMethod } from './api.ts';
import { readWebBody } from './body.ts';
import type { createFaults, Fault } from './faults.ts';
import { serveFile, takeUpload } from './file-host.ts';
import type { Server } from './method.ts';
import { TooManyCalls } from './rate-limits.ts';
import { answerResponseUrl } from './response-url.ts';

/** One call that the app made, and how it was answered. */
export type LoggedRequest = {
  /** The method, such as `chat.postMessage`; of anything else the path. */
  readonly method: string;
  /** Arguments as they came, without the token. */
  readonly arguments: Json;
  readonly status: number;
  readonly response: Json;
  readonly at: number;
};

type Parts = {
  readonly core: Core;
  readonly server: Server;
  readonly faults: ReturnType<typeof createFaults>;
  readonly log: (request: LoggedRequest) => void;
};
type Reply = {
  readonly status: number;
  readonly body: Json;
  readonly headers?: Readonly<Record<string, string>>;
};
type Logged = { arguments: Json };

/** The Web API, response URLs and the file host on one port. */
export function createTransport(parts: Parts): HttpServer {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    handle(request, response, url, parts).catch(() => response.destroy());
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: Parts,
): Promise<void> {
  const method = url.pathname.replace(/^\/api\//, '');
  const fault = parts.faults.take(method);
  if (fault?.type === 'loseRequest') return void request.socket.destroy();
  if (fault?.type === 'delay') await fault.until;
  const host = await hosted(request, response, url.pathname, fault, parts.core);
  if (host !== undefined) {
    const at = parts.core.clock.now();
    return parts.log({ method, arguments: {}, status: host, response: {}, at });
  }
  const logged: Logged = { arguments: {} };
  const reply = faulty(fault) ?? (await answer(request, url, parts, logged));
  parts.log({
    method,
    ...logged,
    status: reply.status,
    response: reply.body,
    at: parts.core.clock.now(),
  });
  if (fault?.type === 'loseResponse') {
    return void (fault.reset ? request.socket.resetAndDestroy() : request.socket.destroy());
  }
  if (fault?.type === 'delayResponse') await fault.until;
  const headers = { ...reply.headers, 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(reply.status, headers).end(JSON.stringify(reply.body));
}

/** The file host's part; `undefined` for everything else, and for faults that Slack's edge answers. */
async function hosted(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  fault: Fault | undefined,
  core: Core,
): Promise<number | undefined> {
  if (faulty(fault)) return undefined;
  if (path.startsWith('/files-pri/')) {
    return serveFile(core, request, response, path, fault?.type === 'stall');
  }
  return path.startsWith('/upload/') ? takeUpload(core, request, response, path) : undefined;
}

/** The answer that a fault gives instead; `undefined` when the request is carried out. */
function faulty(fault: Fault | undefined): Reply | undefined {
  if (fault?.type === 'status') return { status: fault.status, body: {} };
  if (fault?.type === 'error')
    return { status: 200, body: { ok: false, error: fault.error, ...fault.details } };
  return fault?.type === 'rateLimit' ? tooMany(fault.retryAfterSeconds) : undefined;
}

/** docs.slack.dev/apis/web-api/rate-limits: status 429, `Retry-After` in seconds. */
function tooMany(retryAfterSeconds: number): Reply {
  return {
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}

async function answer(request: IncomingMessage, url: URL, parts: Parts, logged: Logged): Promise<Reply> {
  try {
    const body = await readWebBody(request, url.searchParams);
    const { token: _, ...rest } = body.fields;
    logged.arguments = rest;
    if (url.pathname.startsWith('/response/')) {
      return { status: 200, body: answerResponseUrl(parts.core, url.pathname, body) };
    }
    const name = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return { status: 404, body: {} };
    return { status: 200, ...callMethod(parts.core, parts.server, name, body, request) };
  } catch (error) {
    if (error instanceof TooManyCalls) return tooMany(error.retryAfterSeconds);
    if (!(error instanceof Refusal)) throw error;
    const isUrl = url.pathname.startsWith('/response/');
    const body = { ok: false, error: error.code, ...error.details };
    return { status: isUrl ? 404 : 200, body: isJson(body) ? body : {} };
  }
}
