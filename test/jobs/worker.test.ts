import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationId, SentRef } from '../../src/chat/message.ts';
import type { ClaimedJob, JobKind, JobPool, JobSpec } from '../../src/jobs/job.ts';
import type { JobQueue } from '../../src/jobs/queue.ts';
import {
  backoffMs,
  createWorker,
  type JobHandler,
  type JobResult,
  PermanentFailure,
  type Worker,
} from '../../src/jobs/worker.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { createTestDatabase, type TestDatabase } from '../fakes/test-database.ts';

const START = 1_800_000_000_000;
const HERE = 'terminal:candidate' as ConversationId;
const ELSEWHERE = 'terminal:other' as ConversationId;
const DONE: JobResult = { type: 'done' };
const HANDS: Readonly<Record<JobPool, number>> = { talk: 3, timer: 1, model: 2, cv: 1, admin: 1 };
/** Longer than any backoff. */
const LONG_MS = 10 * 60_000;
const LEASE_MS = 30_000;

let database: TestDatabase;
let store: Store;
let clock: number;
let workers: Worker[];
/** What was begun, with its attempt, in that order. */
let begun: string[];

beforeEach(async () => {
  clock = START;
  workers = [];
  begun = [];
  database = await createTestDatabase();
  store = await openStore(database.url, () => clock, hashForTests);
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop(0)));
  await store.close();
  await database.dispose();
});

type Handlers = Partial<Record<JobKind, JobHandler>>;

/** A worker on the real store, with handlers that note what they begin; jobs without one are done at once. */
function startWorker(handlers: Handlers = {}, queue: JobQueue = store): Worker {
  const noting: JobHandler = (job, signal) => {
    begun.push(`${nameOf(job)} ${job.attempt}`);
    return handlers[job.spec.kind]?.(job, signal) ?? Promise.resolve(DONE);
  };
  const kinds: readonly JobKind[] = [
    'send',
    'read_cv',
    'make_cv_questions',
    'grade',
    'end_answer',
    'end_idle_session',
    'housekeeping',
  ];
  const worker = createWorker({
    queue,
    handlers: Object.fromEntries(kinds.map((kind) => [kind, noting])) as Record<JobKind, JobHandler>,
    pools: HANDS,
    now: () => clock,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
  });
  workers.push(worker);
  worker.start();
  return worker;
}

const send = (text: string, conversation = HERE): JobSpec => ({
  kind: 'send',
  conversation,
  message: { text },
});
const grade = (interactionId: string): JobSpec => ({
  kind: 'grade',
  conversation: HERE,
  sessionId: 'session-1',
  interactionId,
  revision: 0,
});
const readCv = (accountId: string): JobSpec => ({
  kind: 'read_cv',
  conversation: HERE,
  accountId,
  attachment: { ref: 'cv.pdf', name: 'cv.pdf' },
});

function nameOf({ spec }: ClaimedJob): string {
  if (spec.kind === 'send') return spec.message.text ?? '';
  if (spec.kind === 'grade') return spec.interactionId;
  return spec.kind;
}

const enqueue = (...specs: readonly JobSpec[]) =>
  store.enqueue(specs.map((spec) => ({ spec, runAt: clock })));

/** Lets the event loop turn until something has come about; the test's own time limit ends what never does. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await turnOfTheLoop();
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Enough for anything that is due to have happened. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await turnOfTheLoop();
}

const isEmpty = async (pool: JobPool) => (await store.nextDue(pool)) === null;

/** A promise in the hands of the test. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

describe('a worker', () => {
  it('does the jobs of a lane one after another, in their order', async () => {
    await enqueue(send('first'), send('second'), send('third'));
    const held = gate();
    startWorker({ send: async (job) => (nameOf(job) === 'first' ? held.passed.then(() => DONE) : DONE) });
    await until(() => begun.length === 1);
    await quiet();
    expect(begun).toEqual(['first 1']);
    held.open();
    await until(() => isEmpty('talk'));
    expect(begun).toEqual(['first 1', 'second 1', 'third 1']);
  });

  it('takes up what was stored before it started, and what comes while it runs', async () => {
    await enqueue(send('before'));
    const worker = startWorker();
    await until(() => isEmpty('talk'));
    await enqueue(send('meanwhile'));
    worker.wake();
    await until(() => isEmpty('talk'));
    expect(begun).toEqual(['before 1', 'meanwhile 1']);
  });

  it('does as many jobs of a pool at once as it has hands', async () => {
    await enqueue(
      ...['a', 'b', 'c', 'd', 'e'].map((name) => send(name, `terminal:${name}` as ConversationId)),
    );
    const held = gate();
    startWorker({ send: () => held.passed.then(() => DONE) });
    await until(() => begun.length === HANDS.talk);
    await quiet();
    expect(begun).toHaveLength(HANDS.talk);
    held.open();
    await until(() => isEmpty('talk'));
    expect(begun).toHaveLength(5);
  });

  it('keeps talking while every hand of the other pools is busy', async () => {
    const held = gate();
    const wait = () => held.passed.then(() => DONE);
    await enqueue(readCv('one'), readCv('two'), grade('1'), grade('2'), grade('3'));
    const worker = startWorker({ read_cv: wait, grade: wait });
    await until(() => begun.length === HANDS.cv + HANDS.model);
    await enqueue(send('still here'));
    worker.wake();
    await until(() => isEmpty('talk'));
    expect(begun).toContain('still here 1');
    held.open();
    await until(async () => (await isEmpty('cv')) && (await isEmpty('model')));
  });

  it('remembers a sent message under its name', async () => {
    const sent = { conversation: HERE, key: 'summary', ref: 'ref-1' as SentRef };
    await enqueue(send('summary'));
    startWorker({ send: async () => ({ type: 'done', sent }) });
    await until(() => isEmpty('talk'));
    expect(await store.findSent(HERE, 'summary')).toBe('ref-1');
  });

  it('leaves a job alone whose outcome has completed it', async () => {
    await enqueue(grade('1'));
    startWorker({
      grade: async (job) => {
        await store.complete(job);
        return { type: 'settled' };
      },
    });
    await until(() => isEmpty('model'));
    expect(begun).toEqual(['1 1']);
  });

  it('renews the leases of what takes long, so that nobody else begins it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const held = gate();
      await enqueue(send('slow'));
      startWorker({ send: () => held.passed.then(() => DONE) });
      await until(() => begun.length === 1);
      clock += LEASE_MS - 1;
      vi.advanceTimersByTime(LEASE_MS / 3);
      await quiet();
      clock += LEASE_MS - 1;
      expect(await store.claim('talk', 1, clock, 1)).toEqual([]);
      held.open();
      await until(() => isEmpty('talk'));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a job that fails', () => {
  it('comes again after its backoff, and holds back its own lane only', async () => {
    await enqueue(send('fails'), send('behind'), send('elsewhere', ELSEWHERE));
    const worker = startWorker({
      send: async (job) => {
        if (nameOf(job) === 'fails' && job.attempt === 1) throw new Error('no connection');
        return DONE;
      },
    });
    await until(() => begun.length === 2);
    clock += backoffMs(1, () => 0.5) - 1;
    worker.wake();
    await quiet();
    expect(begun).toEqual(['fails 1', 'elsewhere 1']);
    clock += 1;
    worker.wake();
    await until(() => isEmpty('talk'));
    expect(begun).toEqual(['fails 1', 'elsewhere 1', 'fails 2', 'behind 1']);
  });

  it('waits longer every time, and is given up after twenty attempts', async () => {
    await enqueue(send('never works'), send('behind'));
    const worker = startWorker({
      send: async (job) => {
        if (nameOf(job) === 'never works') throw new Error('refused');
        return DONE;
      },
    });
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await until(() => begun.length === attempt);
      await quiet();
      clock += LONG_MS;
      worker.wake();
    }
    await until(() => isEmpty('talk'));
    expect(begun.slice(-2)).toEqual(['never works 20', 'behind 1']);
  });

  it('for good becomes a dead letter at once and does not hold back its lane', async () => {
    await enqueue(send('forbidden'), send('behind'));
    const worker = startWorker({
      send: async (job) => {
        if (nameOf(job) === 'forbidden') throw new PermanentFailure('the user has blocked the bot');
        return DONE;
      },
    });
    await until(() => isEmpty('talk'));
    clock += LONG_MS;
    worker.wake();
    await quiet();
    expect(begun).toEqual(['forbidden 1', 'behind 1']);
  });

  it('because what it needs is not there comes later, and that does not count as an attempt', async () => {
    await enqueue(grade('1'));
    const worker = startWorker({
      grade: async () => (begun.length < 4 ? { type: 'later', afterMs: 500, reason: 'no model' } : DONE),
    });
    for (let time = 1; time < 4; time += 1) {
      await until(() => begun.length === time);
      await quiet();
      clock += 500;
      worker.wake();
    }
    await until(() => isEmpty('model'));
    expect(begun).toEqual(['1 1', '1 1', '1 1', '1 1']);
  });
});

describe('stopping a worker', () => {
  const freeAgain = async () => (await store.claim('talk', 10, clock, LEASE_MS)).map(nameAndAttempt);
  const nameAndAttempt = (job: ClaimedJob) => `${nameOf(job)} ${job.attempt}`;

  it('finishes what is under way and takes nothing more', async () => {
    const held = gate();
    await enqueue(send('under way'), send('next'));
    const worker = startWorker({ send: () => held.passed.then(() => DONE) });
    await until(() => begun.length === 1);
    const stopped = worker.stop(LONG_MS);
    held.open();
    await stopped;
    worker.wake();
    await quiet();
    expect(begun).toEqual(['under way 1']);
    expect(await freeAgain()).toEqual(['next 1']);
  });

  it('tells what is still under way after the grace, and hands it back without counting it', async () => {
    await enqueue(send('slow'));
    const worker = startWorker({
      send: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await until(() => begun.length === 1);
    await worker.stop(0);
    expect(await freeAgain()).toEqual(['slow 1']);
  });

  it('hands back even what does not listen, and ignores it when it ends after all', async () => {
    const held = gate();
    await enqueue(send('deaf'));
    const worker = startWorker({ send: () => held.passed.then(() => DONE) });
    await until(() => begun.length === 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stopped = worker.stop(0);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    vi.useRealTimers();
    await stopped;
    const [taken] = await store.claim('talk', 1, clock, LEASE_MS);
    held.open();
    await quiet();
    expect(taken && nameAndAttempt(taken)).toBe('deaf 1');
    expect(await store.complete(taken as ClaimedJob)).toBe(true);
  });

  it('hands back what it was just taking', async () => {
    const claiming = gate();
    const claimed = gate();
    await enqueue(send('just taken'));
    const slowly: JobQueue = {
      ...store,
      claim: async (pool, ...rest) => {
        const jobs = await store.claim(pool, ...rest);
        if (pool === 'talk') {
          claiming.open();
          await claimed.passed;
        }
        return jobs;
      },
    };
    const worker = startWorker({}, slowly);
    await claiming.passed;
    const stopped = worker.stop(0);
    claimed.open();
    await stopped;
    expect(begun).toEqual([]);
    expect(await freeAgain()).toEqual(['just taken 1']);
  });
});

describe('backoff', () => {
  it.each([
    { attempt: 1, least: 500, most: 1_000 },
    { attempt: 2, least: 1_000, most: 2_000 },
    { attempt: 3, least: 2_000, most: 4_000 },
    { attempt: 9, least: 128_000, most: 256_000 },
    { attempt: 10, least: 150_000, most: 300_000 },
    { attempt: 20, least: 150_000, most: 300_000 },
    { attempt: 2_000, least: 150_000, most: 300_000 },
  ])('before attempt $attempt + 1 is between $least and $most ms', ({ attempt, least, most }) => {
    expect(backoffMs(attempt, () => 0)).toBe(least);
    expect(backoffMs(attempt, () => 1)).toBe(most);
  });
});
