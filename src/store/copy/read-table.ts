import { createHash } from 'node:crypto';
import type { Row, Side, Table, Value } from './side.ts';

const ROWS_A_READ = 500;

/** The rows of a table in the order of its key, from behind a key on. Both databases compare letters by their bytes. */
export async function* readTable(side: Side, table: Table, after: readonly Value[] | null = null) {
  const { quote } = side;
  const columns = table.columns.map(quote).join(', ');
  const order = table.key.map(quote).join(', ');
  let last = after;
  for (;;) {
    const places = table.key.map(() => '?').join(', ');
    const where = last ? `WHERE (${order}) > (${places}) ` : '';
    const rows: readonly Row[] = await side.read(
      `SELECT ${columns} FROM ${quote(table.name)} ${where}ORDER BY ${order} LIMIT ${ROWS_A_READ}`,
      last ?? [],
    );
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = keyOf(table, end);
  }
}

export function keyOf(table: Table, row: Row): readonly Value[] {
  return table.key.map((name) => row[name] ?? null);
}

/** How many rows a table holds, and what they are, told in one hash. */
export async function fingerprint(side: Side, table: Table, asCopied: (row: Row) => Row) {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const batch of readTable(side, table)) {
    rows += batch.length;
    for (const row of batch.map(asCopied)) {
      hash.update(`${JSON.stringify(table.columns.map((name) => row[name] ?? null))}\n`);
    }
  }
  return { rows, checksum: hash.digest('hex') };
}
