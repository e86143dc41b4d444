import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import { loadQuestions } from '../../src/load-questions.ts';
import { copyDatabase } from '../../src/store/copy/copy-database.ts';
import { openSide } from '../../src/store/copy/open-side.ts';
import type { Side } from '../../src/store/copy/side.ts';
import { openStore } from '../../src/store/open-store.ts';
import { anAccount, anInteraction, aSession } from '../fakes/builders.ts';
import { createMysqlDatabase, createSqliteDatabase, type ScratchDatabase } from '../fakes/database.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

const NOW = 1_800_000_000_000;
const SERVER = process.env['TEST_MYSQL_URL'] ?? '';

let file: ScratchDatabase;
let server: ScratchDatabase;
let back: ScratchDatabase;

beforeEach(async () => {
  [file, server, back] = await Promise.all([
    createSqliteDatabase(),
    createMysqlDatabase(SERVER),
    createSqliteDatabase(),
  ]);
});
afterEach(() => Promise.all([file.remove(), server.remove(), back.remove()]));

/** A database in use: questions, an interview, a job that waits and one that a process holds. */
async function fill({ url }: ScratchDatabase): Promise<void> {
  const store = await openStore(url, () => NOW, hashForTests);
  await loadQuestions(store, pino({ level: 'silent' }));
  const user = 'fake:candidate' as PlatformUserId;
  const conversation = 'fake:candidate' as ConversationId;
  const send = (text: string) => ({
    spec: { kind: 'send' as const, conversation, message: { text } },
    runAt: NOW,
  });
  await store.turn(
    { eventId: 'fake:1', at: NOW, subject: { type: 'user', id: user }, detail: 'full' },
    () => ({
      writes: [
        { type: 'insertAccount', account: anAccount({ locale: 'ko' }) },
        { type: 'insertIdentity', id: user, accountId: 'account-1', name: '지원자 \u{1f600} \\ "' },
        { type: 'insertSession', session: aSession({ status: 'asking' }) },
        { type: 'insertInteraction', interaction: anInteraction() },
      ],
      jobs: [send('held'), send('waiting')],
    }),
  );
  await store.claim('talk', 1, NOW, 30_000);
  await store.close();
}

async function copy(
  from: ScratchDatabase,
  to: ScratchDatabase,
  around: (side: Side) => Side = (side) => side,
) {
  const source = await openSide(from.url, 'source');
  const target = await openSide(to.url, 'target');
  try {
    return await copyDatabase(source, around(target));
  } finally {
    await source.close();
    await target.close();
  }
}

/** A target whose process dies before its so-manieth write. */
const dyingAt =
  (last: number) =>
  (side: Side): Side => {
    let writes = 0;
    return {
      ...side,
      write: async (statements) => {
        writes += 1;
        if (writes >= last) throw new Error('killed');
        await side.write(statements);
      },
    };
  };

describe('copying a database', () => {
  it('brings everything to MySQL and back, and jobs that were held are due', async () => {
    await fill(file);
    const there = await copy(file, server);
    const returned = await copy(server, back);
    expect(returned).toEqual(there);
    expect(there.find(({ name }) => name === 'question')?.rows).toBeGreaterThan(500);
    const store = await openStore(server.url, () => NOW, hashForTests);
    const [job] = await store.claim('talk', 10, NOW + 30_000, 30_000);
    expect(job?.spec).toMatchObject({ message: { text: 'held' } });
    await store.close();
    await back.check();
  });

  it.each([3, 6, 9])('goes on where it was killed, at write %i', async (last) => {
    await fill(file);
    await expect(copy(file, server, dyingAt(last))).rejects.toThrow('killed');
    const tables = await copy(file, server);
    expect(tables.find(({ name }) => name === 'account')?.rows).toBe(1);
  });

  it('refuses a target that holds something of its own', async () => {
    await fill(file);
    await fill(server);
    await expect(copy(file, server)).rejects.toThrow('The target is not empty');
  });

  it('notices that the source was written to meanwhile', async () => {
    await fill(file);
    const writing = (side: Side): Side => ({
      ...side,
      write: async (statements) => {
        await side.write(statements);
        const isQuestionsEnd = statements.some(({ values }) => values.join() === 'question,done');
        if (isQuestionsEnd) await file.empty();
      },
    });
    await expect(copy(file, server, writing)).rejects.toThrow('Was the bot running?');
  });
});
