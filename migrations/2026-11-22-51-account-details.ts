import type { Kysely } from 'kysely';

/** What somebody registered with. `username_key` is the username in lower case; the password is a bcrypt hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, type] of [
    ['username', 'varchar(30)'],
    ['username_key', 'varchar(30)'],
    ['name', 'varchar(100)'],
    ['email', 'varchar(254)'],
    ['password_hash', 'varchar(60)'],
  ] as const) {
    await db.schema.alterTable('account').addColumn(name, type).execute();
  }
}
