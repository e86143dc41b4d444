import type { Kysely } from 'kysely';

/** An account that became part of another one: work that was under way for it finds its new owner here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account_alias')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('merged_at', 'bigint', (column) => column.notNull())
    .execute();
}
