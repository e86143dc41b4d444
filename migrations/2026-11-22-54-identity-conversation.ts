import type { Kysely } from 'kysely';

/** Where a user of a platform can be told something that happened elsewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('identity').addColumn('conversation', 'varchar(191)').execute();
}
