import { type App, SocketModeReceiver } from '@slack/bolt';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Deliver } from './transport.ts';
import { clientOptions } from './web-client.ts';

/** One web socket of Socket Mode, which Bolt's receiver speaks; when it is opened again is decided outside. */
export type SocketConnection = {
  /** Resolves when Slack has said hello. Rejects, with nothing to clean up, when it could not be opened. */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): boolean;
  /** Resolves when it is closed, by whomever; at once when it is. */
  closed(): Promise<void>;
};

type Parts = {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly deliver: Deliver;
  readonly logger: AdapterLogger;
};

export function createSocketConnection({ appToken, apiUrl, deliver, logger }: Parts): SocketConnection {
  const underWay = new Set<Promise<void>>();
  const receiver = new SocketModeReceiver({
    appToken,
    // It would wait five seconds first, and a failed attempt would end the program as an unhandled rejection.
    autoReconnectEnabled: false,
    logger: toBoltLogger(logger),
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
    // What was not stored is not acknowledged, whatever went wrong.
    processEventErrorHandler: async () => false,
  });
  const app: Pick<App, 'processEvent'> = {
    async processEvent(delivery) {
      const work = deliver(delivery);
      const quiet = work.catch(() => undefined);
      underWay.add(quiet);
      await quiet;
      underWay.delete(quiet);
      return work;
    },
  };
  // All that a receiver uses of an app.
  receiver.init(app as App);
  const { client } = receiver;
  let open = false;
  client.on('connected', () => {
    open = true;
  });
  client.on('disconnected', () => {
    open = false;
  });
  letAcknowledgementsOut();

  /**
   * When Slack asks to reconnect, the client closes at once, and what was just being stored could not be acknowledged any
   * more: an event comes again, but a command would seem to have failed. Slack itself waits some seconds, so do we.
   */
  function letAcknowledgementsOut(): void {
    const [read] = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: boolean) => {
      const isGoodbye = typeof data === 'string' && /^\{[^{}]*"type":\s*"disconnect"/.test(data);
      if (!isGoodbye || underWay.size === 0) read?.(data, isBinary);
      else void Promise.race([Promise.all(underWay), patience()]).then(() => read?.(data, isBinary));
    });
  }

  return {
    async open() {
      await receiver.start().catch((error: unknown) => {
        throw error ?? new Error('Slack closed the connection before it said hello.');
      });
    },
    close: () => Promise.race([client.disconnect().catch(() => undefined), patience()]),
    isOpen: () => open,
    closed: () =>
      open ? new Promise((resolve) => client.once('disconnected', () => resolve())) : Promise.resolve(),
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, SLACK_LIMITS.settleBeforeCloseMs).unref();
  });
}
