import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadQuestions } from '../../src/load-questions.ts';
import { listMigrations } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createMysqlDatabase, type ScratchDatabase } from '../fakes/database.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

const SERVER = process.env['TEST_MYSQL_URL'] ?? '';
const open = (url: string) => openStore(url, Date.now, hashForTests);

let database: ScratchDatabase;

beforeAll(async () => {
  database = await createMysqlDatabase(SERVER);
});
afterAll(() => database.remove());

const notedMigrations = async () =>
  (await database.rows<{ name: string }>('SELECT name FROM kysely_migration ORDER BY name')).map(
    ({ name }) => name,
  );

describe('a new database', () => {
  it('is brought to the newest schema by one of two processes that start at once', async () => {
    const stores = await Promise.all([open(database.url), open(database.url)]);
    expect(await notedMigrations()).toEqual(await listMigrations());
    await Promise.all(stores.map((store) => loadQuestions(store, pino({ level: 'silent' }))));
    const [loaded] = await database.rows<{ count: number }>('SELECT count(*) AS count FROM question');
    expect(Number(loaded?.count)).toBeGreaterThan(100);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('compares texts letter by letter, whatever the server’s default', async () => {
    const tables = await database.rows<{ collation: string }>(
      "SELECT table_collation AS collation FROM information_schema.tables WHERE table_schema = database() AND table_name NOT LIKE 'kysely%'",
    );
    expect(new Set(tables.map(({ collation }) => collation))).toEqual(new Set(['utf8mb4_bin']));
  });
});

describe('a migration that was made when its process was killed, before that was noted', () => {
  it.each(['first', 'middle', 'last'])('counts as done by the next start: the %s one', async (which) => {
    const migrations = await listMigrations();
    const from = { first: 0, middle: Math.floor(migrations.length / 2), last: migrations.length - 1 }[which];
    const unnoted = migrations.slice(from).map((name) => `'${name}'`);
    await database.rows(`DELETE FROM kysely_migration WHERE name IN (${unnoted.join()})`);
    await (await open(database.url)).close();
    expect(await notedMigrations()).toEqual(migrations);
  });
});

describe('a server that cannot be used', () => {
  const at = (change: Partial<URL>) => Object.assign(new URL(database.url), change).href;

  it.each([
    ['nobody listens', { port: '1' }, 'No MySQL server listens'],
    ['the host is unknown', { hostname: 'nowhere.invalid' }, 'no host named nowhere.invalid'],
    ['the user is unknown', { username: 'nobody' }, 'does not let the user "nobody" in'],
    ['there is no such database', { pathname: '/cyi_nowhere' }, 'CREATE DATABASE `cyi_nowhere`'],
  ])('is refused with what to do: %s', async (_, change, sentence) => {
    await expect(open(at(change))).rejects.toThrow(sentence);
  });

  it('never shows the password', async () => {
    const error = await open(at({ username: 'nobody', password: 'do-not-show-me' })).catch(String);
    expect(error).not.toContain('do-not-show-me');
  });
});
