import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Erasure } from '../../src/accounts/erasure.ts';
import { createErasureList } from '../../src/privacy/erasure-list.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-erasures-'));
  path = join(folder, 'data', 'interview.db.erasures.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const erasure = (id: string): Erasure => ({ id, at: 1, key: 'k', accounts: ['a'], identities: ['i'] });

it('is empty where there is no file', () => {
  expect(createErasureList(path).read()).toEqual([]);
});

it('keeps each erasure once, for whoever opens it next, readable by its owner alone', async () => {
  const list = createErasureList(path);
  for (const id of ['one', 'two', 'one']) list.add(erasure(id));
  expect(createErasureList(path).read()).toEqual([erasure('one'), erasure('two')]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('goes on after a line that was cut off', async () => {
  const list = createErasureList(path);
  list.add(erasure('one'));
  await appendFile(path, '{"id":"cut');
  list.add(erasure('two'));
  expect(list.read()).toEqual([erasure('one'), erasure('two')]);
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(4);
});
