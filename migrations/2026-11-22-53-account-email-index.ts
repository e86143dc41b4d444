import type { Kysely } from 'kysely';

/** An e-mail address belongs to one account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('account_email').on('account').column('email').unique().execute();
}
