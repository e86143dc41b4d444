import type { Kysely } from 'kysely';

/** Identities that were banned when their account was erased, as keyed hashes: the ban waits for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_ban')
    .addColumn('identity_hash', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('banned_at', 'bigint', (column) => column.notNull())
    .execute();
}
