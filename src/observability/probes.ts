import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

/** What keeps a process from taking work, in words for an operator; empty when it is ready. */
export type Readiness = () => Promise<readonly string[]>;

type Parts = {
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly logger: Logger;
};

export type Probes = {
  /** The port that is listened on: the system's choice when 0 was asked for. */
  readonly port: number;
  close(): Promise<void>;
};

/**
 * Answers whoever watches over the process: `/healthz` (it is alive), `/readyz` (it can work, or why not) and `/metrics`.
 * @throws when the port is taken
 */
export async function serveProbes({ port, readiness, metrics, logger }: Parts): Promise<Probes> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => write(response, 200, 'text/plain', 'alive\n'),
    '/readyz': async (response) => {
      const problems = await readiness();
      const ready = problems.length === 0;
      write(response, ready ? 200 : 503, 'text/plain', ready ? 'ready\n' : `${problems.join('\n')}\n`);
    },
    '/metrics': async (response) => write(response, 200, metrics.contentType, await metrics.text()),
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://probe').pathname];
    if (!answer || !['GET', 'HEAD'].includes(request.method ?? '')) {
      write(response, answer ? 405 : 404, 'text/plain', 'There are /healthz, /readyz and /metrics.\n');
      return;
    }
    answer(response).catch((error: unknown) => {
      logger.warn({ error, path: request.url }, 'A probe could not be answered.');
      write(response, 503, 'text/plain', 'The database could not be read.\n');
    });
  });
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function write(response: ServerResponse, status: number, contentType: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
