import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../support/clock.ts';
import type { Json } from '../../support/json.ts';
import { secret } from '../ids.ts';
import { readAcknowledgement } from './acknowledgement.ts';
import type { Attempt, Outcome } from './delivery.ts';

/** docs.slack.dev/apis/events-api/using-socket-mode, Using multiple connections: up to 10. */
const MAX_CONNECTIONS = 10;
/** How often Slack's side pings; @slack/socket-mode gives up 30 s after the last one. */
const PING_MS = 10_000;
const GOODBYE_MS = 1_000;

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export type ConnectionView = { readonly id: number; readonly acknowledged: number };

export type SocketMode = {
  /** Those that are open and have been greeted, oldest first. */
  connections(): readonly ConnectionView[];
  /** Asks every client to reconnect, in Slack's words. Connections stay open, as Slack's do for a while. */
  disconnect(reason: DisconnectReason): void;
  /** Breaks every connection, with a close code or (`null`) by cutting it off. What is unacknowledged is sent again. */
  drop(code?: number | null): void;
  /** Turns new connections away, or takes them again. */
  acceptConnections(accepting: boolean): void;
  /** Stops or goes on pinging: a connection that died without a word. */
  ping(pinging: boolean): void;
};

type Waiting = { readonly attempt: Attempt; readonly settle: (outcome: Outcome) => void };
type Connection = {
  readonly id: number;
  readonly socket: WebSocket;
  readonly waiting: Map<string, Waiting>;
  acknowledged: number;
};

export type SocketModeParts = {
  readonly clock: Clock;
  readonly appId: string;
  url(): string;
  mistake(what: string, details: Json): void;
  changed(): void;
};

/** docs.slack.dev/apis/events-api/using-socket-mode. */
export function createSocketMode({ clock, appId, url, mistake, changed }: SocketModeParts) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: Connection[] = [];
  let [count, turn, accepting, pinging] = [0, 0, true, true];

  const debugInfo = (connection: Connection) => ({
    host: `applink-${connection.id}`,
    started: new Date(clock.now()).toISOString(),
    build_number: 1,
    approximate_connection_time: 18_060,
  });
  const greet = (socket: WebSocket) => {
    count += 1;
    const connection: Connection = { id: count, socket, waiting: new Map(), acknowledged: 0 };
    connections.push(connection);
    const heartbeat = setInterval(() => {
      if (pinging) socket.ping('Ping from applink');
    }, PING_MS).unref();
    socket.on('message', (raw) => read(connection, raw.toString()));
    socket.on('close', () => {
      clearInterval(heartbeat);
      connections.splice(connections.indexOf(connection), 1);
      for (const { settle } of connection.waiting.values()) {
        settle({ type: 'failed', reason: 'connection_failed' });
      }
      changed();
    });
    send(socket, {
      type: 'hello',
      num_connections: connections.length,
      debug_info: debugInfo(connection),
      connection_info: { app_id: appId },
    });
    changed();
  };
  const read = (connection: Connection, text: string) => {
    const acknowledgement = readAcknowledgement(text, mistake);
    if (!acknowledgement) return;
    const waiting = connection.waiting.get(acknowledgement.envelopeId);
    if (!waiting) return mistake('acknowledged something unknown, twice or too late', { text });
    connection.waiting.delete(acknowledgement.envelopeId);
    const { payload } = acknowledgement;
    if (!waiting.attempt.acceptsPayload && Object.keys(payload).length > 0) {
      mistake('acknowledged with a payload where none is accepted', { text });
    }
    connection.acknowledged += 1;
    waiting.settle({ type: 'acknowledged', body: payload });
  };

  return {
    /** One payload goes to one of the connections, each in its turn. */
    transport(attempt: Attempt, settle: (outcome: Outcome) => void): () => void {
      turn += 1;
      const connection = connections[turn % Math.max(1, connections.length)];
      if (!connection) {
        settle({ type: 'failed', reason: 'connection_failed' });
        return () => undefined;
      }
      const id = secret();
      connection.waiting.set(id, { attempt, settle });
      send(connection.socket, envelopeOf(id, attempt));
      return () => connection.waiting.delete(id);
    },
    /** For apps.connections.open: a link for one connection. */
    openLink(): string {
      const ticket = secret();
      tickets.add(ticket);
      return `${url()}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? '';
      const isWelcome = accepting && connections.length < MAX_CONNECTIONS && tickets.delete(ticket);
      if (!isWelcome) return void socket.destroy();
      server.handleUpgrade(request, socket, head, greet);
    },
    control: {
      connections: () => connections.map(({ id, acknowledged }) => ({ id, acknowledged })),
      disconnect(reason) {
        for (const connection of connections) {
          send(connection.socket, { type: 'disconnect', reason, debug_info: debugInfo(connection) });
        }
      },
      drop(code = 1011) {
        for (const { socket } of connections) code === null ? socket.terminate() : socket.close(code);
      },
      acceptConnections: (willing) => {
        accepting = willing;
      },
      ping: (willing) => {
        pinging = willing;
      },
    } satisfies SocketMode as SocketMode,
    /** Says goodbye; a client that does not answer is cut off. */
    async close(): Promise<void> {
      accepting = false;
      await Promise.all([...server.clients].map(goodbye));
      server.close();
    },
  };
}

function goodbye(client: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => client.terminate(), GOODBYE_MS);
    client.once('close', () => {
      clearTimeout(cutOff);
      resolve();
    });
    client.close(1001);
  });
}

function send(socket: WebSocket, payload: Json): void {
  socket.send(JSON.stringify(payload));
}

/** Same page, Events: what each envelope holds. */
function envelopeOf(id: string, { kind, payload, acceptsPayload, retry, retryReason }: Attempt): Json {
  return {
    envelope_id: id,
    payload,
    type: kind,
    accepts_response_payload: acceptsPayload,
    ...(kind === 'events_api' && {
      retry_attempt: retry,
      retry_reason: retryReason === 'http_timeout' ? 'timeout' : (retryReason ?? ''),
    }),
  };
}
