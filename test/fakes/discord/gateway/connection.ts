import type { RawData, WebSocket } from 'ws';
import { isJson, type Json } from '../../support/json.ts';
import { KNOWN_INTENTS, PRIVILEGED, type PrivilegedIntent } from './intents.ts';
import type { Session } from './session.ts';

/** developers/topics/opcodes-and-status-codes.mdx, Gateway Close Event Codes. */
export const CLOSE = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** developers/events/gateway.mdx, Rate Limiting: 120 events a minute; payloads of at most 4,096 bytes. */
const EVENTS_PER_MINUTE = 120;
const MAX_PAYLOAD_BYTES = 4096;
/** A client may be late by this share of the interval before it counts as dead. */
const HEARTBEAT_TOLERANCE = 1.5;

export type ConnectionHost = {
  readonly token: string;
  readonly heartbeatMs: number;
  readonly privileged: ReadonlySet<PrivilegedIntent>;
  now(): number;
  /** While false, heartbeats get no answer. */
  acknowledges(): boolean;
  /** Starts a session and greets, or `null` when the client identifies too fast. */
  identify(socket: WebSocket, shard: readonly [number, number], intents: number): Session | null;
  /** The session that may be resumed; `null` when there is none. */
  resume(socket: WebSocket, sessionId: string): Session | null;
  /** The connection is gone; `ended` when the session went with it. */
  closed(session: Session, socket: WebSocket, ended: boolean): void;
  received(op: number, data: unknown): void;
};

/** Serves one gateway connection from hello to close. */
export function serveConnection(socket: WebSocket, host: ConnectionHost): void {
  let session: Session | null = null;
  let watch: NodeJS.Timeout | undefined;
  const received: number[] = [];
  const send = (payload: Json) => socket.send(JSON.stringify(payload));
  const close = (code: number, reason: string) => socket.close(code, reason);
  const watchHeartbeat = () => {
    clearTimeout(watch);
    // A real timer: skipping minutes for a deadline must not declare a lively client dead.
    watch = setTimeout(
      // "Your connection will be closed and you will be forced to Resume" (gateway.mdx, Heartbeat Interval).
      () => close(CLOSE.unknownError, 'No heartbeat.'),
      host.heartbeatMs * HEARTBEAT_TOLERANCE,
    ).unref();
  };
  const isTooFast = () => {
    received.push(host.now());
    while ((received[0] ?? 0) < host.now() - 60_000) received.shift();
    return received.length > EVENTS_PER_MINUTE;
  };
  const accept = (op: number, data: unknown): void => {
    if (op === 1) {
      watchHeartbeat();
      if (host.acknowledges()) send({ op: 11 });
      return;
    }
    if (op === 2 || op === 6) {
      if (session) return close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
      session = isJson(data) ? start(op, data, socket, host) : null;
      if (!isJson(data)) close(CLOSE.decodeError, 'Error while decoding payload.');
      return;
    }
    if (!session) return close(CLOSE.notAuthenticated, 'Not authenticated.');
    if (![3, 4, 8].includes(op)) close(CLOSE.unknownOpcode, 'Unknown opcode.');
  };

  socket.on('message', (raw) => {
    if (isTooFast()) return close(CLOSE.rateLimited, 'Rate limited.');
    const payload = decode(raw);
    if (!payload) return close(CLOSE.decodeError, 'Error while decoding payload.');
    host.received(payload.op, payload.d);
    accept(payload.op, payload.d);
  });
  socket.on('close', (code) => {
    clearTimeout(watch);
    // "When you close the connection with 1000 or 1001, your session will be invalidated" (Initiating a Disconnect).
    if (session) host.closed(session, socket, code === 1000 || code === 1001);
  });
  socket.on('error', () => undefined);
  send({ op: 10, d: { heartbeat_interval: host.heartbeatMs, _trace: [] } });
  watchHeartbeat();
}

function decode(raw: RawData): { readonly op: number; readonly d: unknown } | null {
  const text = raw.toString();
  if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) return null;
  try {
    const payload: unknown = JSON.parse(text);
    return isJson(payload) && typeof payload['op'] === 'number'
      ? { op: payload['op'], d: payload['d'] }
      : null;
  } catch {
    return null;
  }
}

function start(op: 2 | 6, data: Json, socket: WebSocket, host: ConnectionHost): Session | null {
  if (data['token'] !== host.token) {
    socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
    return null;
  }
  return op === 2 ? identify(data, socket, host) : resume(data, socket, host);
}

function identify(data: Json, socket: WebSocket, host: ConnectionHost): Session | null {
  const problem = identifyProblem(data, host.privileged);
  if (problem) {
    socket.close(...problem);
    return null;
  }
  const shard = Array.isArray(data['shard']) ? (data['shard'] as [number, number]) : ([0, 1] as const);
  const session = host.identify(socket, shard, data['intents'] as number);
  if (!session) socket.send(JSON.stringify({ op: 9, d: false }));
  return session;
}

function identifyProblem(
  data: Json,
  privileged: ReadonlySet<PrivilegedIntent>,
): readonly [code: number, reason: string] | null {
  const { intents, shard, properties } = data;
  if (!isJson(properties)) return [CLOSE.decodeError, 'Error while decoding payload.'];
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~KNOWN_INTENTS) !== 0) {
    return [CLOSE.invalidIntents, 'Invalid intent(s).'];
  }
  const names = Object.keys(PRIVILEGED) as PrivilegedIntent[];
  if (names.some((name) => (intents & PRIVILEGED[name]) !== 0 && !privileged.has(name))) {
    return [CLOSE.disallowedIntents, 'Disallowed intent(s).'];
  }
  const [id, count] = Array.isArray(shard) ? (shard as unknown[]) : [0, 1];
  const isValidShard =
    Number.isInteger(id) &&
    Number.isInteger(count) &&
    (id as number) >= 0 &&
    (id as number) < (count as number);
  return isValidShard ? null : [CLOSE.invalidShard, 'Invalid shard.'];
}

function resume(data: Json, socket: WebSocket, host: ConnectionHost): Session | null {
  const session = host.resume(socket, String(data['session_id']));
  if (!session) {
    socket.send(JSON.stringify({ op: 9, d: false }));
    return null;
  }
  if (typeof data['seq'] !== 'number' || !session.replay(data['seq'])) {
    host.closed(session, socket, true);
    socket.close(CLOSE.invalidSequence, 'Invalid seq.');
    return null;
  }
  session.dispatch('RESUMED', { _trace: [] });
  return session;
}
