import { type Kysely, sql } from 'kysely';

/** Technical questions. `edited_at` is set when an admin changed or disabled the row: seeds leave it alone then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question')
    .addColumn('id', 'varchar(191)', (column) => column.primaryKey())
    .addColumn('position', 'varchar(16)', (column) => column.notNull())
    .addColumn('topic', 'varchar(191)', (column) => column.notNull())
    .addColumn('question', sql`text`, (column) => column.notNull())
    .addColumn('example_answer', sql`mediumtext`, (column) => column.notNull())
    .addColumn('difficulty', 'integer')
    .addColumn('key_points', sql`text`, (column) => column.notNull())
    .addColumn('key_points_derived', 'integer', (column) => column.notNull())
    .addColumn('question_ko', sql`text`)
    .addColumn('example_answer_ko', sql`mediumtext`)
    .addColumn('source', 'varchar(16)', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('edited_at', 'bigint')
    .execute();
}
