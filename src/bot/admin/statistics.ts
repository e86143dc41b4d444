import {
  type AccountCounts,
  lastMondays,
  type ModelCost,
  quantile,
  type SessionFigures,
  type StateCount,
  WEEK_MS,
  type WeekFigures,
  waitsOf,
  weekFigures,
} from '../../admin/statistics.ts';
import type { AdminQueries } from '../../store/admin/queries.ts';
import { type AdminCommand, say } from './command.ts';
import { statisticsView } from './views/statistics-view.ts';

export type Statistics = {
  readonly accounts: AccountCounts;
  readonly states: readonly StateCount[];
  /** Newest first. */
  readonly weeks: readonly WeekFigures[];
  /** In milliseconds, over the same weeks; `null` when nobody waited yet. */
  readonly waits: { readonly count: number; readonly p50Ms: number | null; readonly p95Ms: number | null };
  readonly costs: readonly ModelCost[];
};

const WEEKS = 8;
const COST_MS = 30 * 24 * 60 * 60 * 1000;

/** Counts of everything, by week, with waiting times and cost. */
export const stats: AdminCommand = async ({ store, texts, now }) =>
  say(statisticsView(texts, await readStatistics(store.admin, now())));

/** Reads week after week, so that no single read takes long. */
async function readStatistics(queries: AdminQueries, now: number): Promise<Statistics> {
  const weeks: { from: number; sessions: readonly SessionFigures[] }[] = [];
  for (const from of lastMondays(now, WEEKS)) {
    weeks.push({ from, sessions: await queries.readSessionsBegun(from, from + WEEK_MS) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const waits = weeks.flatMap(({ sessions }) => waitsOf(sessions));
  return {
    accounts: await queries.countAccounts(now - WEEK_MS),
    states: await queries.countStates(),
    weeks: weeks
      .filter(({ sessions }) => sessions.length > 0)
      .map(({ from, sessions }) => weekFigures(from, sessions)),
    waits: { count: waits.length, p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95) },
    costs: await queries.readModelCosts(now - COST_MS),
  };
}
