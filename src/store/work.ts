import type { Statement } from './statement.ts';

/** One statement to be run, with its values. */
export type Call = {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly returnsRows: boolean;
};

/**
 * Database work as a generator: it yields statements and is given their results. Who runs it decides how: SQLite
 * without ever yielding to the event loop, MySQL by awaiting. So a turn is written once.
 */
export type Work<T> = Generator<Call, T, unknown>;

export function* all<Values, Row>(statement: Statement<Values, Row>, values: Values): Work<readonly Row[]> {
  return (yield { sql: statement.sql, values: statement.bind(values), returnsRows: true }) as readonly Row[];
}

export function* first<Values, Row>(
  statement: Statement<Values, Row>,
  values: Values,
): Work<Row | undefined> {
  return (yield* all(statement, values))[0];
}

/** @returns how many rows were changed */
export function* run<Values, Row>(statement: Statement<Values, Row>, values: Values): Work<number> {
  return (yield { sql: statement.sql, values: statement.bind(values), returnsRows: false }) as number;
}
