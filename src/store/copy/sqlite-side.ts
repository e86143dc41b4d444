import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { migrateSqlite } from '../migrate-sqlite.ts';
import { openSqlite } from '../sqlite.ts';
import type { Row, Side } from './side.ts';

export async function openSqliteSide(path: string, role: 'source' | 'target'): Promise<Side> {
  if (role === 'source' && !existsSync(path)) throw new Error(`There is no database file at ${path}.`);
  const db = openSqlite(path);
  if (role === 'target') await migrateSqlite(db);
  db.pragma('foreign_keys = OFF');
  return {
    quote: (name) => `"${name}"`,
    async tables() {
      const names = db
        .prepare<[], { name: string }>(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%' ORDER BY name",
        )
        .all();
      return names.map(({ name }) => tableOf(db, name));
    },
    migrations: async () =>
      db
        .prepare<[], { name: string }>('SELECT name FROM kysely_migration ORDER BY name')
        .all()
        .map(({ name }) => name),
    read: async (sql, values) => db.prepare<unknown[], Row>(sql).all(...values),
    async write(statements) {
      db.transaction(() => {
        for (const { sql, values } of statements) db.prepare(sql).run(...values);
      }).immediate();
    },
    close: async () => void db.close(),
  };
}

function tableOf(db: Database.Database, name: string) {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(name);
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    name,
    key: key.map((column) => column.name),
    columns: columns.map((column) => column.name).sort(),
  };
}
