import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseFiles } from '../../src/database-files.ts';
import { createErasureList, type ErasureList } from '../../src/privacy/erasure-list.ts';
import { PLANTED, PLANTED_WORDS, plant } from '../fakes/planted.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { createTestDatabase, type TestDatabase } from '../fakes/test-database.ts';

/** What an erasure leaves in SQLite's files, and what happens when a backup of them is brought back. */
const HOUR_MS = 60 * 60 * 1000;
/** What they said; who they are stands in the receipt’s job until it is delivered. */
const CONTENT = PLANTED_WORDS.filter((word) => word !== PLANTED.user);

let database: TestDatabase;
let erasures: ErasureList;
let bot: Awaited<ReturnType<typeof createTestBot>>;

beforeEach(async () => {
  database = await createTestDatabase();
  erasures = createErasureList(databaseFiles(database.url).erasureList);
  bot = await createTestBot({ on: database, erasures });
});
afterEach(() => bot.dispose());

const pathOf = (suffix = '') => `${database.url.replace('sqlite:', '')}${suffix}`;

/** The words that stand in any file beside the database, each with the file. */
function foundIn(words: readonly string[]): readonly string[] {
  const folder = dirname(pathOf());
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${name}`);
  });
}

const until = (isSo: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isSo, { timeout: 20_000, interval: 5 });

/** Until an erasure is in the list, and what was erased is out of the database's files. */
async function untilErased(): Promise<void> {
  const left = "SELECT 1 FROM job WHERE kind = 'finish_erasure'";
  await until(async () => erasures.read().length === 1 && (await database.rows(left)).length === 0);
}

describe('after delete-me', () => {
  it('nothing of what somebody said is left in the database, its log or beside it', async () => {
    const user = await plant(bot);
    await user.say('report 1');
    await user.say('export');
    await user.say('start frontend');
    expect(foundIn(PLANTED_WORDS).length).toBeGreaterThanOrEqual(PLANTED_WORDS.length);
    await user.say('delete-me');
    await user.press('Erase everything of');
    await untilErased();
    expect(foundIn(CONTENT)).toEqual([]);
    await bot.advance(HOUR_MS, user.conversation);
    await until(() => foundIn(PLANTED_WORDS).length === 0);
  });

  it('a button that is pressed again leaves no trace either', async () => {
    const user = bot.user('somebody');
    await user.say('hi');
    await user.say('delete-me');
    await user.press('Erase everything of');
    await user.press('Erase everything of');
    await bot.advance(HOUR_MS, user.conversation);
    await until(() => foundIn(['somebody']).length === 0);
  });
});

describe('a bot that starts on a restored database', () => {
  /** Somebody has everything erased, and a backup that is older takes the place of the database. */
  async function eraseAndRestore() {
    const user = bot.user('somebody');
    await user.say('start');
    const open = new Database(pathOf());
    await open.backup(pathOf('.backup'));
    open.close();
    await user.say('delete-me');
    await user.press('Erase everything of');
    await untilErased();
    await bot.stop();
    for (const suffix of ['', '-wal', '-shm']) await rm(pathOf(suffix), { force: true });
    await copyFile(pathOf('.backup'), pathOf());
    await rm(pathOf('.backup'));
    expect(foundIn(['somebody'])).toEqual(['somebody in interview.db']);
  }

  it('erases again who was erased since, and nobody else', async () => {
    await bot.user('another').say('start');
    await eraseAndRestore();
    bot = await createTestBot({ on: database, erasures });
    expect(textOf(await bot.user('somebody').say('hi'))).toContain('Hello! I run mock interviews');
    expect(textOf(await bot.user('another').say('status'))).toContain('An interview is being set up');
  });

  it('does not start when it cannot tell who that was', async () => {
    await eraseAndRestore();
    const unknown = { id: 'x', at: 4_000_000_000_000, key: 'another', accounts: [], identities: [] };
    const list = { ...erasures, read: () => [...erasures.read(), unknown] };
    await expect(createTestBot({ on: database, erasures: list })).rejects.toThrow(
      /what was erased since \(1 times\) cannot be recognised/,
    );
    bot = await createTestBot({ on: database, erasures });
  });
});
