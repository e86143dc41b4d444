import type { Kysely } from 'kysely';

/** The id of the event that a job goes back to, for the log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('job').addColumn('request_id', 'varchar(191)').execute();
}
