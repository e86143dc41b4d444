import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A backup or restore that cannot be made, with what to do about it. */
export class BackupError extends Error {}

/** Copies a database while it is in use, and checks the copy. Only the user who runs this may read it. */
export async function backUpSqlite(source: string, target: string): Promise<void> {
  if (!existsSync(source)) throw new BackupError(`There is no file at ${source}.`);
  const partial = `${target}.partial`;
  try {
    await copyDatabase(source, partial);
    chmodSync(partial, 0o600);
    demandIntact(partial, source);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    // Opening a file in WAL mode, even for reading, leaves these beside it.
    for (const leftover of [`${partial}-wal`, `${partial}-shm`]) rmSync(leftover, { force: true });
  }
  renameSync(partial, target);
}

/**
 * Puts a copy in the place of a database that nobody uses. What was there is kept beside it.
 *
 * @param stamp tells the former database from others
 * @returns where the former database is now; `null` when there was none
 */
export async function restoreSqlite(copy: string, target: string, stamp: string): Promise<string | null> {
  const former = existsSync(target) ? `${target}.before-${stamp}` : null;
  if (former) demandUnused(target);
  const incoming = `${target}.restoring`;
  await backUpSqlite(copy, incoming);
  if (former) renameSync(target, former);
  renameSync(incoming, target);
  return former;
}

async function copyDatabase(source: string, target: string): Promise<void> {
  try {
    const database = new Database(source, { readonly: true });
    try {
      await database.backup(target);
    } finally {
      database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(`${source} cannot be copied: ${reason}.`, { cause: error });
  }
}

function demandIntact(file: string, source: string): void {
  const database = new Database(file, { readonly: true });
  try {
    const found = database.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackupError(`${source} is damaged: ${found}. Use another copy.`);
  } finally {
    database.close();
  }
}

/** Whoever has the file open in WAL mode keeps it from leaving that mode, which also brings the log's content into the file. */
function demandUnused(file: string): void {
  const database = new Database(file, { timeout: 100 });
  try {
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    throw new BackupError(`${file} is in use. Stop the bot first, then restore.`, { cause: error });
  } finally {
    database.close();
  }
}
