import { type Kysely, MysqlAdapter, sql } from 'kysely';

/** On MySQL an integer counts two thousand million jobs, which is too few; SQLite's has 64 bits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof MysqlAdapter)) return;
  await sql`alter table job modify column seq bigint not null auto_increment`.execute(db);
}
