import type { Kysely } from 'kysely';

/** One-time codes that attach an identity to an account; `identity_id` where only one may use it. The code itself is not kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_code')
    .addColumn('code_hash', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('identity_id', 'varchar(191)', (column) =>
      column.references('identity.id').onDelete('cascade'),
    )
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
