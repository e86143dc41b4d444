import type { ConversationId, SentRef } from '../chat/message.ts';
import type { ClaimedJob, JobKind, JobPool, NewJob } from './job.ts';

/** A sent message that a later one may edit. */
export type SentMessage = {
  readonly conversation: ConversationId;
  readonly key: string;
  readonly ref: SentRef;
};

/**
 * Stored jobs. At least once each; those of a lane in order; a job that waits for its next attempt holds back its own
 * lane only. Whoever lost the lease (it ran out and somebody else took the job) changes nothing any more.
 */
export interface JobQueue {
  /** Stores jobs that do not follow from a turn, such as the recurring ones. */
  enqueue(jobs: readonly NewJob[]): Promise<void>;
  /** Takes up to `limit` due jobs of a pool, first of their lanes, and leases them for `leaseMs`. */
  claim(pool: JobPool, limit: number, now: number, leaseMs: number): Promise<readonly ClaimedJob[]>;
  /** Extends the leases of jobs that are still being worked on. */
  renew(jobs: readonly ClaimedJob[], leasedUntil: number): Promise<void>;
  /** The job is done. Remembers a sent message in the same step. @returns false when the lease was lost */
  complete(job: ClaimedJob, sent?: SentMessage): Promise<boolean>;
  /** Puts the job back until `runAt`; `countAttempt: false` when it is not the job's fault. */
  retry(job: ClaimedJob, runAt: number, error: string, countAttempt: boolean): Promise<boolean>;
  /** Gives the job up: it stays as a dead letter and no longer holds back its lane. */
  fail(job: ClaimedJob, error: string): Promise<boolean>;
  /** Frees what processes of this machine that no longer run have left leased. @returns how many jobs */
  releaseDead(isAlive: (processId: number) => boolean, now: number): Promise<number>;
  /** Conversations with jobs that were put back for this reason. */
  readPutBack(reason: string): Promise<readonly ConversationId[]>;
  /** Makes those jobs due now. */
  bringForward(conversations: readonly ConversationId[], reason: string, now: number): Promise<void>;
  /** Where the clock was set back, what was to be done later becomes due as much later from now on. */
  followClock(now: number): Promise<void>;
  /** When the next job of a pool is due; `null` when there is none. */
  nextDue(pool: JobPool): Promise<number | null>;
  /** How many jobs of these kinds a conversation still waits for, under way or due by `dueBy`. */
  countOutstanding(conversation: ConversationId, kinds: readonly JobKind[], dueBy: number): Promise<number>;
}
