import type { Kysely } from 'kysely';

/** The open interview of an account, and its history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('session_account').on('session').columns(['account_id', 'status']).execute();
}
