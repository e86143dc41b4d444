import type { Kysely } from 'kysely';

/** Whose data a job carries, to be erased with the account. Not a foreign key: jobs are written with every turn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('job').addColumn('account_id', 'varchar(36)').execute();
}
