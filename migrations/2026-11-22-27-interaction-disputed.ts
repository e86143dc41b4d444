import type { Kysely } from 'kysely';

/** When a candidate disputed the grade of an answer, which they may once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('interaction').addColumn('disputed_at', 'bigint').execute();
}
