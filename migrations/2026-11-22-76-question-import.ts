import { type Kysely, sql } from 'kysely';

/**
 * Files of questions that admins brought in: `previewed` until somebody confirms (`payload` is the questions as JSON), then `taken`,
 * perhaps `undone`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_import')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('file_name', 'varchar(191)', (column) => column.notNull())
    .addColumn('imported_by', 'varchar(191)', (column) => column.notNull())
    .addColumn('questions', 'integer', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('payload', sql`mediumtext`)
    .execute();
}
