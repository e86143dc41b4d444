import type { Kysely } from 'kysely';

/** Who changed what, and when. Only ever added to; the ids grow with time. No foreign keys: a line outlives what it names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'varchar(191)', (column) => column.notNull())
    .addColumn('actor_name', 'varchar(191)', (column) => column.notNull())
    .addColumn('place', 'varchar(191)')
    .addColumn('action', 'varchar(32)', (column) => column.notNull())
    .addColumn('subject', 'varchar(191)')
    .addColumn('detail', 'varchar(1000)')
    .execute();
}
