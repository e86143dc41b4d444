import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Write } from '../../src/store/store.ts';
import { anAccount, aSession } from '../fakes/builders.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import type { Storm } from './quota-race-child.ts';

const AT = 1_800_000_000_000;
const LIMIT = 5;
/** One account on two platforms, each served by a process of its own. */
const PLATFORMS = ['discord:1', 'slack:T1/U1'] as const;
const STARTS_EACH = 50;
const GIVEN_BACK_A_DAY = 3;
const CHILD = new URL('./quota-race-child.ts', import.meta.url);

let folder: string;
let database: Database.Database;
let processes: readonly ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-race-'));
});
afterEach(async () => {
  for (const child of processes) child.disconnect();
  await Promise.all(processes.map((child) => child.exitCode ?? once(child, 'exit')));
  database.close();
  await rm(folder, { recursive: true });
});

/** The account with so many interviews used, and two processes that serve it. */
async function open(used: number): Promise<void> {
  const path = join(folder, 'interview.db');
  const store = await openStore(`sqlite:${path}`, () => AT, hashForTests);
  const writes: Write[] = [
    { type: 'insertAccount', account: anAccount() },
    ...PLATFORMS.map(
      (id): Write => ({
        type: 'insertIdentity',
        id: id as PlatformUserId,
        accountId: 'account-1',
        name: 'Candidate',
      }),
    ),
    ...Array.from(
      { length: used },
      (_, index): Write => ({
        type: 'insertSession',
        session: aSession({
          id: `used-${index}`,
          conversation: PLATFORMS[0] as ConversationId,
          status: 'finished',
        }),
      }),
    ),
  ];
  await store.turn(
    { eventId: 'set-up', at: AT, subject: { type: 'account', id: 'account-1' }, detail: 'part' },
    () => ({ writes, jobs: [] }),
  );
  await store.close();
  database = new Database(path);
  processes = PLATFORMS.map((user) => fork(CHILD, [path, user, String(LIMIT)]));
  await Promise.all(processes.map((child) => once(child, 'message')));
}

async function storm(commands: readonly string[]): Promise<void> {
  await Promise.all(
    processes.map((child) => {
      const done = once(child, 'message');
      child.send({ commands, at: AT } satisfies Storm);
      return done;
    }),
  );
}

const count = (condition: string) =>
  database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM session WHERE ${condition}`).get()?.n;
const sent = (text: string) =>
  database
    .prepare<[string], { n: number }>('SELECT count(*) AS n FROM job WHERE payload LIKE ?')
    .get(`%${text}%`)?.n;

it('a hundred starts at once, in two processes, begin exactly what is left', {
  timeout: 60_000,
}, async () => {
  await open(LIMIT - 2);
  const starts = Array.from({ length: STARTS_EACH }, () => 'start');
  for (const begun of [1, 2, 2]) {
    await storm(starts);
    expect(count("id NOT LIKE 'used-%'")).toBe(begun);
    expect(count('counted = 1')).toBe(LIMIT - 2 + begun);
    database.exec("UPDATE session SET status = 'finished'");
  }
  const refused = 2 * STARTS_EACH;
  expect(sent('You have used all 5 of your interviews')).toBe(refused);
});

it('starting and stopping at once gives three back a day and no more', { timeout: 60_000 }, async () => {
  await open(0);
  const commands = Array.from({ length: STARTS_EACH }, () => ['start', 'stop']).flat();
  for (let begun = -1; begun !== count('1 = 1'); ) {
    begun = count('1 = 1') ?? 0;
    await storm(commands);
  }
  await storm(['stop']);
  expect(count('counted = 1')).toBe(LIMIT);
  expect(count('counted = 0')).toBe(GIVEN_BACK_A_DAY);
  expect(count("status <> 'cancelled'")).toBe(0);
});
