import type { Kysely } from 'kysely';

/** What somebody who watched gave an answer, 1 to 5. Goes with the answer, and with whoever gave it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('peer_rating')
    .addColumn('interaction_id', 'varchar(48)', (column) =>
      column.notNull().references('interaction.id').onDelete('cascade'),
    )
    .addColumn('account_id', 'varchar(36)', (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('rated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('peer_rating_key', ['interaction_id', 'account_id'])
    .execute();
}
