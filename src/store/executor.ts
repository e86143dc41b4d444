import type { Work } from './work.ts';

/** Runs database work. `submit` is one transaction, durable when it resolves; `read` sees what is committed. */
export interface Executor {
  submit<T>(work: () => Work<T>): Promise<T>;
  read<T>(work: () => Work<T>): Promise<T>;
  close(): Promise<void>;
}
