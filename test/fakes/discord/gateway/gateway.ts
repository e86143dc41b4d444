import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../support/clock.ts';
import type { Json } from '../../support/json.ts';
import { shardOf } from '../snowflake.ts';
import { CLOSE, type ConnectionHost, serveConnection } from './connection.ts';
import { INTENT, isHeard, type PrivilegedIntent } from './intents.ts';
import { createSession, SESSION_LIFE_MS, type Session } from './session.ts';

export type GatewaySettings = {
  readonly token: string;
  readonly heartbeatMs: number;
  readonly privileged: ReadonlySet<PrivilegedIntent>;
  /** Least time between two identifies with one `rate_limit_key`; 5,000 on Discord, 0 to not care. */
  readonly identifyIntervalMs: number;
  /** How many shards may identify at once (developers/events/gateway.mdx, Sharding, Max Concurrency). */
  readonly maxConcurrency: number;
};

/** What a session is sent of an event: the payload, made for its intents. */
export type EventPayload = Json | ((seesContent: boolean) => Json);

export type SessionView = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly sequence: number;
  readonly connected: boolean;
};

export type Gateway = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  dispatch(event: string, guildId: string | undefined, payload: EventPayload): void;
  sessions(): readonly SessionView[];
  /** What clients sent, newest last, without heartbeats. */
  readonly received: readonly { readonly op: number; readonly data: unknown }[];
  /** How many more sessions may be started today. */
  startsLeft(): number;
  readonly maxConcurrency: number;
  /** Breaks every connection, with a close code or (`null`) by cutting it off. Sessions can be resumed. */
  disconnect(code?: number | null): void;
  /** Asks the clients to reconnect and resume (op 7). */
  requestReconnect(): void;
  /** Declares the sessions invalid (op 9); what they have not received is lost to them unless resumable. */
  invalidate(resumable: boolean): void;
  /** Asks for a heartbeat now (op 1). */
  requestHeartbeat(): void;
  /** Stops or goes on answering heartbeats: a zombied connection. */
  acknowledgeHeartbeats(answering: boolean): void;
  /** Turns new connections away, or takes them again. */
  acceptConnections(accepting: boolean): void;
  close(): void;
};

export type GatewayWorld = {
  readonly clock: Clock;
  readonly settings: GatewaySettings;
  url(): string;
  /** READY's payload beside session and shard, and the servers of a shard. */
  ready(): Json;
  guilds(shard: readonly [number, number]): readonly { readonly id: string; create(): Json }[];
  changed(): void;
};

const STARTS_A_DAY = 1000;

/** Gateway v10 (developers/events/gateway.mdx), JSON without compression. */
export function createGateway(world: GatewayWorld): Gateway {
  const { clock, settings } = world;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const expiries = new Map<string, () => void>();
  const received: { op: number; data: unknown }[] = [];
  const identifiedAt = new Map<number, number>();
  let [acknowledging, accepting, startsLeft] = [true, true, STARTS_A_DAY];
  const end = (session: Session) => {
    expiries.get(session.id)?.();
    sessions.delete(session.id);
  };
  const sockets = () => [...sessions.values()].flatMap(({ socket }) => socket ?? []);
  const tell = (payload: Json) => {
    for (const socket of sockets()) socket.send(JSON.stringify(payload));
  };
  const begin = (socket: WebSocket, shard: readonly [number, number], intents: number) => {
    const session = createSession(randomBytes(16).toString('hex'), shard, intents);
    session.socket = socket;
    sessions.set(session.id, session);
    startsLeft -= 1;
    greet(session, world);
    world.changed();
    return session;
  };
  const host: ConnectionHost = {
    ...settings,
    now: clock.now,
    acknowledges: () => acknowledging,
    identify(socket, shard, intents) {
      const rateLimitKey = shard[0] % settings.maxConcurrency;
      const last = identifiedAt.get(rateLimitKey) ?? Number.NEGATIVE_INFINITY;
      if (clock.now() - last < settings.identifyIntervalMs) return null;
      identifiedAt.set(rateLimitKey, clock.now());
      return begin(socket, shard, intents);
    },
    resume(socket, id) {
      const session = sessions.get(id);
      if (!session) return null;
      expiries.get(id)?.();
      session.socket?.close(CLOSE.unknownError);
      session.socket = socket;
      queueMicrotask(world.changed);
      return session;
    },
    closed(session, socket, ended) {
      if (session.socket !== socket) return;
      session.socket = null;
      if (ended) end(session);
      else if (sessions.has(session.id))
        expiries.set(
          session.id,
          clock.after(SESSION_LIFE_MS, () => end(session)),
        );
      world.changed();
    },
    received(op, data) {
      if (op !== 1) received.push({ op, data });
      world.changed();
    },
  };

  return {
    received,
    startsLeft: () => startsLeft,
    maxConcurrency: settings.maxConcurrency,
    upgrade(request, socket, head) {
      if (!accepting) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (client) => {
        const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
        if (query.get('v') !== '10') return client.close(CLOSE.invalidVersion, 'Invalid API version.');
        if (query.get('encoding') !== 'json')
          return client.close(CLOSE.decodeError, 'Only JSON is spoken here.');
        serveConnection(client, host);
      });
    },
    dispatch(event, guildId, payload) {
      for (const session of sessions.values()) {
        const serves = shardOf(guildId, session.shard[1]) === session.shard[0];
        if (!serves || !isHeard(event, guildId !== undefined, session.intents)) continue;
        const seesContent = (session.intents & INTENT.messageContent) !== 0;
        session.dispatch(event, typeof payload === 'function' ? payload(seesContent) : payload);
      }
    },
    sessions: () =>
      [...sessions.values()].map(({ id, shard, intents, sequence, socket }) => ({
        id,
        shard,
        intents,
        sequence,
        connected: socket !== null,
      })),
    disconnect(code = CLOSE.unknownError) {
      for (const socket of sockets()) code === null ? socket.terminate() : socket.close(code);
    },
    requestReconnect: () => tell({ op: 7, d: null }),
    invalidate(resumable) {
      tell({ op: 9, d: resumable });
      if (!resumable) for (const session of sessions.values()) end(session);
    },
    requestHeartbeat: () => tell({ op: 1, d: null }),
    acknowledgeHeartbeats: (answering) => {
      acknowledging = answering;
    },
    acceptConnections: (willing) => {
      accepting = willing;
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** READY, then the servers of this shard one by one (developers/events/gateway-events.mdx, Ready). */
function greet(session: Session, world: GatewayWorld): void {
  const guilds = world.guilds(session.shard);
  session.dispatch('READY', {
    v: 10,
    ...world.ready(),
    private_channels: [],
    session_id: session.id,
    resume_gateway_url: world.url(),
    shard: session.shard,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
  });
  if ((session.intents & INTENT.guilds) === 0) return;
  for (const guild of guilds) session.dispatch('GUILD_CREATE', guild.create());
}
