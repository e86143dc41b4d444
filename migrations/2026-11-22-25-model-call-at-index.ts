import type { Kysely } from 'kysely';

/** Figures and budgets of a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('model_call_at').on('model_call').columns(['at', 'provider']).execute();
}
