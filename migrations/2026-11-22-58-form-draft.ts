import type { Kysely } from 'kysely';

/** What somebody entered in a form that has to be corrected, as JSON, so that they need not type it again. Never a secret. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('form_draft')
    .addColumn('identity_id', 'varchar(191)', (column) =>
      column.primaryKey().references('identity.id').onDelete('cascade'),
    )
    .addColumn('fields', 'varchar(4000)', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .execute();
}
