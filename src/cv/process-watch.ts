import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How long a document may take and how much memory the process may hold meanwhile. */
export type ProcessLimits = { readonly deadlineMs: number; readonly maxMemoryBytes: number };

const WATCH_INTERVAL_MS = 25;

/** Looks after one document's time and memory. */
type Watch = {
  /** Goes on with other limits; the time begins anew. */
  change(limits: ProcessLimits): void;
  stop(): void;
  /** Why the process was ended, if it was. */
  reason(): 'too_slow' | 'too_heavy' | undefined;
};

/** Ends the process when it goes past its limits. */
export function watchProcess(child: ChildProcess, first: ProcessLimits): Watch {
  let reason: 'too_slow' | 'too_heavy' | undefined;
  let limits = first;
  const end = (why: 'too_slow' | 'too_heavy') => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  let deadline = setTimeout(end, limits.deadlineMs, 'too_slow');
  const interval = setInterval(() => {
    if (readMemory(child) > limits.maxMemoryBytes) end('too_heavy');
  }, WATCH_INTERVAL_MS);
  return {
    change(next) {
      limits = next;
      clearTimeout(deadline);
      deadline = setTimeout(end, limits.deadlineMs, 'too_slow');
    },
    stop() {
      clearTimeout(deadline);
      clearInterval(interval);
    },
    reason: () => reason,
  };
}

/** What the process holds in memory; 0 where the system has no `/proc`: there the child guards itself. */
export function readMemory(child: ChildProcess): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
