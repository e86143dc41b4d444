import { setTimeout as pause } from 'node:timers/promises';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { SLACK_LIMITS } from './limits.ts';
import { createSocketConnection, type SocketConnection } from './socket-connection.ts';
import { isRefusal, startProblemOf } from './start-problem.ts';
import type { Deliver, Transport } from './transport.ts';

type Parts = {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly deliver: Deliver;
  /** Slack takes no connection any more. */
  readonly onRefused: (error: Error) => void;
  readonly logger: AdapterLogger;
};

/**
 * Socket Mode over several connections: while one reconnects, the others serve. What a connection that ends had not
 * acknowledged, Slack delivers again to another one.
 */
export function createSocketTransport({ appToken, apiUrl, deliver, onRefused, logger }: Parts): Transport {
  const stopping = new AbortController();
  const connections: SocketConnection[] = [];
  const ended: Promise<void>[] = [];

  /** Holds one connection open until the end. */
  async function hold(connection: SocketConnection): Promise<void> {
    while (!stopping.signal.aborted) {
      await connection.closed();
      await reconnect(connection);
    }
  }

  async function reconnect(connection: SocketConnection): Promise<void> {
    for (let waitMs: number = SLACK_LIMITS.reconnectFirstMs; !stopping.signal.aborted; ) {
      try {
        await connection.open();
        // It may have been opened while the others were being closed.
        if (stopping.signal.aborted) await connection.close();
        return;
      } catch (error) {
        if (isRefusal(error)) throw startProblemOf(error, 'SLACK_APP_TOKEN', apiUrl);
        logger.warn({ error }, 'A connection to Slack could not be made; trying again.');
      }
      // Apart from each other, so that not all of many processes come at once after an outage.
      await pause(waitMs / 2 + (Math.random() * waitMs) / 2, undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
      waitMs = Math.min(waitMs * 2, SLACK_LIMITS.reconnectLongestMs);
    }
  }

  return {
    async start() {
      while (connections.length < SLACK_LIMITS.socketConnections) {
        connections.push(createSocketConnection({ appToken, apiUrl, deliver, logger }));
      }
      try {
        await Promise.all(connections.map((connection) => connection.open()));
      } catch (error) {
        await Promise.all(connections.map((connection) => connection.close()));
        throw startProblemOf(error, 'SLACK_APP_TOKEN', apiUrl);
      }
      ended.push(...connections.map((connection) => hold(connection).catch(refused)));
    },
    async stop() {
      stopping.abort();
      await Promise.all(connections.map((connection) => connection.close()));
      await Promise.all(ended);
    },
    isConnected: () => connections.some((connection) => connection.isOpen()),
  };

  function refused(error: Error): void {
    if (stopping.signal.aborted) return;
    stopping.abort();
    logger.fatal({}, error.message);
    onRefused(error);
  }
}
