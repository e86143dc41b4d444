import type { Kysely } from 'kysely';

/** What of the shipped questions has been loaded, so that an unchanged bank costs nothing at start. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seed_digest')
    .addColumn('name', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('digest', 'varchar(64)', (column) => column.notNull())
    .execute();
}
