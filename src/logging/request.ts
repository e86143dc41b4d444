import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs work on behalf of an event: every log line written meanwhile names it. */
export function inRequest<T>(request: string | null, work: () => T): T {
  return request === null ? work() : storage.run(request, work);
}

/** The event that is being worked for, by its id; `undefined` outside of any. */
export function currentRequest(): string | undefined {
  return storage.getStore();
}
