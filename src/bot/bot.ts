import type { Logger } from 'pino';
import type { ChatAdapter, Receive } from '../chat/adapter.ts';
import type { ConversationId, PlatformUserId } from '../chat/message.ts';
import type { CvReader } from '../cv/read-cv.ts';
import type { JobKind } from '../jobs/job.ts';
import { createWorker } from '../jobs/worker.ts';
import type { Models } from '../model/models.ts';
import type { ErasureList } from '../privacy/erasure-list.ts';
import type { Passwords } from '../secrets/passwords.ts';
import type { Store } from '../store/store.ts';
import { createDispatch } from './dispatch.ts';
import { createHandlers } from './handlers/handlers.ts';
import { NOT_HERE } from './handlers/not-here.ts';
import type { Limits } from './limits.ts';
import type { LiveSettings } from './live-settings.ts';
import type { BotObserver } from './observer.ts';
import { usualQuotaOf } from './quota.ts';
import { DUTIES, type Role } from './role.ts';
import { createSeal } from './seal.ts';
import { createSuggest } from './suggest.ts';

/** Everything that the bot is put together from. */
export type BotParts = {
  readonly store: Store;
  readonly settings: LiveSettings;
  readonly adapters: readonly ChatAdapter[];
  readonly cvReader: CvReader;
  readonly models: Models | null;
  /** Outlives a restored database. */
  readonly erasures: ErasureList;
  readonly passwords: Passwords;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly logger: Logger;
  readonly observer?: BotObserver;
  /** `all` when absent. */
  readonly role?: Role;
  /** Without them, everything that users send is taken. */
  readonly limits?: Limits;
};

export type Bot = {
  /** Takes up the jobs that are stored, then listens on every platform; which of both, its role says. */
  start(): Promise<void>;
  /** Stops listening, finishes what is under way within `graceMs` and hands the rest back. */
  stop(graceMs: number): Promise<void>;
  /** The clock has moved: jobs may have become due. */
  wake(): void;
  /** How many replies a conversation still waits for, due by `dueBy`; what a language model does meanwhile does not count. */
  countReplies(conversation: ConversationId, dueBy: number): Promise<number>;
  /** The same with the grades that an interview is still owed. */
  countOwed(conversation: ConversationId, dueBy: number): Promise<number>;
};

/** What a reply waits for. Without a language model that includes grades and questions: they take milliseconds. */
const REPLIES: readonly JobKind[] = ['send', 'export', 'read_cv', 'answer_admin'];
const GRADES: readonly JobKind[] = ['grade', 'grade_again'];
const BY_MODEL: readonly JobKind[] = [...GRADES, 'make_cv_questions'];

/** Wires the door, the jobs and the platforms together. */
export function createBot(parts: BotParts): Bot {
  const { store, settings, adapters, models, passwords, now, newId, observer } = parts;
  const { limits } = parts;
  const { listens, pools, pollMs } = DUTIES[parts.role ?? 'all'];
  const dispatch = createDispatch({
    store,
    settings,
    now,
    newId,
    wake: () => worker.wake(),
    observer,
    limits,
  });
  const adapterOf = (whom: ConversationId | PlatformUserId) =>
    adapters.find(
      ({ platform, serves }) => whom.startsWith(`${platform}:`) && (serves?.(whom as ConversationId) ?? true),
    ) ?? null;
  const seal = createSeal({ store, passwords, now });
  const handlers = createHandlers({
    ...parts,
    dispatch,
    adapterOf,
  });
  const worker = createWorker({
    ...parts,
    queue: store,
    handlers,
    pools,
    pollMs,
    onWorked: observer?.worked,
  });

  return {
    async start() {
      await eraseAgain(parts);
      await store.releaseDead(isAlive, now());
      await store.followClock(now());
      const here = (await store.readPutBack(NOT_HERE)).filter((conversation) => adapterOf(conversation));
      await store.bringForward(here, NOT_HERE, now());
      await store.ensureHousekeeping(now());
      worker.start();
      if (!listens) return;
      const take: Receive = async (given) => {
        const sealed = seal(given);
        const { incoming, proof } = sealed instanceof Promise ? await sealed : sealed;
        return dispatch.receive(incoming, proof);
      };
      const receive: Receive = (incoming) =>
        take(incoming).catch((error: unknown) => {
          parts.logger.error({ error }, 'An event could not be stored.');
          throw error;
        });
      const suggest = createSuggest(() => settings.current().catalogue);
      await Promise.all(adapters.map((adapter) => adapter.start(receive, suggest)));
    },
    async stop(graceMs) {
      if (listens) await Promise.all(adapters.map((adapter) => adapter.stop()));
      await worker.stop(graceMs);
      await parts.cvReader.close();
      await passwords.close();
      await store.close();
    },
    wake: () => worker.wake(),
    countReplies: (conversation, dueBy) =>
      store.countOutstanding(conversation, models === null ? [...REPLIES, ...BY_MODEL] : REPLIES, dueBy),
    countOwed: (conversation, dueBy) => store.countOutstanding(conversation, [...REPLIES, ...GRADES], dueBy),
  };
}

/**
 * What a restored backup has brought back is gone before anybody can see it.
 * @throws when it cannot be told what that is
 */
async function eraseAgain({ store, erasures, settings, logger }: BotParts): Promise<void> {
  const { unreadable, ...erased } = await store.eraseAgain(erasures.read(), usualQuotaOf(settings.current()));
  if (erased.accounts + erased.identities > 0)
    logger.warn(erased, 'The database was restored; what had been erased since was erased again.');
  if (unreadable > 0)
    throw new Error(
      `The database was restored from a backup, and what was erased since (${unreadable} times) cannot be recognised in it: it was listed with another secret key. Start with the SECRET_KEY (or the file secret.key) of that time; docs/operations.md says more.`,
    );
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
