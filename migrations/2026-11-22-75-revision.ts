import type { Kysely } from 'kysely';

/** Grows whenever what every process keeps in memory has changed: looked at to know whether to read it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revision')
    .addColumn('name', 'varchar(32)', (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute();
}
