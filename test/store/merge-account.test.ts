import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store, Write } from '../../src/store/store.ts';
import { anAccount } from '../fakes/builders.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

const NOW = 1_800_000_000_000;
const INTO = anAccount({ id: 'into' });
const FROM = anAccount({ id: 'from' });
const HOME = { id: 'terminal:home' as PlatformUserId, conversation: 'terminal:home' as ConversationId };
const AWAY = { id: 'terminal:away' as PlatformUserId, conversation: 'terminal:away' as ConversationId };

type Column = { readonly name: string; readonly type: string; readonly pk: number };

let folder: string;
let store: Store;
let events = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-merge-'));
  store = await openStore(`sqlite:${join(folder, 'interview.db')}`, () => NOW, hashForTests);
  await write(
    { type: 'insertAccount', account: INTO },
    { type: 'insertAccount', account: FROM },
    { type: 'insertIdentity', accountId: 'into', name: 'Home', ...HOME },
    { type: 'insertIdentity', accountId: 'from', name: 'Away', ...AWAY },
  );
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const write = (...writes: readonly Write[]) =>
  store.turn(
    { eventId: `event-${++events}`, at: NOW, subject: { type: 'user', id: HOME.id }, detail: 'account' },
    () => ({ writes, jobs: [] }),
  );

/** The database as it is on disk, without its foreign keys. */
function raw(): Database.Database {
  const database = new Database(join(folder, 'interview.db'));
  database.pragma('foreign_keys = OFF');
  return database;
}

/** Every column that names an account: `account_id`, and whatever else a later table calls it. */
function accountColumns(database: Database.Database): readonly { table: string; column: string }[] {
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all();
  return tables.flatMap(({ name: table }) => {
    const columns = database.pragma(`table_info(${table})`) as readonly Column[];
    const references = database.pragma(`foreign_key_list(${table})`) as readonly {
      table: string;
      from: string;
    }[];
    const named = columns.filter(({ name }) => name === 'account_id').map(({ name }) => name);
    const referring = references.filter((key) => key.table === 'account').map(({ from }) => from);
    return [...new Set([...named, ...referring])].map((column) => ({ table, column }));
  });
}

/** One row in a table, with something in every column. */
function fill(database: Database.Database, table: string, column: string, value: string): void {
  const columns = database.pragma(`table_info(${table})`) as readonly Column[];
  const values = columns.map(({ name, type }) =>
    name === column ? value : /int|double/i.test(type) ? 7 : `${table}-${name}`,
  );
  const marks = columns.map(() => '?').join();
  database
    .prepare(`INSERT INTO ${table} (${columns.map(({ name }) => name).join()}) VALUES (${marks})`)
    .run(values);
}

it('an account that becomes part of another leaves nothing behind in any table', async () => {
  const before = raw();
  const columns = accountColumns(before);
  expect(columns.length).toBeGreaterThanOrEqual(9);
  for (const { table, column } of columns) fill(before, table, column, 'from');
  before.close();
  await write({ type: 'mergeAccount', from: FROM, into: INTO, takesPassword: false });
  const after = raw();
  const left = columns.filter(
    ({ table, column }) =>
      after.prepare(`SELECT 1 FROM ${table} WHERE ${column} = 'from'`).get() !== undefined,
  );
  const moved = columns.filter(
    ({ table, column }) =>
      after.prepare(`SELECT 1 FROM ${table} WHERE ${column} = 'into'`).get() !== undefined,
  );
  after.close();
  expect(left).toEqual([]);
  // A one-time code of an account that ends leads nowhere.
  expect(columns.filter((column) => !moved.includes(column))).toEqual([
    { table: 'link_code', column: 'account_id' },
  ]);
});
