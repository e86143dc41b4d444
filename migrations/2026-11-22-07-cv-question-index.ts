import type { Kysely } from 'kysely';

/** Unused questions of a CV for a position. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('cv_question_unused')
    .on('cv_question')
    .columns(['cv_id', 'position', 'used_at'])
    .execute();
}
