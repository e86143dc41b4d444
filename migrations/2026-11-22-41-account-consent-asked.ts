import type { Kysely } from 'kysely';

/** Which list of services somebody was last asked about in the middle of an interview, so that one message does it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('consent_asked', 'varchar(32)').execute();
}
