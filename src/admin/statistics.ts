import { type FormatName, planOf } from '../interview/formats.ts';
import type { Overall, SessionStatus } from '../interview/state.ts';
import type { Position } from '../questions/question.ts';

/** How many interviews are in a state, by what they are for. */
export type StateCount = {
  readonly status: SessionStatus;
  readonly position: Position | null;
  readonly count: number;
};

/** An interview as far as statistics look at it. */
export type SessionFigures = {
  readonly status: SessionStatus;
  readonly format: FormatName;
  readonly asked: number;
  readonly overall: Overall | null;
  readonly lastActivityAt: number;
  readonly finishedAt: number | null;
};

export type AccountCounts = { readonly all: number; readonly recent: number; readonly banned: number };

/** What calls to language models cost since a moment; `costMicros` counts only calls whose price is configured. */
export type ModelCost = {
  readonly provider: string;
  readonly calls: number;
  readonly tokens: number;
  readonly costMicros: number | null;
};

export type WeekFigures = {
  /** The Monday it begins with, 0:00 UTC. */
  readonly from: number;
  readonly begun: number;
  /** Share of those that are over in which every question was asked, 0–1. */
  readonly completed: number | null;
  readonly medianScore: number | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;
export const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** The Mondays (0:00 UTC) of the last weeks, the current one first. */
export function lastMondays(now: number, count: number): readonly number[] {
  const current = now - ((now - FIRST_MONDAY_MS) % WEEK_MS);
  return Array.from({ length: count }, (_, index) => current - index * WEEK_MS);
}

export function weekFigures(from: number, sessions: readonly SessionFigures[]): WeekFigures {
  const over = sessions.filter(({ status }) => status === 'finished' || status === 'cancelled');
  const complete = over.filter(
    ({ status, format, asked }) => status === 'finished' && asked >= planOf(format).length,
  );
  return {
    from,
    begun: sessions.length,
    completed: over.length === 0 ? null : complete.length / over.length,
    medianScore: quantile(
      sessions.flatMap(({ overall }) => overall?.score ?? []),
      0.5,
    ),
  };
}

/** How long candidates waited for their evaluation after the last thing they did, in milliseconds. */
export function waitsOf(sessions: readonly SessionFigures[]): readonly number[] {
  return sessions.flatMap(({ status, finishedAt, lastActivityAt }) =>
    status === 'finished' && finishedAt !== null ? [Math.max(0, finishedAt - lastActivityAt)] : [],
  );
}

/** By nearest rank; `null` without values. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
