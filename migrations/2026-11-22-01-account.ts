import type { Kysely } from 'kysely';

/** Somebody who practises, whatever platforms they come from. `session_quota` overrides the configured quota; `pending_cv` waits for consent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('locale', 'varchar(8)', (column) => column.notNull())
    .addColumn('consent_at', 'bigint')
    .addColumn('consent_providers', 'varchar(1000)', (column) => column.notNull())
    .addColumn('pending_cv', 'varchar(4000)')
    .addColumn('session_quota', 'integer')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}
