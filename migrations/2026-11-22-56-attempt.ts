import type { Kysely } from 'kysely';

/** Failed attempts at passwords and codes, counted by whom or at what, which stands here as a keyed hash only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempt')
    .addColumn('subject_hash', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('locked_until', 'bigint', (column) => column.notNull())
    .execute();
}
