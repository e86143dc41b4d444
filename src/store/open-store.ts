import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { createStore } from './create-store.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { createSqliteExecutor, openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Opens the database of a URL (`sqlite:data/interview.db`), migrated to the newest schema. */
export async function openStore(url: string, now: () => number, hash: KeyedHash): Promise<Store> {
  const path = /^sqlite:(.+)$/.exec(url)?.[1];
  if (!path)
    throw new Error(`DATABASE_URL must look like sqlite:data/interview.db, not ${url.split(':')[0]}:….`);
  const database = openSqlite(path);
  await migrateSqlite(database);
  return createStore(createSqliteExecutor(database), now, hash);
}
