import type { Kysely } from 'kysely';

/** Interviews that an admin gave somebody beside the usual ones. `granted_by` is a platform user, or empty once that is erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('quota_grant')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('granted_by', 'varchar(191)', (column) => column.notNull())
    .addColumn('reason', 'varchar(500)', (column) => column.notNull())
    .addColumn('granted_at', 'bigint', (column) => column.notNull())
    .execute();
}
