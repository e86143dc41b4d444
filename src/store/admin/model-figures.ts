import { sql } from 'kysely';
import type { RecordedCall } from '../../admin/model-figures.ts';
import { compile } from '../statement.ts';
import { all, type Work } from '../work.ts';

const newestCalls = compile((db, value: { since: number; limit: number }) =>
  db
    .selectFrom('model_call')
    .select(['provider', 'latency_ms', 'outcome'])
    .where('at', '>=', value.since)
    .orderBy('at', 'desc')
    .limit(sql<number>`${value.limit}`),
);

/** The newest calls since a moment, of all processes. */
export function* readRecordedCalls(since: number, limit: number): Work<readonly RecordedCall[]> {
  const rows = yield* all(newestCalls, { since, limit });
  return rows.map(({ provider, latency_ms, outcome }) => ({
    provider,
    latencyMs: latency_ms,
    outcome: outcome as RecordedCall['outcome'],
  }));
}
