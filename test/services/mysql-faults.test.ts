import { sql } from 'kysely';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import type { NewJob } from '../../src/jobs/job.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Executor } from '../../src/store/executor.ts';
import { createMysqlExecutor } from '../../src/store/mysql.ts';
import { openMysql } from '../../src/store/open-mysql.ts';
import { compile } from '../../src/store/statement.ts';
import type { TurnKey } from '../../src/store/store.ts';
import { first, run, type Work } from '../../src/store/work.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { createTestDatabase, type TestDatabase } from '../fakes/test-database.ts';

const NOW = 1_800_000_000_000;

let database: TestDatabase;
let executor: Executor;

beforeEach(async () => {
  database = await createTestDatabase();
  executor = createMysqlExecutor(await openMysql(database.url));
  for (const name of ['a', 'b']) await executor.submit(() => put(name, '0'));
});
afterEach(async () => {
  await executor.close();
  await database.dispose();
});

const insertDigest = compile((db, value: { name: string; digest: string }) =>
  db.insertInto('seed_digest').values({ name: value.name, digest: value.digest }),
);
const addOne = compile((db, value: { name: string }) =>
  db.updateTable('seed_digest').set({ digest: sql`digest + 1` }).where('name', '=', value.name),
);
const digestOf = compile((db, value: { name: string }) =>
  db.selectFrom('seed_digest').select('digest').where('name', '=', value.name),
);
const sleep = compile((db, value: { seconds: number }) =>
  db.selectNoFrom(sql`sleep(${value.seconds})`.as('slept')),
);

function* put(name: string, digest: string): Work<void> {
  yield* run(insertDigest, { name, digest });
}

function* count(...names: readonly string[]): Work<void> {
  for (const name of names) {
    yield* run(addOne, { name });
    yield* first(sleep, { seconds: 0.01 });
  }
}

const counted = (name: string) =>
  executor.read(function* () {
    return Number((yield* first(digestOf, { name }))?.digest);
  });

const send = (text: string): NewJob => ({
  spec: { kind: 'send', conversation: 'fake:here' as ConversationId, message: { text } },
  runAt: NOW,
});

const keyOf = (eventId: string): TurnKey => ({
  eventId,
  at: NOW,
  subject: { type: 'user', id: 'fake:candidate' as PlatformUserId },
  detail: 'full',
});

/** Ends the connections of the executor, as a server does that restarts. */
async function killConnections(): Promise<number> {
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  url.pathname = '/';
  const connection = await createConnection({ uri: url.href });
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM information_schema.processlist WHERE db = ? AND id <> connection_id()',
    [name],
  );
  // The test's own connection to the database waits idle; it is the oldest.
  const [, ...others] = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  for (const id of others) await connection.query(`KILL ${id}`).catch(() => undefined);
  await connection.end();
  return others.length;
}

describe('transactions on MySQL', () => {
  it('that lock each other out are repeated until all of them are done', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        executor.submit(() => (index % 2 === 0 ? count('a', 'b') : count('b', 'a'))),
      ),
    );
    expect(await counted('a')).toBe(8);
    expect(await counted('b')).toBe(8);
  });

  it('of a group fail alone', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        executor.submit(() => put(index === 7 ? 'a' : `new-${index}`, '1')),
      ),
    );
    expect(results.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([7]);
    expect(await counted('new-19')).toBe(1);
  });

  it('write several rows in their order', async () => {
    const store = createStore(executor, () => NOW, hashForTests);
    const texts = Array.from({ length: 100 }, (_, index) => `${index}`);
    await store.enqueue(texts.map(send));
    const rows = await database.rows<{ payload: string }>('SELECT payload FROM job ORDER BY seq');
    expect(rows.map(({ payload }) => JSON.parse(payload).message.text)).toEqual(texts);
  });
});

describe('a server that ends its connections', () => {
  it('costs nothing that was idle: the next work connects anew', async () => {
    await executor.submit(() => count('a'));
    expect(await killConnections()).toBeGreaterThan(0);
    await executor.submit(() => count('a'));
    expect(await counted('a')).toBe(2);
  });

  it('in the middle of turns leaves each of them done once, whatever was under way', async () => {
    const store = createStore(executor, () => NOW, hashForTests);
    const turns = Array.from({ length: 300 }, (_, index) =>
      store.turn(keyOf(`fake:event-${index}`), () => ({ writes: [], jobs: [send(`${index}`)] })),
    );
    for (let times = 0; times < 5; times += 1) await killConnections();
    await Promise.all(turns);
    const jobs = await database.rows<{ payload: string }>('SELECT payload FROM job');
    expect(new Set(jobs.map(({ payload }) => payload)).size).toBe(300);
    expect(jobs).toHaveLength(300);
  });
});
