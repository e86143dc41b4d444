import type Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { listMigrations, migrate } from './migrate.ts';

/** Another process that starts at the same moment migrates in well under a second. */
const OTHER_PROCESS_MS = 10_000;

/**
 * Brings a database file to the newest schema in one transaction, so that a process which is killed on the way leaves the file as
 * it was. SQLite takes DDL back, though kysely's migrator by itself makes no use of it.
 */
export async function migrateSqlite(database: Database.Database): Promise<void> {
  if (await isCurrent(database)) return;
  const usualMs = database.pragma('busy_timeout', { simple: true });
  database.pragma(`busy_timeout = ${OTHER_PROCESS_MS}`);
  database.exec('BEGIN IMMEDIATE');
  try {
    await migrate(new SqliteDialect({ database }));
    database.exec('COMMIT');
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.pragma(`busy_timeout = ${usualMs}`);
  }
}

/** Spares a start on an up-to-date file from loading the migrations. */
async function isCurrent(database: Database.Database): Promise<boolean> {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
  if (!table) return false;
  const applied = database
    .prepare<[], { name: string }>('SELECT name FROM kysely_migration ORDER BY name')
    .all()
    .map(({ name }) => name);
  return applied.join() === (await listMigrations()).join();
}
