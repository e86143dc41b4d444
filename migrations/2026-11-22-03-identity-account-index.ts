import type { Kysely } from 'kysely';

/** Identities of an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('identity_account').on('identity').column('account_id').execute();
}
