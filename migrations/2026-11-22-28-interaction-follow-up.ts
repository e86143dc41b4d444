import type { Kysely } from 'kysely';

/** JSON once a follow-up to the answer has been asked: when, and how many messages the answer had before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('interaction').addColumn('follow_up', 'varchar(100)').execute();
}
