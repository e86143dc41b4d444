import type { Kysely } from 'kysely';

/** SQLite does not index foreign keys by itself; deleting a CV looks here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('session_cv').on('session').column('cv_id').execute();
}
