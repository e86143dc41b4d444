import { type Kysely, sql } from 'kysely';

/** One question of an interview as it was asked (`asked`, JSON), its answer (`parts`, JSON) and its grade (JSON). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('interaction')
    .addColumn('id', 'varchar(48)', (column) => column.primaryKey())
    .addColumn('session_id', 'varchar(36)', (column) =>
      column.notNull().references('session.id').onDelete('cascade'),
    )
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('kind', 'varchar(16)', (column) => column.notNull())
    .addColumn('question_id', 'varchar(191)', (column) => column.notNull())
    .addColumn('topic', 'varchar(191)')
    .addColumn('asked', sql`mediumtext`, (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('parts', sql`mediumtext`, (column) => column.notNull())
    .addColumn('last_part_at', 'bigint')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('score', 'double precision')
    .addColumn('grade', sql`mediumtext`)
    .addColumn('grade_is_final', 'integer', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .execute();
}
