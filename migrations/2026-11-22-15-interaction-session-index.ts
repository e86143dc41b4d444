import type { Kysely } from 'kysely';

/** Questions of an interview in order; a place is filled once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('interaction_session')
    .on('interaction')
    .columns(['session_id', 'ordinal'])
    .unique()
    .execute();
}
