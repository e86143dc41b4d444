import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKeyedHash } from '../src/accounts/keyed-hash.ts';
import { databaseFiles } from '../src/database-files.ts';
import { readSecretKey } from '../src/secret-key.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is the one that is set, and then no file is made', async () => {
  const given = 'x'.repeat(32);
  expect(readSecretKey(given, folder)).toBe(given);
  expect(await readdir(folder)).toEqual([]);
});

it('is made once, in a folder that need not be there, for its owner alone', async () => {
  const inside = join(folder, 'data');
  const key = readSecretKey(undefined, inside);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(readSecretKey(undefined, inside)).toBe(key);
  expect(await readdir(inside)).toEqual(['secret.key']);
  expect((await stat(join(inside, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect(readSecretKey(undefined, folder)).not.toBe(key);
});

it('is the same for processes that start at the same moment', async () => {
  const module = new URL('../src/secret-key.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(module)}).then(({ readSecretKey }) => process.stdout.write(readSecretKey(undefined, ${JSON.stringify(folder)})))`;
  const keys = await Promise.all(
    Array.from(
      { length: 4 },
      async () => (await promisify(execFile)(process.execPath, ['-e', script])).stdout,
    ),
  );
  expect(new Set(keys)).toEqual(new Set([(await readFile(join(folder, 'secret.key'), 'utf8')).trim()]));
});

it.each(['', 'cut off'])('is not replaced silently when the file is damaged: %j', async (content) => {
  await writeFile(join(folder, 'secret.key'), content);
  expect(() => readSecretKey(undefined, folder)).toThrow(/secret\.key holds no whole key\. Bring it back/);
});

it('says what to do when the file cannot be made', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(() => readSecretKey(undefined, join(folder, 'file'))).toThrow(/or set SECRET_KEY/);
});

it('makes hashes that differ by purpose and by key', () => {
  const hash = createKeyedHash('one');
  expect(hash('quota', 'discord:1')).toBe(hash('quota', 'discord:1'));
  expect(hash('quota', 'discord:1')).not.toBe(hash('erasure', 'discord:1'));
  expect(hash('quota', 'discord:1')).not.toBe(createKeyedHash('two')('quota', 'discord:1'));
});

it('lies beside the database, or in data for a server', () => {
  expect(databaseFiles('sqlite:data/interview.db')).toEqual({
    folder: 'data',
    erasureList: 'data/interview.db.erasures.jsonl',
  });
  expect(databaseFiles('mysql://user@127.0.0.1/interview').folder).toBe('data');
});
