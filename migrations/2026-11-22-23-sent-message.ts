import type { Kysely } from 'kysely';

/** Messages of the bot that may be edited later, by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sent_message')
    .addColumn('conversation', 'varchar(191)', (column) => column.notNull())
    .addColumn('message_key', 'varchar(100)', (column) => column.notNull())
    .addColumn('ref', 'varchar(191)', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sent_message_key', ['conversation', 'message_key'])
    .execute();
}
