import { createPool, type Pool } from 'mysql2';
import type { RowDataPacket } from 'mysql2/promise';
import { migrateMysql } from './migrate-mysql.ts';
import { explainMysqlError } from './mysql-errors.ts';
import { type MysqlAddress, parseMysqlUrl } from './mysql-url.ts';

/** How many transactions that write run beside each other. */
export const MYSQL_WRITERS = 8;
const READERS = 4;
const CONNECT_TIMEOUT_MS = 10_000;
const LOCK_WAIT_SECONDS = 10;
/** From here on indexes are long enough, changes of the schema are atomic, and `utf8mb4` holds every letter. */
const OLDEST = { MySQL: [8, 0], MariaDB: [10, 6] } as const;

export type MysqlPools = {
  /** Each statement sees what is committed by then: what was waited for a lock is as it is now. */
  readonly writing: Pool;
  /** All statements of a transaction see the same moment. */
  readonly reading: Pool;
};

/**
 * Connections to the server of a `mysql://` URL, its database migrated to the newest schema.
 * @throws Error with a sentence that says what to do when the server cannot be used
 */
export async function openMysql(url: string): Promise<MysqlPools> {
  const address = parseMysqlUrl(url);
  const pool = createPool({ ...optionsOf(address), connectionLimit: 1 });
  try {
    await checkVersion(pool);
    await migrateMysql(pool);
  } catch (error) {
    throw explainMysqlError(error, address);
  } finally {
    await pool.promise().end();
  }
  return {
    writing: createTransactionPool(address, MYSQL_WRITERS, 'READ COMMITTED'),
    reading: createTransactionPool(address, READERS, 'REPEATABLE READ'),
  };
}

/** Connections on which every statement belongs to a transaction, set up alike whatever the server's defaults are. */
function createTransactionPool(
  address: MysqlAddress,
  connectionLimit: number,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ',
): Pool {
  const pool = createPool({ ...optionsOf(address), connectionLimit });
  pool.on('connection', (connection) => {
    connection.query(`SET SESSION TRANSACTION ISOLATION LEVEL ${isolation}`);
    connection.query(
      `SET SESSION autocommit = 0, sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
    );
  });
  return pool;
}

function optionsOf({ tls, ...address }: MysqlAddress) {
  return {
    ...address,
    ...(tls !== 'off' && { ssl: { rejectUnauthorized: tls === 'verify' } }),
    // Texts are compared letter by letter, as on SQLite.
    charset: 'utf8mb4_bin',
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Sums are DECIMAL there, and would come as text.
    decimalNumbers: true,
  };
}

async function checkVersion(pool: Pool): Promise<void> {
  const [rows] = await pool.promise().query<RowDataPacket[]>('SELECT version() AS version');
  const version = String(rows[0]?.['version']);
  const product = version.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = OLDEST[product];
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Error(
    `The server is ${product} ${version}; ${product} ${leastMajor}.${leastMinor} or newer is needed.`,
  );
}
