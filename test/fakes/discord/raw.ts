import { WebSocket } from 'ws';
import type { Json } from '../support/json.ts';
import type { FakeDiscord } from './index.ts';

export type RawReply = { readonly status: number; readonly json: Json; readonly headers: Headers };
export type RawFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** One REST call as a bot makes it, without a library that knows better. `headers` replace the usual ones. */
export async function call(
  discord: FakeDiscord,
  method: string,
  path: string,
  body?: unknown,
  { files, headers }: { readonly files?: readonly RawFile[]; readonly headers?: Record<string, string> } = {},
): Promise<RawReply> {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body ?? {}));
  files?.forEach((file, index) => {
    form.set(`files[${index}]`, new File([file.bytes], file.name));
  });
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      'user-agent': 'DiscordBot (https://example.org, 1.0)',
      ...(!files && body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(files ? { body: form } : body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? {} : JSON.parse(text), headers: response.headers };
}

export type RawGateway = {
  readonly received: readonly Json[];
  send(payload: unknown): void;
  /** The first payload that fits, received already or to come. */
  payload(fits: (payload: Json) => boolean): Promise<Json>;
  event(name: string): Promise<Json>;
  readonly closed: Promise<number>;
  close(code?: number): void;
};

/** A gateway connection that does only what it is told. */
export async function connect(discord: FakeDiscord, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const { json } = await call(discord, 'GET', '/gateway/bot');
  const socket = new WebSocket(`${json['url']}/?${query}`);
  const received: Json[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (raw) => {
    received.push(JSON.parse(raw.toString()));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const payload = (fits: (payload: Json) => boolean) =>
    new Promise<Json>((resolve) => {
      const look = () => {
        const found = received.find(fits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    received,
    send: (value) => socket.send(typeof value === 'string' ? value : JSON.stringify(value)),
    payload,
    event: (name) => payload(({ t }) => t === name),
    closed,
    close: (code) => socket.close(code),
  };
}

/** An IDENTIFY payload. */
export function identify(discord: FakeDiscord, intents: number, more: Json = {}): Json {
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  return { op: 2, d: { token: discord.token, intents, properties, ...more } };
}
