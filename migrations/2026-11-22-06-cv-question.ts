import { type Kysely, sql } from 'kysely';

/** Questions made from a CV in the background; used up over interviews. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cv_question')
    .addColumn('id', 'varchar(60)', (column) => column.primaryKey())
    .addColumn('cv_id', 'varchar(36)', (column) => column.notNull().references('cv.id').onDelete('cascade'))
    .addColumn('position', 'varchar(16)', (column) => column.notNull())
    .addColumn('locale', 'varchar(8)', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('question', sql`text`, (column) => column.notNull())
    .addColumn('quote', sql`text`, (column) => column.notNull())
    .addColumn('source', 'varchar(16)', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
}
