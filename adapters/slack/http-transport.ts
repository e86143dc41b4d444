import type { Server } from 'node:http';
import { type App, HTTPReceiver } from '@slack/bolt';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Deliver, Transport } from './transport.ts';

/** The path of the request URL in the app's manifest, one for everything. */
const PATH = '/slack/events';

type Parts = {
  readonly signingSecret: string;
  readonly port: number;
  readonly deliver: Deliver;
  readonly logger: AdapterLogger;
};

/**
 * Events by HTTP. Bolt's receiver reads the body up to a limit, and lets only through what carries Slack's signature of the
 * raw body and of a time within five minutes.
 */
export function createHttpTransport({ signingSecret, port, deliver, logger }: Parts): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    endpoints: [PATH],
    bodyLimit: SLACK_LIMITS.bodyBytes,
    logger: toBoltLogger(logger),
    // Slack comes again for an event; somebody who acted is shown that it failed.
    unhandledRequestTimeoutMillis: SLACK_LIMITS.refuseAfterMs,
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(503).end();
    },
    processEventErrorHandler: async ({ response }) => {
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  const app: Pick<App, 'processEvent'> = { processEvent: deliver };
  // All that a receiver uses of an app.
  receiver.init(app as App);
  let server: Server | null = null;

  return {
    async start() {
      server = await receiver.start(port).then(
        (started) => started,
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(
            `Port ${port} cannot be listened on: ${reason}. Set PORT to a free one, to which Slack’s requests are led.`,
            { cause: error },
          );
        },
      );
      const address = server.address();
      const listening = typeof address === 'object' ? address?.port : port;
      logger.info({ port: listening, path: PATH }, 'Listening for Slack.');
    },
    async stop() {
      if (!server) return;
      server.closeIdleConnections();
      await receiver.stop();
      server = null;
    },
    isConnected: () => server?.listening === true,
  };
}
