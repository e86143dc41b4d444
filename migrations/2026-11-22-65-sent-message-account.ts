import type { Kysely } from 'kysely';

/** Whom a message was sent to, so that its reference is erased with the account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sent_message').addColumn('account_id', 'varchar(36)').execute();
}
