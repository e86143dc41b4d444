import { fingerprint, keyOf, readTable } from './read-table.ts';
import type { Row, Side, Table, Value } from './side.ts';

export type CopiedTable = { readonly name: string; readonly rows: number; readonly checksum: string };

/** In the target while a copy is under way: how far each table has come. Named so that it is not taken for data. */
const PROGRESS = 'kysely_copy_progress';
const DONE = 'done';
/** What one insert may hold: a server refuses packets of 16 MB. */
const BYTES_AN_INSERT = 1_000_000;
const ROWS_AN_INSERT = 200;

/**
 * Copies every table and compares both sides. Each batch is stored with how far it goes, so a copy that was killed goes on where
 * it was. Nobody may write meanwhile: what changed in the source shows in the comparison.
 * @throws Error when the target holds something else, the schemas differ, or the sides do at the end
 */
export async function copyDatabase(from: Side, to: Side): Promise<readonly CopiedTable[]> {
  await demandSameSchema(from, to);
  const tables = await from.tables();
  const progress = await openProgress(to, tables);
  for (const table of tables) {
    const reached = progress.get(table.name) ?? null;
    if (reached === DONE) continue;
    await copyTable(from, to, table, reached === null ? null : JSON.parse(reached));
  }
  const copied: CopiedTable[] = [];
  for (const table of tables) copied.push(await compare(from, to, table));
  await to.write([{ sql: `DROP TABLE ${PROGRESS}`, values: [] }]);
  return copied;
}

async function demandSameSchema(from: Side, to: Side): Promise<void> {
  const [theirs, ours] = [await from.migrations().catch(() => []), await to.migrations()];
  if (theirs.join() !== ours.join())
    throw new Error(
      'The source does not have the schema of this version: start this version on it once, stop it, and copy then.',
    );
}

/** @returns how far each table has come: the last key as JSON, or `done` */
async function openProgress(to: Side, tables: readonly Table[]): Promise<Map<string, string>> {
  const stored = await to.read(`SELECT * FROM ${PROGRESS}`, []).catch(() => null);
  if (stored) return new Map(stored.map((row) => [String(row['name']), String(row['reached'])]));
  for (const { name } of tables) {
    const rows = await to.read(`SELECT 1 AS one FROM ${to.quote(name)} LIMIT 1`, []);
    if (rows.length > 0)
      throw new Error(`The target is not empty: its table ${name} has rows. Copy into a new database.`);
  }
  await to.write([
    {
      sql: `CREATE TABLE ${PROGRESS} (name varchar(64) PRIMARY KEY, reached varchar(2000) NOT NULL)`,
      values: [],
    },
  ]);
  return new Map();
}

async function copyTable(from: Side, to: Side, table: Table, after: readonly Value[] | null): Promise<void> {
  for await (const rows of readTable(from, table, after)) {
    for (const batch of inBatches(rows.map((row) => asCopied(table, row)))) {
      const last = batch.at(-1);
      if (last)
        await to.write([insertOf(to, table, batch), ...reach(table, JSON.stringify(keyOf(table, last)))]);
    }
  }
  await to.write(reach(table, DONE));
}

function reach({ name }: Table, reached: string) {
  return [
    { sql: `DELETE FROM ${PROGRESS} WHERE name = ?`, values: [name] },
    { sql: `INSERT INTO ${PROGRESS} (name, reached) VALUES (?, ?)`, values: [name, reached] },
  ];
}

function insertOf({ quote }: Side, { name, columns }: Table, rows: readonly Row[]) {
  const places = `(${columns.map(() => '?').join(', ')})`;
  return {
    sql: `INSERT INTO ${quote(name)} (${columns.map(quote).join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
  };
}

function* inBatches(rows: readonly Row[]): Generator<readonly Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    batch.push(row);
    bytes += JSON.stringify(row).length;
    if (batch.length < ROWS_AN_INSERT && bytes < BYTES_AN_INSERT) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

async function compare(from: Side, to: Side, table: Table): Promise<CopiedTable> {
  const source = await fingerprint(from, table, (row) => asCopied(table, row));
  const target = await fingerprint(to, table, (row) => asCopied(table, row));
  if (source.rows !== target.rows || source.checksum !== target.checksum)
    throw new Error(
      `The table ${table.name} differs: ${source.rows} rows in the source, ${target.rows} in the target. Was the bot running? Stop it, make the target anew and copy again.`,
    );
  return { name: table.name, ...target };
}

/** The lease of a running job belongs to a process of the old database: it becomes due when the lease would have ended. */
function asCopied({ name }: Table, row: Row): Row {
  return name === 'job' && row['status'] === 'running'
    ? { ...row, status: 'waiting', lease_token: null }
    : row;
}
