import type { JobKind } from '../jobs/job.ts';
import { compile } from './statement.ts';
import type { JobFigures } from './store.ts';
import { all, type Work } from './work.ts';

const byKind = compile((db, value: { now: number }) =>
  db
    .selectFrom('job')
    .select(({ fn }) => [
      'kind',
      'status',
      fn.countAll<number>().as('count'),
      fn.min<number>('run_at').as('oldest'),
    ])
    .where((where) => where.or([where('status', '<>', 'waiting'), where('run_at', '<=', value.now)]))
    .groupBy(['kind', 'status']),
);

/** What is due, under way or given up, by kind; what waits for its time is left out. */
export function* readJobFigures(now: number): Work<readonly JobFigures[]> {
  const rows = yield* all(byKind, { now });
  return rows.map(({ kind, status, count, oldest }) => ({
    kind: kind as JobKind,
    status: status === 'waiting' ? 'due' : (status as 'running' | 'failed'),
    count: Number(count),
    oldestDueAt: Number(oldest),
  }));
}
