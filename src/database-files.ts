import { dirname, join } from 'node:path';
import { sqlitePathOf } from './store/database-url.ts';

/** Where what has to outlive a restored database is kept: beside the file, or in `data` when the database is a server. */
export function databaseFiles(url: string): { readonly folder: string; readonly erasureList: string } {
  const path = sqlitePathOf(url);
  return path === null
    ? { folder: 'data', erasureList: join('data', 'erasures.jsonl') }
    : { folder: dirname(path), erasureList: `${path}.erasures.jsonl` };
}
