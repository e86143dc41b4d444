import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUpSqlite, restoreSqlite } from '../../src/store/backup-sqlite.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cyi-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function create(name: string, words: string): ReturnType<typeof openSqlite> {
  const database = openSqlite(at(name));
  database.exec('CREATE TABLE note (words text)');
  database.prepare('INSERT INTO note VALUES (?)').run(words);
  return database;
}

function wordsIn(name: string): unknown {
  const database = new Database(at(name), { readonly: true });
  try {
    return database.prepare('SELECT words FROM note').pluck().get();
  } finally {
    database.close();
  }
}

it('copies a database that is in use, with what still stands in its log', async () => {
  const running = create('interview.db', 'not yet in the file itself');
  await backUpSqlite(at('interview.db'), at('copy.db'));
  running.close();
  expect(wordsIn('copy.db')).toBe('not yet in the file itself');
  expect(statSync(at('copy.db')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

it('puts a copy in the place of the database and keeps the former one', async () => {
  create('copy.db', 'from the copy').close();
  create('interview.db', 'newer').close();
  const former = await restoreSqlite(at('copy.db'), at('interview.db'), 'then');
  expect(wordsIn('interview.db')).toBe('from the copy');
  expect(former).toBe(at('interview.db.before-then'));
  expect(wordsIn('interview.db.before-then')).toBe('newer');
});

it('restores where there is nothing yet', async () => {
  create('copy.db', 'from the copy').close();
  expect(await restoreSqlite(at('copy.db'), at('interview.db'), 'then')).toBeNull();
  expect(wordsIn('interview.db')).toBe('from the copy');
});

it('restores a copy that was made by copying the files of a killed process', async () => {
  const running = create('interview.db', 'only in the log');
  for (const part of ['', '-wal'])
    writeFileSync(at(`copy.db${part}`), readFileSync(at(`interview.db${part}`)));
  running.close();
  await restoreSqlite(at('copy.db'), at('elsewhere.db'), 'then');
  expect(wordsIn('elsewhere.db')).toBe('only in the log');
});

it('leaves a database alone that is in use', async () => {
  create('copy.db', 'from the copy').close();
  const running = create('interview.db', 'newer');
  await expect(restoreSqlite(at('copy.db'), at('interview.db'), 'then')).rejects.toThrow('in use');
  running.close();
  expect(wordsIn('interview.db')).toBe('newer');
});

it('leaves the database alone when the copy is no database', async () => {
  writeFileSync(at('copy.db'), 'a letter, not a database, and long enough to be looked at as one');
  create('interview.db', 'newer').close();
  await expect(restoreSqlite(at('copy.db'), at('interview.db'), 'then')).rejects.toThrow('copy.db');
  expect(wordsIn('interview.db')).toBe('newer');
});

it('refuses a damaged copy', async () => {
  const whole = create('copy.db', 'x');
  const insert = whole.prepare('INSERT INTO note VALUES (?)');
  for (let row = 0; row < 500; row += 1) insert.run(`row ${row} `.repeat(50));
  whole.close();
  const bytes = readFileSync(at('copy.db'));
  writeFileSync(at('copy.db'), bytes.fill(0xff, 8192, 40_000));
  await expect(restoreSqlite(at('copy.db'), at('interview.db'), 'then')).rejects.toThrow('copy.db');
  expect(existsSync(at('interview.db'))).toBe(false);
});

it('says when there is nothing to copy', async () => {
  await expect(backUpSqlite(at('interview.db'), at('copy.db'))).rejects.toThrow('There is no file');
});
