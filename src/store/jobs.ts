import { hostname } from 'node:os';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ConversationId } from '../chat/message.ts';
import type { ClaimedJob, JobKind, JobPool, JobSpec, NewJob } from '../jobs/job.ts';
import { routeOf } from '../jobs/job.ts';
import type { SentMessage } from '../jobs/queue.ts';
import type { Database, JobRow } from './schema.ts';
import { compile, listOf } from './statement.ts';
import { all, first, insertAll, run, type Work } from './work.ts';

/** A running job's `run_at` is the end of its lease: both kinds of due are one comparison. */
const PENDING = ['waiting', 'running'] as const;
const CLAIMED_AT_ONCE = 64;

/** Nothing that was stored earlier in the job's lane is still to be done. */
function isFirstOfLane({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Database & { due: JobRow }, 'due'>): Expression<SqlBool> {
  return not(
    exists(
      selectFrom('job as earlier')
        .select(sql`1`.as('one'))
        .whereRef('earlier.lane', '=', 'due.lane')
        .whereRef('earlier.seq', '<', 'due.seq')
        .where('earlier.status', '<>', 'failed'),
    ),
  );
}

type NewJobRow = Omit<JobRow, 'seq' | 'lease_token' | 'error' | 'attempts' | 'status'>;
const insertJob = compile((db, value: NewJobRow) =>
  db.insertInto('job').values({
    id: value.id,
    kind: value.kind,
    pool: value.pool,
    lane: value.lane,
    conversation: value.conversation,
    payload: value.payload,
    status: 'waiting',
    run_at: value.run_at,
    attempts: 0,
    lease_token: null,
    error: null,
    created_at: value.created_at,
    request_id: value.request_id,
    account_id: value.account_id,
  }),
);
const firstDue = compile((db, value: { pool: string; now: number; limit: number }) =>
  db
    .selectFrom('job as due')
    .select([
      'due.seq',
      'due.id',
      'due.payload',
      'due.attempts',
      'due.created_at',
      'due.request_id',
      'due.account_id',
    ])
    .where('due.pool', '=', value.pool)
    .where('due.status', 'in', PENDING)
    .where('due.run_at', '<=', value.now)
    .where(isFirstOfLane)
    .orderBy('due.run_at')
    .orderBy('due.seq')
    .limit(value.limit),
);
type Lease = { seqs: readonly number[]; now: number; leasedUntil: number; token: string };
const takeUpTo = (most: number) =>
  compile((db, value: Lease) =>
    db
      .updateTable('job')
      .set((build) => ({
        status: 'running',
        lease_token: value.token,
        run_at: value.leasedUntil,
        attempts: build('attempts', '+', 1),
      }))
      .where('seq', 'in', listOf(value.seqs, most))
      .where('status', 'in', PENDING)
      .where('run_at', '<=', value.now),
  );
const TAKE_ONE = takeUpTo(1);
const TAKE_MANY = takeUpTo(CLAIMED_AT_ONCE);
const seqsOfToken = compile((db, value: { token: string }) =>
  db.selectFrom('job').select('seq').where('lease_token', '=', value.token).where('status', '=', 'running'),
);
const renewLease = compile((db, value: { id: string; token: string; leasedUntil: number }) =>
  db
    .updateTable('job')
    .set({ run_at: value.leasedUntil })
    .where('id', '=', value.id)
    .where('lease_token', '=', value.token)
    .where('status', '=', 'running'),
);
const deleteJob = compile((db, value: { id: string; token: string }) =>
  db.deleteFrom('job').where('id', '=', value.id).where('lease_token', '=', value.token),
);
const putBack = compile(
  (db, value: { id: string; token: string; runAt: number; error: string; uncount: number; status: string }) =>
    db
      .updateTable('job')
      .set((build) => ({
        status: value.status,
        lease_token: null,
        run_at: value.runAt,
        error: value.error,
        attempts: build('attempts', '-', value.uncount),
      }))
      .where('id', '=', value.id)
      .where('lease_token', '=', value.token),
);
const failWaiting = compile((db, value: { pattern: string; kind: string; error: string }) =>
  db
    .updateTable('job')
    .set({ status: 'failed', error: value.error })
    .where('conversation', 'like', value.pattern)
    .where('kind', '=', value.kind)
    .where('status', '=', 'waiting'),
);
const runningTokens = compile((db, _value: object) =>
  db.selectFrom('job').select('lease_token').distinct().where('status', '=', 'running'),
);
const releaseToken = compile((db, value: { token: string; now: number }) =>
  db
    .updateTable('job')
    .set({ status: 'waiting', lease_token: null, run_at: value.now })
    .where('lease_token', '=', value.token)
    .where('status', '=', 'running'),
);
// One status at a time, so that the index gives the first one: over both, all that are stored would be sorted. In one
// statement all the same, or a job could change its status between two.
const earliest = compile((db, value: { pool: string }) => {
  const earliestOf = (status: (typeof PENDING)[number]) =>
    db
      .selectFrom(
        db
          .selectFrom('job as due')
          .select('due.run_at')
          .where('due.pool', '=', value.pool)
          .where('due.status', '=', status)
          .where(isFirstOfLane)
          .orderBy('due.run_at')
          // Spelled out: with a limit that is a parameter it takes a third longer, and this runs after every turn.
          .limit(sql.lit(1))
          .as(status),
      )
      .select(`${status}.run_at`);
  return earliestOf('waiting').unionAll(earliestOf('running'));
});
const countOfConversation = compile((db, value: { conversation: string; kind: string; now: number }) =>
  db
    .selectFrom('job')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('conversation', '=', value.conversation)
    .where('kind', '=', value.kind)
    .where((build) =>
      build.or([
        build('status', '=', 'running'),
        build.and([build('status', '=', 'waiting'), build('run_at', '<=', value.now)]),
      ]),
    ),
);
const anyOfLane = compile((db, value: { lane: string }) =>
  db.selectFrom('job').select('seq').where('lane', '=', value.lane).where('status', 'in', PENDING).limit(1),
);
const forgetSent = compile((db, value: { conversation: string; key: string }) =>
  db
    .deleteFrom('sent_message')
    .where('conversation', '=', value.conversation)
    .where('message_key', '=', value.key),
);
const rememberSent = compile(
  (db, value: { conversation: string; key: string; ref: string; at: number; accountId: string | null }) =>
    db.insertInto('sent_message').values({
      conversation: value.conversation,
      message_key: value.key,
      ref: value.ref,
      sent_at: value.at,
      account_id: value.accountId,
    }),
);
export const sentRef = compile((db, value: { conversation: string; key: string }) =>
  db
    .selectFrom('sent_message')
    .select('ref')
    .where('conversation', '=', value.conversation)
    .where('message_key', '=', value.key),
);

/** `requestId`: the event that the jobs follow from. */
export function* enqueue(jobs: readonly NewJob[], now: number, requestId: string | null = null): Work<void> {
  yield* insertAll(
    insertJob,
    jobs.map((job) => rowOf(uuidv7(), job, now, requestId)),
  );
}

function rowOf(
  id: string,
  { spec, runAt, accountId }: NewJob,
  now: number,
  requestId: string | null,
): NewJobRow {
  const { pool, lane, conversation } = routeOf(spec);
  return {
    id,
    kind: spec.kind,
    pool,
    lane,
    conversation,
    payload: JSON.stringify(spec),
    run_at: runAt,
    created_at: now,
    request_id: requestId,
    account_id: accountId ?? null,
  };
}

/** Stores a recurring job unless it is there already; its id sees to it that of two processes only one does. */
export function* ensureRecurring(spec: JobSpec, now: number): Work<void> {
  const { lane } = routeOf(spec);
  if (yield* first(anyOfLane, { lane })) return;
  yield* run(insertJob, rowOf(`recurring:${spec.kind}`, { spec, runAt: now }, now, null));
}

/** A token says which process of which machine holds a lease, so that a restart can free what a dead one held. */
export function newLeaseToken(): string {
  return `${hostname()}/${process.pid}/${uuidv7()}`;
}

/** Leases the first due jobs of a pool; of several processes that see the same job as due, one gets it. */
export function* claim(
  pool: JobPool,
  limit: number,
  now: number,
  leaseMs: number,
  token: string,
): Work<readonly ClaimedJob[]> {
  const due = yield* all(firstDue, { pool, now, limit: Math.min(limit, CLAIMED_AT_ONCE) });
  if (due.length === 0) return [];
  const seqs = due.map(({ seq }) => seq);
  const lease = { seqs, now, leasedUntil: now + leaseMs, token };
  const taken = yield* run(due.length === 1 ? TAKE_ONE : TAKE_MANY, lease);
  const ours = taken === due.length ? new Set(seqs) : yield* readSeqs(token);
  return due
    .filter(({ seq }) => ours.has(seq))
    .map((row) => ({
      id: row.id,
      // Only `enqueue` writes payloads, from typed specs.
      spec: JSON.parse(row.payload) as JobSpec,
      attempt: row.attempts + 1,
      leaseToken: token,
      createdAt: row.created_at,
      requestId: row.request_id,
      accountId: row.account_id,
    }));
}

function* readSeqs(token: string): Work<ReadonlySet<number>> {
  return new Set((yield* all(seqsOfToken, { token })).map(({ seq }) => seq));
}

export function* renew(jobs: readonly ClaimedJob[], leasedUntil: number): Work<void> {
  for (const job of jobs) yield* run(renewLease, { id: job.id, token: job.leaseToken, leasedUntil });
}

/** @returns false when the lease was lost: somebody else has the job now, and nothing was changed */
export function* complete(job: ClaimedJob, sent: SentMessage | undefined, now: number): Work<boolean> {
  const held = (yield* run(deleteJob, { id: job.id, token: job.leaseToken })) === 1;
  if (held && sent) {
    yield* run(forgetSent, sent);
    yield* run(rememberSent, { ...sent, at: now, accountId: job.accountId });
  }
  return held;
}

export function* release(
  job: ClaimedJob,
  status: 'waiting' | 'failed',
  runAt: number,
  error: string,
  countAttempt: boolean,
): Work<boolean> {
  const changed = yield* run(putBack, {
    id: job.id,
    token: job.leaseToken,
    runAt,
    error: error.slice(0, 1000),
    uncount: countAttempt ? 0 : 1,
    status,
  });
  return changed === 1;
}

/** What cannot be done without the platform. */
const DELIVERIES: readonly JobKind[] = ['send', 'read_cv'];

/** Ids of conversations hold no `%`, and a `_` in one stands for itself well enough. */
export function* giveUpDeliveries(conversationsBeginWith: string, reason: string): Work<void> {
  for (const kind of DELIVERIES) {
    yield* run(failWaiting, { pattern: `${conversationsBeginWith}%`, kind, error: reason });
  }
}

export function* releaseDead(isAlive: (processId: number) => boolean, now: number): Work<number> {
  let released = 0;
  for (const { lease_token: token } of yield* all(runningTokens, {})) {
    const [host, processId] = token?.split('/') ?? [];
    const isOurs = Number(processId) === process.pid;
    if (!token || host !== hostname() || (!isOurs && isAlive(Number(processId)))) continue;
    released += yield* run(releaseToken, { token, now });
  }
  return released;
}

export function* nextDue(pool: JobPool): Work<number | null> {
  const times = (yield* all(earliest, { pool })).map((row) => row.run_at);
  return times.length === 0 ? null : Math.min(...times);
}

export function* countOutstanding(
  conversation: string,
  kinds: readonly JobKind[],
  dueBy: number,
): Work<number> {
  let count = 0;
  for (const kind of kinds) {
    count += (yield* first(countOfConversation, { conversation, kind, now: dueBy }))?.count ?? 0;
  }
  return count;
}

const conversationsWithError = compile((db, value: { error: string }) =>
  db
    .selectFrom('job')
    .select('conversation')
    .distinct()
    .where('status', '=', 'waiting')
    .where('error', '=', value.error)
    .where('conversation', 'is not', null),
);
const bringForwardOf = compile((db, value: { conversation: string; error: string; now: number }) =>
  db
    .updateTable('job')
    .set({ run_at: value.now })
    .where('conversation', '=', value.conversation)
    .where('status', '=', 'waiting')
    .where('error', '=', value.error)
    .where('run_at', '>', value.now),
);
const newestWaiting = compile((db, _value: object) =>
  db
    .selectFrom('job')
    .select((build) => build.fn.max('created_at').as('created_at'))
    .where('status', '=', 'waiting'),
);
const moveBack = compile((db, value: { now: number; byMs: number }) =>
  db
    .updateTable('job')
    .set((build) => ({ run_at: build('run_at', '-', value.byMs) }))
    .where('status', '=', 'waiting')
    .where('run_at', '>', value.now),
);
const storedNow = compile((db, value: { now: number }) =>
  db
    .updateTable('job')
    .set({ created_at: value.now })
    .where('status', '=', 'waiting')
    .where('created_at', '>', value.now),
);

/** Where jobs wait that were put back for this reason. */
export function* readPutBack(reason: string): Work<readonly ConversationId[]> {
  return (yield* all(conversationsWithError, { error: reason })).map(
    (row) => row.conversation as ConversationId,
  );
}

export function* bringForward(
  conversations: readonly ConversationId[],
  reason: string,
  now: number,
): Work<void> {
  for (const conversation of conversations) yield* run(bringForwardOf, { conversation, error: reason, now });
}

export function* followClock(now: number): Work<void> {
  const newest = (yield* first(newestWaiting, {}))?.created_at ?? 0;
  if (newest <= now) return;
  yield* run(moveBack, { now, byMs: newest - now });
  yield* run(storedNow, { now });
}
