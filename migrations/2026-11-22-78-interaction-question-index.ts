import type { Kysely } from 'kysely';

/** How each question has been answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('interaction_question').on('interaction').column('question_id').execute();
}
