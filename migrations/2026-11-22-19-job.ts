import { type Kysely, sql } from 'kysely';

/** The outbox: work to be done after a turn. `run_at` of a running job is when its lease ends. Finished rows are deleted, given-up ones stay as `failed`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'varchar(36)', (column) => column.notNull().unique())
    .addColumn('kind', 'varchar(32)', (column) => column.notNull())
    .addColumn('pool', 'varchar(16)', (column) => column.notNull())
    .addColumn('lane', 'varchar(191)', (column) => column.notNull())
    .addColumn('conversation', 'varchar(191)')
    .addColumn('payload', sql`mediumtext`, (column) => column.notNull())
    .addColumn('status', 'varchar(16)', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_token', 'varchar(191)')
    .addColumn('error', 'varchar(1000)')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}
