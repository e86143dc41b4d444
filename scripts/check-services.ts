import { createConnection } from 'mysql2/promise';

/** Says why the tests that need a server cannot run, and exits with 1; says nothing when they can. */
const PATIENCE_MS = 2_000;

const { MYSQL_URL } = process.env;
const problem = MYSQL_URL ? await problemOf(MYSQL_URL) : 'is not set';
if (problem !== null) {
  console.error(`MYSQL_URL ${problem}. An example: MYSQL_URL=mysql://root@127.0.0.1:3306`);
  process.exitCode = 1;
}

async function problemOf(uri: string): Promise<string | null> {
  try {
    const connection = await createConnection({ uri, connectTimeout: PATIENCE_MS });
    await connection.end();
    return null;
  } catch (error) {
    return `is not answered: ${error instanceof Error ? error.message : String(error)}`;
  }
}
