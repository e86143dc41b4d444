import { WebSocket } from 'ws';
import type { Json } from '../support/json.ts';
import type { FakeSlack } from './index.ts';

export type RawReply = { readonly status: number; readonly json: Json; readonly headers: Headers };

/** One call of the Web API as JSON, by the bot unless `token` says otherwise, without a library that knows better. */
export async function call(
  slack: FakeSlack,
  method: string,
  given: Json = {},
  {
    token = slack.botToken,
    headers,
  }: { readonly token?: string; readonly headers?: Record<string, string> } = {},
): Promise<RawReply> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    body.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? {} : JSON.parse(text), headers: response.headers };
}

/** What a `response_url` says to a message. */
export async function respond(url: string, message: Json): Promise<RawReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  return { status: response.status, json: (await response.json()) as Json, headers: response.headers };
}

export type RawSocket = {
  readonly received: readonly Json[];
  send(payload: unknown): void;
  acknowledge(envelope: Json, payload?: Json): void;
  /** The first envelope that fits and was not given before. */
  next(fits?: (envelope: Json) => boolean): Promise<Json>;
  readonly closed: Promise<number>;
  close(): void;
};

/** A Socket Mode connection that does only what it is told, greeted already. */
export async function connect(slack: FakeSlack): Promise<RawSocket> {
  const { json } = await call(slack, 'apps.connections.open', {}, { token: slack.appToken });
  const socket = new WebSocket(String(json['url']));
  const received: Json[] = [];
  const given = new Set<Json>();
  const waiting = new Set<() => void>();
  socket.on('message', (raw) => {
    received.push(JSON.parse(raw.toString()));
    for (const look of [...waiting]) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const next = (fits: (envelope: Json) => boolean = () => true) =>
    new Promise<Json>((resolve) => {
      const look = () => {
        const found = received.find((envelope) => !given.has(envelope) && fits(envelope));
        if (!found) return;
        given.add(found);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  await next(({ type }) => type === 'hello');
  const send = (payload: unknown) =>
    socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return {
    received,
    send,
    acknowledge: ({ envelope_id: id }, payload) =>
      send({ envelope_id: id, ...(payload !== undefined && { payload }) }),
    next,
    closed,
    close: () => socket.close(),
  };
}
