import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** An empty database that nobody else uses; the store brings its schema. */
export type ScratchDatabase = {
  readonly url: string;
  /** Reads what is committed. */
  rows<Row>(sql: string): Promise<readonly Row[]>;
  /** Deletes every row and leaves the tables. */
  empty(): Promise<void>;
  /** @throws Error when the database itself finds damage */
  check(): Promise<void>;
  remove(): Promise<void>;
};

export async function createSqliteDatabase(): Promise<ScratchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-database-'));
  const path = join(folder, 'interview.db');
  const open = <T>(use: (db: BetterSqlite.Database) => T): T => {
    const db = new BetterSqlite(path);
    try {
      return use(db);
    } finally {
      db.close();
    }
  };
  return {
    url: `sqlite:${path}`,
    rows: async <Row>(sql: string) => open((db) => db.prepare<[], Row>(sql).all()),
    empty: async () =>
      open((db) => {
        const names = db
          .prepare<[], { name: string }>(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'kysely%' AND name NOT LIKE 'sqlite%'",
          )
          .all();
        for (const { name } of names) db.exec(`DELETE FROM "${name}"`);
      }),
    check: async () =>
      open((db) => {
        const damage = db.pragma('integrity_check', { simple: true });
        const orphans = db.pragma('foreign_key_check') as readonly unknown[];
        if (damage !== 'ok' || orphans.length > 0) throw new Error(`The database is damaged: ${damage}`);
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** @param server `mysql://root@127.0.0.1:3306`: somebody who may create databases */
export async function createMysqlDatabase(server: string): Promise<ScratchDatabase> {
  const name = `cyi_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const url = new URL(server);
  url.pathname = '/';
  const connection = await createConnection({ uri: url.href, decimalNumbers: true });
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.query(`USE ${name}`);
  url.pathname = `/${name}`;
  const rows = async <Row>(sql: string) => {
    const [found] = await connection.query<(Row & RowDataPacket)[]>(sql);
    return found;
  };
  const tables = async () =>
    (
      await rows<{ name: string }>(
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database() AND table_name NOT LIKE 'kysely%'",
      )
    ).map((table) => table.name);
  return {
    url: url.href,
    rows,
    async empty() {
      await connection.query('SET foreign_key_checks = 0');
      for (const table of await tables()) await connection.query(`DELETE FROM \`${table}\``);
      await connection.query('SET foreign_key_checks = 1');
    },
    async check() {
      for (const table of await tables()) {
        const said = await rows<{ Msg_text: string }>(`CHECK TABLE \`${table}\``);
        if (said.some(({ Msg_text: text }) => text !== 'OK'))
          throw new Error(`The table ${table} is damaged.`);
      }
    },
    async remove() {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}
