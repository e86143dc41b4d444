import type { Clock } from '../../support/clock.ts';

/** docs.slack.dev/reference/methods/assistant.threads.setStatus: "A two minute timeout applies". */
const STATUS_MS = 2 * 60_000;
const KEPT = 1_000;

/** A loading indicator ("is thinking…") and how long it showed. */
export type StatusEntry = {
  readonly channelId: string;
  readonly threadTs: string;
  readonly status: string;
  readonly loadingMessages: readonly string[];
  readonly at: number;
  /** When it ended, or ends unless something happens. */
  until: number;
};

export type Statuses = {
  /** All that ever showed, oldest first; the latest 1,000. */
  readonly all: readonly StatusEntry[];
  /** What shows now, in a thread or anywhere in a channel. */
  showing(channelId: string, threadTs?: string): StatusEntry | undefined;
  /** Shows a status instead of the one before; an empty one shows nothing. */
  set(entry: Omit<StatusEntry, 'at' | 'until'>): void;
  /** An answer in the thread takes it away. */
  clear(channelId: string, threadTs: string): void;
};

export function createStatuses({ now }: Pick<Clock, 'now'>): Statuses {
  const all: StatusEntry[] = [];
  const showing = (channelId: string, threadTs?: string) =>
    all.findLast(
      (entry) =>
        entry.channelId === channelId &&
        (threadTs === undefined || entry.threadTs === threadTs) &&
        entry.until > now(),
    );
  const clear = (channelId: string, threadTs: string) => {
    const entry = showing(channelId, threadTs);
    if (entry) entry.until = now();
  };
  return {
    all,
    showing,
    clear,
    set(entry) {
      clear(entry.channelId, entry.threadTs);
      if (entry.status === '') return;
      all.push({ ...entry, at: now(), until: now() + STATUS_MS });
      if (all.length > KEPT) all.shift();
    },
  };
}
