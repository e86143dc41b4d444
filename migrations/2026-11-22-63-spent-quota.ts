import type { Kysely } from 'kysely';

/**
 * Interviews that an identity had used when it left its account, which it may not use again. Whose they were can be told
 * only with `SECRET_KEY`: `identity_hash` and `interview_hash` are keyed, `day` is a day and no moment.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spent_quota')
    .addColumn('identity_hash', 'varchar(64)', (column) => column.notNull())
    .addColumn('interview_hash', 'varchar(64)', (column) => column.notNull())
    .addColumn('counted', 'integer', (column) => column.notNull())
    .addColumn('day', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('spent_quota_key', ['identity_hash', 'interview_hash'])
    .execute();
}
