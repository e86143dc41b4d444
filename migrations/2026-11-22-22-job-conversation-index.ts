import type { Kysely } from 'kysely';

/** What a conversation still waits for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('job_conversation').on('job').column('conversation').execute();
}
