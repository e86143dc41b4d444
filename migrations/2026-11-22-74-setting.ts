import { type Kysely, sql } from 'kysely';

/** What admins have set in place of the configuration: for everybody (`place` is empty) or for one server or workspace. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setting')
    .addColumn('place', 'varchar(191)', (column) => column.notNull())
    .addColumn('name', 'varchar(64)', (column) => column.notNull())
    .addColumn('value', sql`text`, (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['place', 'name'])
    .execute();
}
