import type { Kysely } from 'kysely';

/** The conversation of the thread in which others watch an interview. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('session').addColumn('thread', 'varchar(191)').execute();
}
