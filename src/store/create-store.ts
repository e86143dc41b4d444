import type { KeyedHash } from '../accounts/keyed-hash.ts';
import type { SentRef } from '../chat/message.ts';
import { createAdminQueries } from './admin/queries.ts';
import { takeAtOnce } from './admin/question-imports.ts';
import { readRevisions } from './admin/revisions.ts';
import { readSettings } from './admin/settings.ts';
import {
  clean,
  isEvaluating,
  readCvForQuestions,
  readGradingInput,
  readOpenConversations,
  readUsers,
} from './background.ts';
import { eraseAgain } from './erase-again.ts';
import { CommitUnknown, type Executor } from './executor.ts';
import { readJobFigures } from './job-figures.ts';
import * as jobs from './jobs.ts';
import { load } from './load.ts';
import { findLoginTarget, findOwnTarget } from './load-accounts.ts';
import * as modelCalls from './model-calls.ts';
import { readPersonalData } from './personal-data.ts';
import * as questions from './questions.ts';
import type { Loaded, Store, TurnKey, WriteSet } from './store.ts';
import { turn } from './turn.ts';
import { VersionConflict } from './version-conflict.ts';
import { first } from './work.ts';

/** How often a turn is decided again. */
const MAX_TRIES = 10;

/** The store over any database that an executor can run statements on. */
export function createStore(executor: Executor, now: () => number, hash: KeyedHash): Store {
  const { submit, read } = executor;

  async function tryTurn(
    key: TurnKey,
    decide: (loaded: Loaded) => WriteSet,
    attempt = 1,
  ): Promise<'done' | 'duplicate'> {
    try {
      return await submit(() => turn(key, decide, hash));
    } catch (error) {
      if (!isWorthDecidingAgain(error) || attempt === MAX_TRIES) throw error;
      return tryTurn(key, decide, attempt + 1);
    }
  }

  return {
    admin: createAdminQueries(executor, hash),
    readRevisions: () => read(() => readRevisions()),
    readSettings: () => read(() => readSettings()),
    turn: (key, decide) => tryTurn(key, decide),
    enqueue: (newJobs) => submit(() => jobs.enqueue(newJobs, now())),
    claim: (pool, limit, at, leaseMs) =>
      submit(() => jobs.claim(pool, limit, at, leaseMs, jobs.newLeaseToken())),
    renew: (held, leasedUntil) => submit(() => jobs.renew(held, leasedUntil)),
    complete: (job, sent) => submit(() => jobs.complete(job, sent, now())),
    retry: (job, runAt, error, countAttempt) =>
      submit(() => jobs.release(job, 'waiting', runAt, error, countAttempt)),
    fail: (job, error) => submit(() => jobs.release(job, 'failed', now(), error, true)),
    releaseDead: (isAlive, at) => submit(() => jobs.releaseDead(isAlive, at)),
    readPutBack: (reason) => read(() => jobs.readPutBack(reason)),
    bringForward: (conversations, reason, at) => submit(() => jobs.bringForward(conversations, reason, at)),
    followClock: (at) => submit(() => jobs.followClock(at)),
    nextDue: (pool) => read(() => jobs.nextDue(pool)),
    countOutstanding: (conversation, kinds, dueBy) =>
      read(() => jobs.countOutstanding(conversation, kinds, dueBy)),
    findSent: (conversation, key) =>
      read(function* () {
        const row = yield* first(jobs.sentRef, { conversation, key });
        return (row?.ref ?? null) as SentRef | null;
      }),
    findLoginTarget: (name, identity, at) => read(() => findLoginTarget(name, identity, at, hash)),
    findOwnTarget: (identity, at) => read(() => findOwnTarget(identity, at, hash)),
    readGradingInput: (interactionId) => read(() => readGradingInput(interactionId)),
    readCvForQuestions: (sessionId) => read(() => readCvForQuestions(sessionId)),
    isEvaluating: (sessionId) => read(() => isEvaluating(sessionId)),
    readOpenConversations: (platform) => read(() => readOpenConversations(platform)),
    readUsers: (accountId) => read(() => readUsers(accountId)),
    readPerson: (id, at) =>
      read(() =>
        load({ eventId: null, at, subject: { type: 'user', id }, detail: 'full', history: true }, hash),
      ),
    readQuestions: () => read(() => questions.readQuestions()),
    readSeedDigest: () => read(() => questions.readSeedDigest()),
    applySeeds: (digest, technical, behavioural) =>
      submit(() => questions.applySeeds(digest, technical, behavioural)),
    addQuestions: (added, taken) => submit(() => takeAtOnce(added, taken)),
    recordModelCall: (call) => submit(() => modelCalls.recordModelCall(call)),
    countTokens: (since, accountId) => read(() => modelCalls.countTokens(since, accountId)),
    readModelCalls: (since) => read(() => modelCalls.readModelCalls(since)),
    readJobFigures: (at) => read(() => readJobFigures(at)),
    readPersonalData: (accountId) => read(() => readPersonalData(accountId, now(), hash)),
    eraseAgain: (list, rule) => submit(() => eraseAgain(list, rule, now(), hash)),
    scrub: () => executor.scrub(),
    ensureHousekeeping: (at) => submit(() => jobs.ensureRecurring({ kind: 'housekeeping' }, at)),
    clean: (at, before) => submit(() => clean(at, before)),
    close: () => executor.close(),
  };
}

/** Another process got in between; or nobody knows whether the turn was stored, and its event's id or its job will tell. */
function isWorthDecidingAgain(error: unknown): boolean {
  return error instanceof VersionConflict || error instanceof CommitUnknown || isTakenMeanwhile(error);
}

/** Somebody else has stored what may be there once, between the look and the write: the next look sees it. */
function isTakenMeanwhile(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}
