import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from './schema.ts';

/** A value that is filled in each time the statement runs. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** SQL compiled once, with where each named value goes. `Row` is what it returns; `Values` what it takes. */
export type Statement<Values, Row> = {
  readonly sql: string;
  readonly bind: (values: Values) => readonly unknown[];
  /** Only for the type checker. */
  readonly row?: Row;
};

/** A query builder that compiles and never runs. */
const builder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * Compiles a query whose values are named: `compile((db, value: { id: string }) => db.selectFrom('cv').selectAll().where('id', '=', value.id))`.
 * The builder sees placeholders; running it later binds the real values in the order the SQL wants them.
 */
export function compile<Values extends object, Row>(
  build: (db: Kysely<Database>, value: Values) => { compile(): CompiledQuery<Row> },
): Statement<Values, Row> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Values;
  const { sql, parameters } = build(builder, placeholders).compile();
  return {
    sql,
    bind: (values) =>
      parameters.map((parameter) =>
        parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
      ),
  };
}
