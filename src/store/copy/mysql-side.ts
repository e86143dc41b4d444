import type { RowDataPacket } from 'mysql2/promise';
import { openMysql } from '../open-mysql.ts';
import type { Row, Side, Table } from './side.ts';

export async function openMysqlSide(url: string): Promise<Side> {
  const pools = await openMysql(url);
  const connection = await pools.writing.promise().getConnection();
  await connection.query('SET foreign_key_checks = 0');
  const read = async (sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
    const [rows] = await connection.query<(Row & RowDataPacket)[]>(sql, [...values]);
    await connection.query('COMMIT');
    return rows;
  };
  return {
    quote: (name) => `\`${name}\``,
    async tables() {
      const columns = await read(
        "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = database() AND table_name NOT LIKE 'kysely%' ORDER BY table_name, column_name",
      );
      const keys = await read(
        "SELECT table_name AS t, column_name AS c FROM information_schema.statistics WHERE table_schema = database() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index",
      );
      const names = [...new Set(columns.map(({ t }) => String(t)))].sort();
      const of = (rows: readonly Row[], name: string) =>
        rows.filter(({ t }) => t === name).map(({ c }) => String(c));
      return names.map((name): Table => ({ name, key: of(keys, name), columns: of(columns, name).sort() }));
    },
    migrations: async () =>
      (await read('SELECT name FROM kysely_migration ORDER BY name')).map(({ name }) => String(name)),
    read,
    async write(statements) {
      try {
        for (const { sql, values } of statements) await connection.query(sql, [...values]);
        await connection.query('COMMIT');
      } catch (error) {
        await connection.query('ROLLBACK');
        throw error;
      }
    },
    async close() {
      connection.release();
      await Promise.all([pools.writing.promise().end(), pools.reading.promise().end()]);
    },
  };
}
