import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PasswordAnswer, PasswordTask } from './password-thread.ts';

/** Hashes passwords and compares them, in a thread of its own: each takes a good part of a second of pure computing. */
export type Passwords = {
  /** `owner` is whoever asks: one cannot make all the others wait. @throws BusyError when too many are waiting */
  hash(owner: string, password: string): Promise<string>;
  /** Compares in constant time; with `null`, where there is no such account, it takes as long and is never true. @throws BusyError */
  matches(owner: string, password: string, hash: string | null): Promise<boolean>;
  /** Ends the thread; what is under way rejects. */
  close(): Promise<void>;
};

/** Too many passwords are waiting: trying again in a moment helps. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

const COST = 12;
/** At three a second, nobody waits longer than some ten seconds. */
const MOST_WAITING = 32;
const MOST_WAITING_OF_ONE = 2;

type Waiting = {
  readonly owner: string;
  readonly resolve: (result: string | boolean) => void;
  readonly reject: (error: Error) => void;
};
type Task = PasswordTask extends infer Each
  ? Each extends { id: number }
    ? Omit<Each, 'id'>
    : never
  : never;

/** @param cost of bcrypt: each one more takes twice as long. Lower only in tests. */
export function createPasswords(cost = COST): Passwords {
  /** Of the right form and cost, and nobody's. */
  const nobodys = `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let ids = 0;

  function fail(from: Worker, error: Error): void {
    if (thread !== from) return;
    thread = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    // Beside this file, as TypeScript or built.
    const file = new URL(`./password-thread${extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(file, { env: {}, name: 'passwords' });
    started.on('message', ({ id, result }: PasswordAnswer) => {
      waiting.get(id)?.resolve(result);
      waiting.delete(id);
    });
    started.on('error', (error) => fail(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => fail(started, new Error('The thread for passwords has ended.')));
    started.unref();
    return started;
  }

  function run(owner: string, task: Task): Promise<string | boolean> {
    const own = [...waiting.values()].filter((each) => each.owner === owner);
    if (waiting.size >= MOST_WAITING || own.length >= MOST_WAITING_OF_ONE) {
      return Promise.reject(new BusyError('Too many passwords are waiting.'));
    }
    thread ??= start();
    const id = ++ids;
    const result = new Promise<string | boolean>((resolve, reject) => {
      waiting.set(id, { owner, resolve, reject });
    });
    thread.postMessage({ ...task, id });
    return result;
  }

  return {
    hash: async (owner, password) => String(await run(owner, { type: 'hash', password, cost })),
    async matches(owner, password, hash) {
      const result = await run(owner, { type: 'compare', password, hash: hash ?? nobodys });
      return hash !== null && result === true;
    },
    async close() {
      await thread?.terminate();
    },
  };
}
