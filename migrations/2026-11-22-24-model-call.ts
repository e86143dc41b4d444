import type { Kysely } from 'kysely';

/** Every call to a language model: how long, how much, how it ended. Nothing of what was said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_call')
    .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('account_id', 'varchar(36)', (column) => column.references('account.id').onDelete('cascade'))
    .addColumn('provider', 'varchar(100)', (column) => column.notNull())
    .addColumn('model', 'varchar(191)')
    .addColumn('purpose', 'varchar(32)', (column) => column.notNull())
    .addColumn('prompt_version', 'varchar(32)', (column) => column.notNull())
    .addColumn('latency_ms', 'integer', (column) => column.notNull())
    .addColumn('first_byte_ms', 'integer')
    .addColumn('input_tokens', 'integer')
    .addColumn('output_tokens', 'integer')
    .addColumn('cost_micros', 'integer')
    .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
    .addColumn('error_code', 'varchar(32)')
    .execute();
}
