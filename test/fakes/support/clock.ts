/** Time as a stand-in sees it: it flows like the real one, or stands still, and a test may skip ahead. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `action` once that much time has flowed or been skipped; the result calls it off. */
  after(delayMs: number, action: () => void): () => void;
  /** Skips ahead; what falls due runs at once, in order. */
  advance(milliseconds: number): void;
  close(): void;
};

type Timer = { readonly dueAt: number; readonly action: () => void; handle: NodeJS.Timeout };

/**
 * Deadlines of seconds and minutes need not be slept through.
 * @param flows `false` for one that stands still until `advance`: no deadline passes because a machine is slow.
 */
export function createClock({ flows = true }: { readonly flows?: boolean } = {}): Clock {
  const timers = new Set<Timer>();
  const startedAt = Date.now();
  let skippedMs = 0;
  const now = () => (flows ? Date.now() : startedAt) + skippedMs;

  const fire = (timer: Timer) => {
    if (!timers.delete(timer)) return;
    clearTimeout(timer.handle);
    timer.action();
  };
  const arm = (timer: Timer) => {
    clearTimeout(timer.handle);
    if (flows) timer.handle = setTimeout(fire, Math.max(0, timer.dueAt - now()), timer).unref();
  };

  return {
    now,
    after(delayMs, action) {
      const timer: Timer = { dueAt: now() + delayMs, action, handle: setTimeout(() => undefined, 0) };
      timers.add(timer);
      arm(timer);
      return () => {
        clearTimeout(timer.handle);
        timers.delete(timer);
      };
    },
    advance(milliseconds) {
      skippedMs += milliseconds;
      const due = [...timers].filter(({ dueAt }) => dueAt <= now()).sort((a, b) => a.dueAt - b.dueAt);
      for (const timer of due) fire(timer);
      for (const timer of timers) arm(timer);
    },
    close() {
      for (const { handle } of timers) clearTimeout(handle);
      timers.clear();
    },
  };
}
