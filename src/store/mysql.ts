import type { Pool, PoolConnection } from 'mysql2';
import { MYSQL } from './dialect.ts';
import { CommitUnknown, type Executor } from './executor.ts';
import { isLost, isWorthRepeating } from './mysql-errors.ts';
import { endTransaction, perform } from './mysql-statements.ts';
import { MYSQL_WRITERS, type MysqlPools } from './open-mysql.ts';
import type { Work } from './work.ts';

/** How many waiting works share a transaction. */
const BATCH = 8;
/** After this long a server that is away or a lock that is held means that the work is rejected. */
const GIVE_UP_MS = 10_000;
const FIRST_RETRY_MS = 5;
const LONGEST_RETRY_MS = 500;

type Waiting = {
  readonly work: () => Work<unknown>;
  readonly submittedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Group commit over several connections: works that wait share a transaction, each promise resolving after the commit. When one
 * fails, it is rolled back, and each runs again in a transaction of its own. What fails because of other transactions, or because the server
 * was away before it was told to commit, is repeated for a while.
 */
export function createMysqlExecutor(pools: MysqlPools): Executor {
  let queue: Waiting[] = [];
  let writers = 0;
  let scheduled = false;
  const idle: (() => void)[] = [];

  function schedule(): void {
    if (scheduled || writers >= MYSQL_WRITERS) return;
    scheduled = true;
    setImmediate(begin);
  }

  function begin(): void {
    scheduled = false;
    const batch = queue.slice(0, BATCH);
    queue = queue.slice(BATCH);
    if (batch.length > 0) {
      writers += 1;
      void settle(batch).finally(() => {
        writers -= 1;
        schedule();
        if (queue.length === 0 && writers === 0) for (const tell of idle) tell();
      });
    }
    if (queue.length > 0) schedule();
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    if (batch.length > 1 && (await settleTogether(batch))) return;
    for (const waiting of batch) await settleAlone(waiting);
  }

  /** @returns false when nothing was stored and nobody was told */
  async function settleTogether(batch: readonly Waiting[]): Promise<boolean> {
    try {
      const values = await transaction(batch.map(({ work }) => work));
      batch.forEach(({ resolve }, index) => {
        resolve(values[index]);
      });
      return true;
    } catch (error) {
      if (!(error instanceof CommitUnknown)) return false;
      for (const { reject } of batch) reject(error);
      return true;
    }
  }

  async function settleAlone({ work, submittedAt, resolve, reject }: Waiting): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [value] = await transaction([work]);
        return resolve(value);
      } catch (error) {
        const givesUp = Date.now() - submittedAt > GIVE_UP_MS || !isWorthRepeating(error, attempt);
        if (givesUp) return reject(error);
        await pause(backoffMs(attempt));
      }
    }
  }

  async function transaction(works: readonly (() => Work<unknown>)[]): Promise<readonly unknown[]> {
    const connection = await connect(pools.writing);
    const values: unknown[] = [];
    try {
      for (const work of works) values.push(await perform(connection, work()));
    } catch (error) {
      await endTransaction(connection, 'ROLLBACK').catch(() => undefined);
      throw error;
    }
    await endTransaction(connection, 'COMMIT').catch((error: unknown) => {
      throw isLost(error)
        ? new CommitUnknown('The connection was lost during a commit.', { cause: error })
        : error;
    });
    return values;
  }

  async function read<T>(work: () => Work<T>): Promise<T> {
    const startedAt = Date.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const connection = await connect(pools.reading);
        try {
          return await perform(connection, work());
        } finally {
          await endTransaction(connection, 'COMMIT').catch(() => undefined);
        }
      } catch (error) {
        if (Date.now() - startedAt > GIVE_UP_MS || !isLost(error)) throw error;
        await pause(backoffMs(attempt));
      }
    }
  }

  return {
    dialect: MYSQL,
    submit: <T>(work: () => Work<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, submittedAt: Date.now(), resolve: (value) => resolve(value as T), reject });
        schedule();
      }),
    read,
    // Pages are written anew in place, and the server keeps its own logs.
    scrub: async () => undefined,
    async close() {
      if (queue.length > 0 || writers > 0) await new Promise<void>((resolve) => idle.push(resolve));
      await Promise.all([pools.writing.promise().end(), pools.reading.promise().end()]);
    },
  };
}

function connect(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
  });
}

function backoffMs(attempt: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * Math.random();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
