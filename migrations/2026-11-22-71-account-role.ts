import type { Kysely } from 'kysely';

/** What an account may do beside practising: `user` or `admin`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('account')
    .addColumn('role', 'varchar(16)', (column) => column.notNull().defaultTo('user'))
    .execute();
}
