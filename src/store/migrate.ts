import { readdir } from 'node:fs/promises';
import type { Dialect } from 'kysely';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

const FOLDER = new URL('../../migrations/', import.meta.url);
const EXTENSION = /\.[jt]s$/;

/**
 * Brings a database to the newest schema. `isMade` recognises the error of a change that was made before, but not noted.
 * @throws the error of the migration that failed, with its name
 */
export async function migrate(
  dialect: Dialect,
  isMade: (error: unknown) => boolean = () => false,
): Promise<void> {
  const db = new Kysely<unknown>({ dialect });
  const provider = { getMigrations: () => loadMigrations(isMade) };
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (!error) return;
  const failed = results?.find(({ status }) => status === 'Error');
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`Migration ${failed?.migrationName ?? ''} failed: ${reason}`, { cause: error });
}

/** The names of all migrations there are, in their order. */
export async function listMigrations(): Promise<readonly string[]> {
  return (await listFiles()).map((file) => file.replace(EXTENSION, ''));
}

async function loadMigrations(isMade: (error: unknown) => boolean): Promise<Record<string, Migration>> {
  const migrations = await Promise.all(
    (await listFiles()).map(async (file) => {
      const { up }: Migration = await import(new URL(file, FOLDER).href);
      const once: Migration = {
        up: (db) =>
          up(db).catch((error: unknown) => {
            if (!isMade(error)) throw error;
          }),
      };
      return [file.replace(EXTENSION, ''), once] as const;
    }),
  );
  return Object.fromEntries(migrations);
}

async function listFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => /^\d.*\.[jt]s$/.test(file)).sort();
}
