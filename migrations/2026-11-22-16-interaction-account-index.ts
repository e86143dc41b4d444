import type { Kysely } from 'kysely';

/** What an account was asked before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('interaction_account')
    .on('interaction')
    .columns(['account_id', 'question_id'])
    .execute();
}
