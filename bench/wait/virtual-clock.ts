type Timer = {
  readonly callback: () => void;
  readonly everyMs: number | null;
  at: number;
  cancelled: boolean;
};

/** A clock that jumps from one timer to the next. Times are milliseconds since 1970. */
export type VirtualClock = {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Lets time pass until `work` has settled. @throws Error when there is nothing left that it could wait for, or after `limitMs` */
  runUntil<T>(work: Promise<T>, limitMs: number): Promise<T>;
};

/**
 * Runs `work` with timers and `Date.now` of this process on a virtual clock. `setImmediate`, promises and the database stay real, and
 * time stands still until they have come to rest: whatever the program does by itself takes no time, only waiting does.
 */
export async function withVirtualClock<T>(
  startAt: number,
  work: (clock: VirtualClock) => Promise<T>,
): Promise<T> {
  const { setTimeout, setInterval, clearTimeout, clearInterval, setImmediate } = globalThis;
  const dateNow = Date.now;
  const timers = createTimers(startAt);
  let immediates = 0;
  const rest = async () => {
    do await new Promise<void>((resolve) => setImmediate(resolve));
    while (immediates > 0);
  };

  type Callback = (...values: readonly unknown[]) => void;
  Object.assign(globalThis, {
    setTimeout: (callback: Callback, milliseconds = 1, ...values: readonly unknown[]) =>
      timers.add(() => callback(...values), milliseconds, false),
    setInterval: (callback: Callback, milliseconds = 1, ...values: readonly unknown[]) =>
      timers.add(() => callback(...values), milliseconds, true),
    clearTimeout: timers.cancel,
    clearInterval: timers.cancel,
    setImmediate: (callback: Callback, ...values: readonly unknown[]) => {
      immediates += 1;
      return setImmediate(() => {
        immediates -= 1;
        callback(...values);
      });
    },
  });
  Date.now = timers.now;
  try {
    return await work({
      now: timers.now,
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          timers.add(resolve, milliseconds, false);
        }),
      async runUntil(awaited, limitMs) {
        let settled = false;
        const settle = () => {
          settled = true;
        };
        awaited.then(settle, settle);
        const endAt = timers.now() + limitMs;
        await rest();
        while (!settled) {
          if (!timers.advance() || timers.now() > endAt) throw new Error('Somebody waits for ever.');
          await rest();
        }
        return awaited;
      },
    });
  } finally {
    Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval, setImmediate });
    Date.now = dateNow;
  }
}

/** Timers by their time; of the same time in the order in which they were set. */
function createTimers(startAt: number) {
  let time = startAt;
  /** The next one last. */
  const waiting: Timer[] = [];

  function insert(timer: Timer): void {
    let [low, high] = [0, waiting.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((waiting[middle]?.at ?? 0) > timer.at) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, timer);
  }

  return {
    now: () => time,
    add(callback: () => void, milliseconds: number, repeats: boolean): Timer {
      const afterMs = Math.max(1, Math.trunc(milliseconds) || 0);
      const timer = { callback, everyMs: repeats ? afterMs : null, at: time + afterMs, cancelled: false };
      insert(timer);
      return timer;
    },
    cancel(timer: Timer | undefined): void {
      if (timer) timer.cancelled = true;
    },
    /** Goes to the next timer and fires all of that time. @returns false when there is none */
    advance(): boolean {
      while (waiting.at(-1)?.cancelled) waiting.pop();
      const next = waiting.at(-1);
      if (!next) return false;
      time = next.at;
      while (waiting.at(-1)?.at === time) {
        const timer = waiting.pop();
        if (!timer || timer.cancelled) continue;
        timer.callback();
        if (timer.everyMs === null || timer.cancelled) continue;
        timer.at = time + timer.everyMs;
        insert(timer);
      }
      return true;
    },
  };
}
