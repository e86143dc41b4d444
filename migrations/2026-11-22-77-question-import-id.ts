import type { Kysely } from 'kysely';

/** The import that a question came with; none for those that are shipped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('question').addColumn('import_id', 'varchar(36)').execute();
}
