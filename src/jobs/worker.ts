import type { Logger } from 'pino';
import { inRequest } from '../logging/request.ts';
import type { ClaimedJob, JobKind, JobPool } from './job.ts';
import type { JobQueue, SentMessage } from './queue.ts';

/** What became of a job. `settled`: its outcome was stored, and with it the job was completed. */
export type JobResult =
  | { readonly type: 'done'; readonly sent?: SentMessage }
  | { readonly type: 'settled' }
  /** Later, and it does not count as an attempt: it was not the job's fault. */
  | { readonly type: 'later'; readonly afterMs: number; readonly reason: string };

/** How one attempt at a job went: as its handler said, or `retried` later after a failure, `given_up`, `handed_back` at a stop. */
export type JobEnding = JobResult['type'] | 'retried' | 'given_up' | 'handed_back';

export type JobHandler = (job: ClaimedJob, signal: AbortSignal) => Promise<JobResult>;

/** A failure that trying again cannot mend: the job becomes a dead letter at once. */
export class PermanentFailure extends Error {}

export type Worker = {
  start(): void;
  /** There may be new jobs. */
  wake(): void;
  /** Takes no more jobs, lets those under way finish for `graceMs`, and hands the rest back. */
  stop(graceMs: number): Promise<void>;
};

type Parts = {
  readonly queue: JobQueue;
  readonly handlers: Readonly<Record<JobKind, JobHandler>>;
  /** How many jobs of each pool run at once; none of a pool with 0, which other processes do. */
  readonly pools: Readonly<Record<JobPool, number>>;
  readonly now: () => number;
  /** How often stored jobs are looked for without being woken: other processes may add some without telling. */
  readonly pollMs?: number;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  readonly logger: Logger;
  /** Told how each attempt went. */
  readonly onWorked?: ((kind: JobKind, ending: JobEnding, tookMs: number) => void) | undefined;
};

const LEASE_MS = 30_000;
const RENEW_MS = LEASE_MS / 3;
const USUAL_POLL_MS = 1_000;
const MIN_WAIT_MS = 20;
/** Clocks are corrected by less than this all the time. */
const CLOCK_TOLERANCE_MS = 1_000;
/** How long a job may take to notice that it was told to stop. */
const ABORT_MS = 1_000;
const MAX_ATTEMPTS = 20;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 5 * 60_000;

/** Does the stored jobs, each pool with its own number of hands. */
export function createWorker(parts: Parts): Worker {
  const running = new Map<ClaimedJob, Promise<void>>();
  const stopping = new AbortController();
  const followClock = createClockWatch(parts);
  const pools = (Object.keys(parts.pools) as JobPool[])
    .filter((pool) => parts.pools[pool] > 0)
    .map((pool) => createPool(pool, parts, running, stopping.signal, followClock));
  let renewing: NodeJS.Timeout | undefined;

  return {
    start() {
      renewing = setInterval(() => {
        parts.queue
          .renew([...running.keys()], parts.now() + LEASE_MS)
          .catch((error: unknown) => parts.logger.warn({ error }, 'Leases could not be renewed.'));
      }, RENEW_MS);
      for (const pool of pools) pool.wake();
    },
    wake() {
      for (const pool of pools) pool.wake();
    },
    async stop(graceMs) {
      await Promise.all(pools.map((pool) => pool.stop()));
      await withinMs(graceMs, Promise.all(running.values()));
      stopping.abort();
      await withinMs(ABORT_MS, Promise.all(running.values()));
      clearInterval(renewing);
      const left = [...running.keys()];
      await Promise.all(left.map((job) => parts.queue.retry(job, parts.now(), 'stopped', false)));
    },
  };
}

/** Notices that the clock was set back: an answer would otherwise wait for as long until its silence is over. */
function createClockWatch({ queue, now }: Pick<Parts, 'queue' | 'now'>): () => Promise<void> {
  let latest = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    const wasSetBack = at < latest - CLOCK_TOLERANCE_MS;
    latest = at;
    if (wasSetBack) await queue.followClock(at);
  };
}

function createPool(
  pool: JobPool,
  { queue, handlers, pools, pollMs = USUAL_POLL_MS, now, random, logger, onWorked }: Parts,
  running: Map<ClaimedJob, Promise<void>>,
  signal: AbortSignal,
  followClock: () => Promise<void>,
) {
  let active = 0;
  let stopped = false;
  let claiming = false;
  let wokenMeanwhile = false;
  let timer: NodeJS.Timeout | undefined;
  let claim: Promise<void> = Promise.resolve();

  function wake(): void {
    if (stopped) return;
    if (claiming) {
      wokenMeanwhile = true;
      return;
    }
    claiming = true;
    clearTimeout(timer);
    claim = claimDue().then(planNext, (error: unknown) => {
      logger.error({ error, pool }, 'Jobs could not be claimed.');
      planNext(pollMs);
    });
  }

  /** @returns how long to wait before looking again, unless woken */
  async function claimDue(): Promise<number> {
    await followClock();
    const free = pools[pool] - active;
    if (free === 0) return pollMs;
    const due = await queue.nextDue(pool);
    if (due === null || due > now()) return Math.min(pollMs, due === null ? pollMs : due - now());
    const jobs = await queue.claim(pool, free, now(), LEASE_MS);
    if (stopped) await Promise.all(jobs.map((job) => queue.retry(job, now(), 'stopped', false)));
    else for (const job of jobs) begin(job);
    return MIN_WAIT_MS;
  }

  function planNext(waitMs: number): void {
    claiming = false;
    if (stopped) return;
    if (wokenMeanwhile) {
      wokenMeanwhile = false;
      wake();
      return;
    }
    timer = setTimeout(wake, Math.max(MIN_WAIT_MS, waitMs));
  }

  function begin(job: ClaimedJob): void {
    active += 1;
    const work = inRequest(job.requestId, () => perform(job)).finally(() => {
      active -= 1;
      running.delete(job);
      wake();
    });
    running.set(job, work);
  }

  async function perform(job: ClaimedJob): Promise<void> {
    const startedAt = performance.now();
    const ended = (ending: JobEnding) => onWorked?.(job.spec.kind, ending, performance.now() - startedAt);
    try {
      const result = await handlers[job.spec.kind](job, signal);
      if (result.type === 'done') await queue.complete(job, result.sent);
      if (result.type === 'later') await queue.retry(job, now() + result.afterMs, result.reason, false);
      ended(result.type);
    } catch (error) {
      await giveBack(job, error).then(ended, (second: unknown) =>
        logger.error({ error: second, job: job.id }, 'A job could not be put back; its lease will run out.'),
      );
    }
  }

  async function giveBack(job: ClaimedJob, error: unknown): Promise<JobEnding> {
    const message = error instanceof Error ? error.message : String(error);
    if (signal.aborted) {
      await queue.retry(job, now(), 'stopped', false);
      return 'handed_back';
    }
    if (error instanceof PermanentFailure || job.attempt >= MAX_ATTEMPTS) {
      logger.error({ error, job: job.id, kind: job.spec.kind }, 'A job was given up.');
      await queue.fail(job, message);
      return 'given_up';
    }
    logger.warn(
      { error, job: job.id, kind: job.spec.kind, attempt: job.attempt },
      'A job is tried again later.',
    );
    await queue.retry(job, now() + backoffMs(job.attempt, random), message, true);
    return 'retried';
  }

  return {
    wake,
    /** Takes no more jobs; resolves when what was just being taken is put back. */
    stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      return claim;
    },
  };
}

/** Waits for `work`, but no longer than that. */
async function withinMs(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}

/** Doubles from one second to five minutes, with the upper half left to chance so that failures do not return together. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
  return full / 2 + (random() * full) / 2;
}
