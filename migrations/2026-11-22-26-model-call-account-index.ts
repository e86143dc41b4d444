import type { Kysely } from 'kysely';

/** What an account has used today. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('model_call_account').on('model_call').columns(['account_id', 'at']).execute();
}
