import type { Kysely } from 'kysely';

/** One interview. `counted` says whether it uses up quota; `overall` is JSON once it is evaluated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('conversation', 'varchar(191)', (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('format', 'varchar(32)', (column) => column.notNull())
    .addColumn('position', 'varchar(16)')
    .addColumn('topic', 'varchar(191)')
    .addColumn('cv_id', 'varchar(36)', (column) => column.references('cv.id').onDelete('set null'))
    .addColumn('current_interaction_id', 'varchar(48)')
    .addColumn('asked', 'integer', (column) => column.notNull())
    .addColumn('counted', 'integer', (column) => column.notNull())
    .addColumn('overall', 'varchar(500)')
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('last_activity_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}
