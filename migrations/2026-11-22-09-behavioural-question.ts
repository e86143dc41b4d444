import { type Kysely, sql } from 'kysely';

/** Behavioural questions; `texts` holds question, signs of a good answer and warning sign by locale, as JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('behavioural_question')
    .addColumn('id', 'varchar(191)', (column) => column.primaryKey())
    .addColumn('competency', 'varchar(191)', (column) => column.notNull())
    .addColumn('texts', sql`text`, (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .addColumn('edited_at', 'bigint')
    .execute();
}
