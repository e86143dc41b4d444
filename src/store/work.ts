import type { Statement } from './statement.ts';

/** One statement to be run. */
export type Call = {
  readonly statement: Statement<never, unknown>;
  /** The values of each time that it runs; more than once only to insert several rows. */
  readonly values: readonly object[];
  readonly returnsRows: boolean;
};

/**
 * Database work as a generator: it yields statements and is given their results. Who runs it decides how: SQLite
 * without ever yielding to the event loop, MySQL by awaiting. So a turn is written once.
 */
export type Work<T> = Generator<Call, T, unknown>;

export function* all<Values extends object, Row>(
  statement: Statement<Values, Row>,
  values: Values,
): Work<readonly Row[]> {
  return (yield { statement, values: [values], returnsRows: true }) as readonly Row[];
}

export function* first<Values extends object, Row>(
  statement: Statement<Values, Row>,
  values: Values,
): Work<Row | undefined> {
  return (yield* all(statement, values))[0];
}

/** @returns how many rows were changed (matched, where nothing in them differs) */
export function* run<Values extends object, Row>(
  statement: Statement<Values, Row>,
  values: Values,
): Work<number> {
  return (yield { statement, values: [values], returnsRows: false }) as number;
}

/** Runs an insert for each of the rows, in their order. */
export function* insertAll<Values extends object, Row>(
  statement: Statement<Values, Row>,
  rows: readonly Values[],
): Work<void> {
  if (rows.length > 0) yield { statement, values: rows, returnsRows: false };
}
