import { MysqlDialect } from 'kysely';
import type { Pool } from 'mysql2';
import type { RowDataPacket } from 'mysql2/promise';
import { listMigrations, migrate } from './migrate.ts';
import { hasCode } from './mysql-errors.ts';

const COLLATION = 'utf8mb4_bin';
/** A table, a column, an index of this name is there. */
const ALREADY_MADE = ['ER_TABLE_EXISTS_ERROR', 'ER_DUP_FIELDNAME', 'ER_DUP_KEYNAME'];

/**
 * Brings a MySQL database to the newest schema; processes that start at once take turns by kysely's lock. The server cannot take
 * a change of the schema back, and a process may be killed between a change and its note: as a migration is one change, one that
 * is found made counts as done.
 */
export async function migrateMysql(pool: Pool): Promise<void> {
  if (await isCurrent(pool)) return;
  await compareLetterByLetter(pool);
  await migrate(new MysqlDialect({ pool }), (error) => hasCode(error, ALREADY_MADE));
}

/** Spares a start on an up-to-date database from loading the migrations and waiting for the lock. */
async function isCurrent(pool: Pool): Promise<boolean> {
  try {
    const [rows] = await pool
      .promise()
      .query<RowDataPacket[]>('SELECT name FROM kysely_migration ORDER BY name');
    return rows.map(({ name }) => name).join() === (await listMigrations()).join();
  } catch (error) {
    if (hasCode(error, ['ER_NO_SUCH_TABLE'])) return false;
    throw error;
  }
}

/** Tables take this from their database: ids that differ in case are two, as on SQLite. */
async function compareLetterByLetter(pool: Pool): Promise<void> {
  const [rows] = await pool.promise().query<RowDataPacket[]>('SELECT @@collation_database AS collation');
  if (rows[0]?.['collation'] !== COLLATION)
    await pool.promise().query(`ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${COLLATION}`);
}
