import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** What a column is compared with that contains these words somewhere, whatever their case. */
export function containing(words: string): string {
  return `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}

/** SQLite's `like` knows no case and MySQL's does: both are asked about small letters. */
export function isLike(column: string, pattern: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
}
