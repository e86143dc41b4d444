import type { AccountCounts, ModelCost, SessionFigures, StateCount } from '../../admin/statistics.ts';
import type { FormatName } from '../../interview/formats.ts';
import type { SessionStatus } from '../../interview/state.ts';
import type { Position } from '../../questions/question.ts';
import { overallColumn } from '../json.ts';
import { compile } from '../statement.ts';
import { all, first, type Work } from '../work.ts';

const accountCounts = compile((db, value: { since: number }) =>
  db.selectFrom('account').select(({ fn, case: when, lit, eb }) => [
    fn.countAll<number>().as('all'),
    fn
      .coalesce(
        fn.sum<number>(when().when('created_at', '>=', value.since).then(lit(1)).else(lit(0)).end()),
        lit(0),
      )
      .as('recent'),
    fn
      .coalesce(
        fn.sum<number>(
          when()
            .when(eb('banned_at', 'is not', null))
            .then(lit(1))
            .else(lit(0))
            .end(),
        ),
        lit(0),
      )
      .as('banned'),
  ]),
);
const stateCounts = compile((db, _value: object) =>
  db
    .selectFrom('session')
    .select(['status', 'position'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['status', 'position']),
);
const sessionsBegun = compile((db, value: { from: number; until: number }) =>
  db
    .selectFrom('session')
    .select(['status', 'format', 'asked', 'overall', 'last_activity_at', 'finished_at'])
    .where('started_at', '>=', value.from)
    .where('started_at', '<', value.until),
);
const costs = compile((db, value: { since: number }) =>
  db
    .selectFrom('model_call')
    .select('provider')
    .select(({ fn, lit }) => [
      fn.countAll<number>().as('calls'),
      fn.coalesce(fn.sum<number>('input_tokens'), lit(0)).as('input'),
      fn.coalesce(fn.sum<number>('output_tokens'), lit(0)).as('output'),
      fn.sum<number | null>('cost_micros').as('cost'),
    ])
    .where('at', '>=', value.since)
    .groupBy('provider')
    .orderBy('provider'),
);

export function* countAccounts(since: number): Work<AccountCounts> {
  return (yield* first(accountCounts, { since })) ?? { all: 0, recent: 0, banned: 0 };
}

export function* countStates(): Work<readonly StateCount[]> {
  const rows = yield* all(stateCounts, {});
  return rows.map(({ status, position, count }) => ({
    status: status as SessionStatus,
    position: position as Position | null,
    count,
  }));
}

export function* readSessionsBegun(from: number, until: number): Work<readonly SessionFigures[]> {
  const rows = yield* all(sessionsBegun, { from, until });
  return rows.map((row) => ({
    status: row.status as SessionStatus,
    format: row.format as FormatName,
    asked: row.asked,
    overall: row.overall === null ? null : overallColumn.read(row.overall),
    lastActivityAt: row.last_activity_at,
    finishedAt: row.finished_at,
  }));
}

export function* readModelCosts(since: number): Work<readonly ModelCost[]> {
  const rows = yield* all(costs, { since });
  return rows.map(({ provider, calls, input, output, cost }) => ({
    provider,
    calls,
    tokens: input + output,
    costMicros: cost,
  }));
}
