import type { Kysely } from 'kysely';

/** Since when an account may not use the bot. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('banned_at', 'bigint').execute();
}
