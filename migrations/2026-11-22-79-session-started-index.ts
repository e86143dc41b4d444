import type { Kysely } from 'kysely';

/** Statistics read the interviews of one week after another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('session_started').on('session').column('started_at').execute();
}
