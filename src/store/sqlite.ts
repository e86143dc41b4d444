import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { SQLITE } from './dialect.ts';
import type { Executor } from './executor.ts';
import type { Call, Work } from './work.ts';

/** How many waiting transactions are committed together. */
const BATCH = 64;
/** Another process holds the write lock for milliseconds; after this long, somebody is stuck. */
const BUSY_RETRY_MS = 5;
const BUSY_GIVE_UP_MS = 10_000;

type Prepared = {
  readonly statement: Database.Statement;
  readonly bind: (values: object | undefined) => readonly unknown[];
};

type Waiting = {
  readonly work: () => Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** Opens a database file with every commit on disk before it is reported: WAL, `synchronous=FULL`, foreign keys on. */
export function openSqlite(path: string): Database.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path, { timeout: 100 });
  db.pragma('journal_mode = WAL');
  // better-sqlite3 is built with NORMAL as the default in WAL mode, which may lose the last commits when power fails.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('wal_autocheckpoint = 4000');
  return db;
}

/**
 * Group commit: transactions that wait are committed together, each promise resolving after the commit. When one fails, the
 * batch is rolled back and run again with a savepoint each, so that it fails alone.
 */
export function createSqliteExecutor(db: Database.Database): Executor {
  const statements = new Map<Call['statement'], Prepared>();
  let queue: Waiting[] = [];
  let scheduled = false;
  let busySince: number | null = null;

  function prepare(statement: Call['statement']): Prepared {
    const known = statements.get(statement);
    if (known) return known;
    const { sql, bind } = statement.in(SQLITE);
    const prepared: Prepared = { statement: db.prepare(sql), bind: bind as Prepared['bind'] };
    statements.set(statement, prepared);
    return prepared;
  }

  function execute(call: Call): unknown {
    const { statement, bind } = prepare(call.statement);
    if (call.returnsRows) return statement.all(...bind(call.values[0]));
    let changes = 0;
    for (const values of call.values) changes += statement.run(...bind(values)).changes;
    return changes;
  }

  function perform<T>(work: Work<T>): T {
    let step = work.next();
    while (!step.done) step = work.next(execute(step.value));
    return step.value;
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    const batch = queue.slice(0, BATCH);
    if (batch.length === 0) return;
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      waitOrReject(error);
      return;
    }
    busySince = null;
    queue = queue.slice(BATCH);
    if (queue.length > 0) schedule();
    commit(batch);
  }

  /** The write lock is held elsewhere: the batch stays in the queue, unless this has gone on for too long. */
  function waitOrReject(error: unknown): void {
    busySince ??= Date.now();
    if (isBusy(error) && Date.now() - busySince < BUSY_GIVE_UP_MS) {
      scheduled = true;
      setTimeout(flush, BUSY_RETRY_MS);
      return;
    }
    busySince = null;
    const rejected = queue;
    queue = [];
    for (const waiting of rejected) waiting.reject(error);
  }

  function commit(batch: readonly Waiting[]): void {
    const settle: (() => void)[] = [];
    try {
      try {
        const values = batch.map(({ work }) => perform(work()));
        batch.forEach(({ resolve }, index) => {
          settle.push(() => resolve(values[index]));
        });
      } catch {
        settle.length = 0;
        rollBack();
        db.exec('BEGIN IMMEDIATE');
        for (const waiting of batch) settle.push(performAlone(waiting));
      }
      db.exec('COMMIT');
    } catch (error) {
      rollBack();
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    for (const tell of settle) tell();
  }

  function performAlone({ work, resolve, reject }: Waiting): () => void {
    db.exec('SAVEPOINT turn');
    try {
      const value = perform(work());
      db.exec('RELEASE turn');
      return () => resolve(value);
    } catch (error) {
      if (!db.inTransaction) throw error;
      db.exec('ROLLBACK TO turn; RELEASE turn');
      return () => reject(error);
    }
  }

  /**
   * `secure_delete` overwrites in the database; the log still has what was there before, until it is brought in and cut off. That
   * needs a moment in which no other process reads.
   */
  async function scrub(): Promise<void> {
    const result: unknown = db.pragma('wal_checkpoint(TRUNCATE)');
    const [state] = result as { busy: number }[];
    if (state?.busy !== 0) throw new Error('The write-ahead log is in use and could not be emptied.');
  }

  function rollBack(): void {
    if (db.inTransaction) db.exec('ROLLBACK');
  }

  return {
    dialect: SQLITE,
    submit: <T>(work: () => Work<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: (value) => resolve(value as T), reject });
        schedule();
      }),
    read: async (work) => perform(work()),
    scrub,
    close: async () => {
      while (queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
      db.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
