import type { Kysely } from 'kysely';

/** A username belongs to one account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('account_username').on('account').column('username_key').unique().execute();
}
