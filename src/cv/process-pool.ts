import type { PdfProcess } from './pdf-process.ts';

/** What a job made of a process; `keep` says whether it is fit for another job. */
export type JobResult<Result> = { readonly result: Result; readonly keep: boolean };
export type Job<Result> = (process: PdfProcess) => Promise<JobResult<Result>>;

/** Lends out a few processes: started when first needed, reused while fit, one kept warm. */
export type ProcessPool = {
  /**
   * Runs the job when a process is free, in the order of the calls.
   * @throws what the job throws; the signal's reason, after ending the process; an `Error` when the pool is closed.
   */
  run<Result>(job: Job<Result>, signal?: AbortSignal): Promise<Result>;
  /** Ends all processes; what runs or waits rejects. */
  close(): Promise<void>;
};

type Slot = { readonly process: PdfProcess; jobs: number; busy: boolean; idleTimer?: NodeJS.Timeout };

/** A process is replaced after so many jobs, in case that it keeps a little of each. */
const MAX_JOBS_PER_PROCESS = 100;
/** One process stays warm; another one that had nothing to do for so long ends. */
const SPARE_IDLE_MS = 30_000;

export function createProcessPool(maxProcesses: number, start: () => PdfProcess): ProcessPool {
  const slots = new Set<Slot>();
  const waiting: ((slot: Slot) => void)[] = [];
  const closing = new AbortController();

  function open(): Slot {
    const slot: Slot = { process: start(), jobs: 0, busy: false };
    slots.add(slot);
    // Whoever borrows it learns of a failed start; a process that is only being warmed must not raise it.
    slot.process.ready.catch(() => undefined);
    return slot;
  }

  function drop(slot: Slot): Promise<void> {
    clearTimeout(slot.idleTimer);
    slots.delete(slot);
    return slot.process.kill();
  }

  function findFree(): Slot | undefined {
    for (const slot of slots) {
      if (slot.busy) continue;
      if (slot.process.isAlive()) return slot;
      void drop(slot);
    }
    return slots.size < maxProcesses ? open() : undefined;
  }

  function occupy(slot: Slot): Slot {
    slot.busy = true;
    slot.jobs += 1;
    clearTimeout(slot.idleTimer);
    return slot;
  }

  async function borrow(signal: AbortSignal): Promise<Slot> {
    signal.throwIfAborted();
    const slot = waiting.length === 0 ? findFree() : undefined;
    return slot ? occupy(slot) : waitForTurn(signal);
  }

  function waitForTurn(signal: AbortSignal): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const take = (slot: Slot) => {
        signal.removeEventListener('abort', leave);
        resolve(slot);
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(take);
    });
  }

  function giveBack(slot: Slot, keep: boolean): void {
    slot.busy = false;
    if (!keep || slot.jobs >= MAX_JOBS_PER_PROCESS) void drop(slot);
    if (closing.signal.aborted) return;
    const next = waiting[0] ? findFree() : undefined;
    if (next) waiting.shift()?.(occupy(next));
    else if (slots.size === 0) open();
    else if (slots.has(slot) && [...slots].some((other) => other !== slot && !other.busy)) {
      slot.idleTimer = setTimeout(drop, SPARE_IDLE_MS, slot).unref();
    }
  }

  return {
    async run<Result>(job: Job<Result>, signal?: AbortSignal): Promise<Result> {
      const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const slot = await borrow(either);
      const stop = () => void slot.process.kill();
      either.addEventListener('abort', stop, { once: true });
      let keep = true;
      try {
        // It may have been aborted between the loan and now, when nothing listened.
        either.throwIfAborted();
        keep = false;
        await slot.process.ready;
        const done = await job(slot.process);
        keep = done.keep;
        either.throwIfAborted();
        return done.result;
      } catch (error) {
        either.throwIfAborted();
        throw error;
      } finally {
        either.removeEventListener('abort', stop);
        giveBack(slot, keep);
      }
    },
    async close() {
      closing.abort(new Error('The CV reader is closed'));
      await Promise.all([...slots].map(drop));
    },
  };
}
