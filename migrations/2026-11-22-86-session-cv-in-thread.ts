import type { Kysely } from 'kysely';

/** 1 when the candidate agreed that questions about the CV are asked in the thread. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('session')
    .addColumn('cv_in_thread', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
