import type { Kysely } from 'kysely';

/** Erasing an account looks its ratings up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('peer_rating_account').on('peer_rating').column('account_id').execute();
}
