import type { PoolConnection, ResultSetHeader } from 'mysql2';
import { MYSQL } from './dialect.ts';
import type { Call, Work } from './work.ts';

/** How many rows go into one insert. */
const ROWS_AN_INSERT = 32;

/** Runs database work on a connection, in the transaction that is open there. */
export async function perform<T>(connection: PoolConnection, work: Work<T>): Promise<T> {
  let step = work.next();
  while (!step.done) step = work.next(await execute(connection, step.value));
  return step.value;
}

async function execute(
  connection: PoolConnection,
  { statement, values, returnsRows }: Call,
): Promise<unknown> {
  const { sql, bind } = statement.in(MYSQL);
  const bound = values.map((row) => bind(row as never));
  if (returnsRows) return send(connection, sql, bound.flat());
  let changed = 0;
  for (let start = 0; start < bound.length; start += ROWS_AN_INSERT) {
    const rows = bound.slice(start, start + ROWS_AN_INSERT);
    const result = await send(connection, withRows(sql, rows.length), rows.flat());
    changed += (result as ResultSetHeader).affectedRows;
  }
  return changed;
}

/** The insert of one row as an insert of several. */
function withRows(sql: string, count: number): string {
  if (count === 1) return sql;
  const keyword = ' values ';
  const row = sql.slice(sql.lastIndexOf(keyword) + keyword.length);
  return `${sql}${`, ${row}`.repeat(count - 1)}`;
}

/** By callback: the driver's own promises take a stack trace for each statement. */
function send(connection: PoolConnection, sql: string, values: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    connection.execute(sql, values as string[], (error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** Ends a transaction and gives the connection back; one that cannot end it is thrown away. */
export function endTransaction(connection: PoolConnection, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(how, (error) => {
      if (error) {
        connection.destroy();
        reject(error);
      } else {
        connection.release();
        resolve();
      }
    });
  });
}
