import type { Kysely } from 'kysely';

/** Old events, to be forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('event_received').on('event').column('received_at').execute();
}
