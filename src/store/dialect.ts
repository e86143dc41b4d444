import {
  DummyDriver,
  Kysely,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from './schema.ts';

/** Everything in which the databases differ as far as statements are concerned. */
export type Dialect = {
  readonly name: 'sqlite' | 'mysql';
  /** A query builder that compiles and never runs. */
  readonly builder: Kysely<Database>;
  /** Other transactions write while one runs: what a decision rests on has to be locked. SQLite has one writer at a time. */
  readonly hasManyWriters: boolean;
};

export const SQLITE: Dialect = {
  name: 'sqlite',
  builder: new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  hasManyWriters: false,
};

/** MySQL 8 and MariaDB: only what both of them understand. */
export const MYSQL: Dialect = {
  name: 'mysql',
  builder: new Kysely<Database>({
    dialect: {
      createAdapter: () => new MysqlAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new MysqlIntrospector(db),
      createQueryCompiler: () => new MysqlQueryCompiler(),
    },
  }),
  hasManyWriters: true,
};
