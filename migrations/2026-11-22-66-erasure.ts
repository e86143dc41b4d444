import type { Kysely } from 'kysely';

/** Erasures that this database has carried out. What the list beside it has more, was erased after this copy was made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasure')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('erased_at', 'bigint', (column) => column.notNull())
    .execute();
}
