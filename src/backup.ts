import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { BackupError, backUpSqlite } from './store/backup-sqlite.ts';
import { sqlitePathOf } from './store/database-url.ts';

const USAGE = 'Usage: npm run backup [-- --to FOLDER] [--keep 14]';
/** What was erased must be gone from the backups, too, after so long. */
const LONGEST_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const BACKUP = /^interview-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z\.db$/;

/** Copies the database while the bot runs, checks the copy, and removes old ones. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { to: { type: 'string', default: 'data/backups' }, keep: { type: 'string', default: '14' } },
  });
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new BackupError(`--keep wants a number from 1. ${USAGE}`);
  loadEnvFile();
  const source = sqlitePathOf(readConfig(process.env).DATABASE_URL);
  if (source === null)
    throw new BackupError('This copies SQLite files. docs/operations.md says how to back up MySQL.');
  mkdirSync(values.to, { recursive: true, mode: 0o700 });
  const now = new Date();
  const target = join(values.to, `interview-${stampOf(now)}.db`);
  await backUpSqlite(source, target);
  const removed = rotate(values.to, keep, now);
  say(`${target} is a whole copy of ${source}. ${removed} older ones were removed.`);
}

/** Keeps the newest ones, none of them beyond the longest time. @returns how many were removed */
function rotate(folder: string, keep: number, now: Date): number {
  const newestFirst = readdirSync(folder)
    .filter((name) => BACKUP.test(name))
    .sort()
    .reverse();
  const oldest = `interview-${stampOf(new Date(now.getTime() - LONGEST_DAYS * DAY_MS))}`;
  const outdated = newestFirst.filter((name, index) => index >= keep || name < oldest);
  for (const name of outdated) rmSync(join(folder, name));
  return outdated.length;
}

/** `2026-11-22T16-05-00Z`: sorts by time, and is a name on every file system. */
function stampOf(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
