import { readdir } from 'node:fs/promises';
import type { Dialect } from 'kysely';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

const FOLDER = new URL('../../migrations/', import.meta.url);

/** Brings a database to the newest schema. @throws the error of the migration that failed, with its name */
export async function migrate(dialect: Dialect): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  const { error, results } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error');
  throw new Error(`Migration ${failed?.migrationName ?? ''} failed.`, { cause: error });
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter((name) => /^\d.*\.[jt]s$/.test(name));
  const migrations = await Promise.all(
    files.map(
      async (name) => [name.replace(/\.[jt]s$/, ''), await import(new URL(name, FOLDER).href)] as const,
    ),
  );
  return Object.fromEntries(migrations);
}
