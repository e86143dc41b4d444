import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';

/** Says why the tests that need servers cannot run, and exits with 1; says nothing when they can. */
const PATIENCE_MS = 2_000;

const CHECKS = {
  MYSQL_URL: {
    example: 'mysql://root@127.0.0.1:3306',
    async reach(url: string) {
      const connection = await createConnection({ uri: url, connectTimeout: PATIENCE_MS });
      await connection.end();
    },
  },
  REDIS_URL: {
    example: 'redis://127.0.0.1:6379',
    async reach(url: string) {
      const redis = new Redis(url, {
        lazyConnect: true,
        connectTimeout: PATIENCE_MS,
        retryStrategy: () => null,
      });
      redis.on('error', () => undefined);
      await redis.connect();
      redis.disconnect();
    },
  },
};

for (const [name, { example, reach }] of Object.entries(CHECKS)) {
  const url = process.env[name];
  if (!url) {
    complain(`${name} is not set. The tests of services need both servers, for example ${name}=${example}.`);
    continue;
  }
  await reach(url).catch((error: unknown) => {
    complain(
      `The server of ${name} does not answer: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

function complain(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
