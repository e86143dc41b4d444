import { readdir } from 'node:fs/promises';
import type { Dialect } from 'kysely';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

const FOLDER = new URL('../../migrations/', import.meta.url);
const EXTENSION = /\.[jt]s$/;

/** Brings a database to the newest schema. @throws the error of the migration that failed, with its name */
export async function migrate(dialect: Dialect): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  const { error, results } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error');
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`Migration ${failed?.migrationName ?? ''} failed: ${reason}`, { cause: error });
}

/** The names of all migrations there are, in their order. */
export async function listMigrations(): Promise<readonly string[]> {
  return (await listFiles()).map((file) => file.replace(EXTENSION, ''));
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const migrations = await Promise.all(
    (await listFiles()).map(
      async (file) => [file.replace(EXTENSION, ''), await import(new URL(file, FOLDER).href)] as const,
    ),
  );
  return Object.fromEntries(migrations);
}

async function listFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => /^\d.*\.[jt]s$/.test(file)).sort();
}
