import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import type { ClaimedJob, NewJob } from '../../src/jobs/job.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Loaded, Store, TurnKey, WriteSet } from '../../src/store/store.ts';
import { anAccount, aQuestion, aSession } from '../fakes/builders.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { createTestDatabase, type TestDatabase } from '../fakes/test-database.ts';

const NOW = 1_800_000_000_000;
const LEASE_MS = 30_000;

let database: TestDatabase;
let stores: readonly [Store, Store];
let ids = 0;

beforeEach(async () => {
  database = await createTestDatabase();
  stores = [
    await openStore(database.url, () => NOW, hashForTests),
    await openStore(database.url, () => NOW, hashForTests),
  ];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.dispose();
});

const keyOf = (name: string, eventId = `fake:event-${++ids}`): TurnKey => ({
  eventId,
  at: NOW,
  subject: { type: 'user', id: `fake:${name}` as PlatformUserId },
  detail: 'full',
});

/** What the first words of somebody bring about. */
const signUp =
  (name: string, jobs: readonly NewJob[] = []) =>
  ({ account }: Loaded): WriteSet => {
    if (account) return { writes: [], jobs };
    const made = anAccount({ id: `account-${++ids}` });
    const id = `fake:${name}` as PlatformUserId;
    return {
      writes: [
        { type: 'insertAccount', account: made },
        { type: 'insertIdentity', id, accountId: made.id, name },
      ],
      jobs,
    };
  };

const send = (text: string, lane = 'fake:here'): NewJob => ({
  spec: { kind: 'send', conversation: lane as ConversationId, message: { text } },
  runAt: NOW,
});

const textOf = ({ spec }: ClaimedJob) => (spec.kind === 'send' ? (spec.message.text ?? '') : spec.kind);

/** The same through both processes, without waiting for one another, so many times. */
const atOnce = <T>(times: number, act: (store: Store, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => stores.map((store) => act(store, index))).flat());

describe('two processes on one database', () => {
  it('handle an event once when it reaches both at the same moment', async () => {
    const results = await atOnce(20, (store, index) =>
      store.turn(keyOf('candidate', `fake:same-${index}`), signUp('candidate', [send(`${index}`)])),
    );
    expect(results.filter((result) => result === 'done')).toHaveLength(20);
    expect(await stores[0].countOutstanding('fake:here' as ConversationId, ['send'], NOW)).toBe(20);
  });

  it('make one account of somebody whose first words reach both', async () => {
    await atOnce(20, (store, index) => store.turn(keyOf(`user-${index}`), signUp(`user-${index}`)));
    const [accounts] = await database.rows<{ count: number }>('SELECT count(*) AS count FROM account');
    expect(Number(accounts?.count)).toBe(20);
  });

  it('open one interview of many that are begun at once', async () => {
    await stores[0].turn(keyOf('candidate'), signUp('candidate'));
    let begun = 0;
    await atOnce(10, (store) =>
      store.turn(keyOf('candidate'), ({ account, interview }) => {
        if (!account) throw new Error('no account');
        if (interview) return { writes: [], jobs: [] };
        begun += 1;
        const session = aSession({ id: `session-${begun}`, accountId: account.id, status: 'preparing' });
        return {
          writes: [
            { type: 'updateAccount', account },
            { type: 'insertSession', session },
          ],
          jobs: [],
        };
      }),
    );
    const [open] = await database.rows<{ count: number }>('SELECT count(*) AS count FROM session');
    expect(Number(open?.count)).toBe(1);
  });

  it('lose no change of many to one interview', async () => {
    await stores[0].turn(keyOf('candidate'), signUp('candidate'));
    await stores[0].turn(keyOf('candidate'), ({ account }) => ({
      writes: [{ type: 'insertSession', session: aSession({ accountId: account?.id ?? '' }) }],
      jobs: [],
    }));
    await atOnce(30, (store) =>
      store.turn(
        { ...keyOf('candidate'), subject: { type: 'session', id: 'session-1' } },
        ({ interview }) => {
          if (!interview) throw new Error('no interview');
          const { session } = interview;
          return {
            writes: [{ type: 'updateSession', session: { ...session, asked: session.asked + 1 } }],
            jobs: [],
          };
        },
      ),
    );
    const [session] = await database.rows<{ asked: number }>('SELECT asked FROM session');
    expect(session?.asked).toBe(60);
  });

  it('share the jobs: each goes to one of them, and no lane is overtaken', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `${index}`);
    await stores[0].enqueue(texts.map((text) => send(text, `fake:lane-${Number(text) % 8}`)));
    const done: ClaimedJob[] = [];
    const work = async (store: Store) => {
      while (done.length < texts.length) {
        for (const job of await store.claim('talk', 3, NOW, LEASE_MS)) {
          done.push(job);
          expect(await store.complete(job)).toBe(true);
        }
      }
    };
    await Promise.all([...stores, ...stores].map(work));
    expect(done.map(textOf).sort()).toEqual(texts.sort());
    for (let lane = 0; lane < 8; lane += 1) {
      const ofLane = done.map((job) => Number(textOf(job))).filter((number) => number % 8 === lane);
      expect(ofLane).toEqual(ofLane.toSorted((a, b) => a - b));
    }
  });

  it('store the recurring clean-up once', async () => {
    await atOnce(5, (store) => store.ensureHousekeeping(NOW));
    expect(await stores[0].claim('timer', 10, NOW, LEASE_MS)).toHaveLength(1);
  });

  it('load the shipped questions when both find them changed', async () => {
    const questions = Array.from({ length: 100 }, (_, index) => aQuestion({ id: `be-${index}` }));
    await atOnce(1, (store) => store.applySeeds('digest', questions, []));
    expect((await stores[0].readQuestions()).questions).toHaveLength(100);
  });
});
