import type { CompiledQuery, Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Database } from './schema.ts';

/** A value that is filled in each time the statement runs; `index` says which one of a list. */
class Placeholder {
  readonly name: string;
  readonly index: number | null;
  constructor(name: string, index: number | null = null) {
    this.name = name;
    this.index = index;
  }
}

/** A statement in the words of one dialect, and where each named value goes. */
export type Compiled<Values> = {
  readonly sql: string;
  readonly bind: (values: Values) => readonly unknown[];
};

/** A statement with named values, for any dialect. `Row` is what it returns; `Values` what it takes. */
export type Statement<Values, Row> = {
  readonly in: (dialect: Dialect) => Compiled<Values>;
  /** Only for the type checker. */
  readonly row?: Row;
};

/**
 * A query whose values are named: `compile((db, value: { id: string }) => db.selectFrom('cv').selectAll().where('id', '=', value.id))`.
 * It is compiled once for a dialect, at its first use. The builder sees placeholders; running it later binds the real values in
 * the order the SQL wants them.
 */
export function compile<Values extends object, Row>(
  build: (db: Kysely<Database>, value: Values, dialect: Dialect) => { compile(): CompiledQuery<Row> },
): Statement<Values, Row> {
  const compiled: Partial<Record<Dialect['name'], Compiled<Values>>> = {};
  return {
    in(dialect) {
      compiled[dialect.name] ??= compileFor(dialect, build);
      return compiled[dialect.name] as Compiled<Values>;
    },
  };
}

function compileFor<Values extends object, Row>(
  dialect: Dialect,
  build: (db: Kysely<Database>, value: Values, dialect: Dialect) => { compile(): CompiledQuery<Row> },
): Compiled<Values> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Values;
  const { sql, parameters } = build(dialect.builder, placeholders, dialect).compile();
  return {
    sql,
    bind: (values) =>
      parameters.map((parameter) =>
        parameter instanceof Placeholder ? valueAt(parameter, values) : parameter,
      ),
  };
}

function valueAt<Values extends object>({ name, index }: Placeholder, values: Values): unknown {
  const value = values[name as keyof Values];
  if (index === null) return value;
  const list = value as readonly unknown[];
  return list[Math.min(index, list.length - 1)];
}

/**
 * A list of up to `most` values for `in`: the statement has that many places, and the last value fills those that are left. It must
 * not be empty.
 */
export function listOf<T>(value: readonly T[], most: number): readonly T[] {
  const { name } = value as unknown as Placeholder;
  return Array.from({ length: most }, (_, index) => new Placeholder(name, index) as T);
}
