import type { Kysely } from 'kysely';

/** The order within a lane. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('job_lane').on('job').columns(['lane', 'seq']).execute();
}
