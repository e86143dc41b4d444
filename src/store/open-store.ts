import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { createStore } from './create-store.ts';
import { sqlitePathOf } from './database-url.ts';
import type { Executor } from './executor.ts';
import type { Store } from './store.ts';

/**
 * Opens the database of a URL (`sqlite:data/interview.db`, `mysql://…`), migrated to the newest schema.
 * @throws Error with a sentence that says what is wrong, without the URL's password
 */
export async function openStore(url: string, now: () => number, hash: KeyedHash): Promise<Store> {
  const path = sqlitePathOf(url);
  return createStore(await (path === null ? openMysqlExecutor(url) : openSqliteExecutor(path)), now, hash);
}

async function openSqliteExecutor(path: string): Promise<Executor> {
  const { createSqliteExecutor, openSqlite } = await import('./sqlite.ts');
  const { migrateSqlite } = await import('./migrate-sqlite.ts');
  try {
    const database = openSqlite(path);
    await migrateSqlite(database);
    return createSqliteExecutor(database);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database file ${path} cannot be used: ${reason}. Check DATABASE_URL and the rights of its folder.`,
      { cause: error },
    );
  }
}

async function openMysqlExecutor(url: string): Promise<Executor> {
  const { createMysqlExecutor } = await import('./mysql.ts');
  const { openMysql } = await import('./open-mysql.ts');
  return createMysqlExecutor(await openMysql(url));
}
