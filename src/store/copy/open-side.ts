import { sqlitePathOf } from '../database-url.ts';
import { openMysqlSide } from './mysql-side.ts';
import type { Side } from './side.ts';
import { openSqliteSide } from './sqlite-side.ts';

/** Opens an end of a copy. A target gets its schema; a source that is a file has to have it. */
export function openSide(url: string, role: 'source' | 'target'): Promise<Side> {
  const path = sqlitePathOf(url);
  return path === null ? openMysqlSide(url) : openSqliteSide(path, role);
}
