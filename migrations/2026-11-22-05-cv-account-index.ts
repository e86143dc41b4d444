import type { Kysely } from 'kysely';

/** CVs of an account, in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('cv_account').on('cv').columns(['account_id', 'uploaded_at']).execute();
}
