import type { Dialect } from './dialect.ts';
import type { Work } from './work.ts';

/** Runs database work. `submit` is one transaction, durable when it resolves; `read` sees what is committed. */
export interface Executor {
  readonly dialect: Dialect;
  submit<T>(work: () => Work<T>): Promise<T>;
  read<T>(work: () => Work<T>): Promise<T>;
  /** Leaves nothing of what was deleted in the files. Rejects while others keep it from that. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** The connection was lost during a commit: nobody can say whether the transaction was stored. */
export class CommitUnknown extends Error {}
