import { afterAll } from 'vitest';
import { createMysqlDatabase, createSqliteDatabase, type ScratchDatabase } from './database.ts';

/** A database for one test. */
export type TestDatabase = Pick<ScratchDatabase, 'url' | 'rows'> & { dispose(): Promise<void> };

/** Set by vitest.services.config.ts, which runs tests that were written for any database on MySQL. */
const server = process.env['TEST_MYSQL_URL'];
/** Creating tables takes a server half a second: emptied databases of this file are used again. */
const unused: ScratchDatabase[] = [];
if (server) afterAll(async () => void (await Promise.all(unused.map((database) => database.remove()))));

export const createScratchDatabase = (): Promise<ScratchDatabase> =>
  server ? createMysqlDatabase(server) : createSqliteDatabase();

/** A SQLite file; in `npm run test:services` a MySQL database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = unused.pop() ?? (await createScratchDatabase());
  return {
    url: database.url,
    rows: database.rows,
    async dispose() {
      if (!server) return database.remove();
      await database.empty();
      unused.push(database);
    },
  };
}
