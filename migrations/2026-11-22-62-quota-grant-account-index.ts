import type { Kysely } from 'kysely';

/** Grants are looked up by account, whenever interviews are counted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('quota_grant_account').on('quota_grant').column('account_id').execute();
}
