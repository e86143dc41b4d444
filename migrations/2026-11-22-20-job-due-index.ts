import type { Kysely } from 'kysely';

/** Due jobs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('job_due').on('job').columns(['pool', 'status', 'run_at']).execute();
}
