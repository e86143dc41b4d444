import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { BackupError, restoreSqlite } from './store/backup-sqlite.ts';
import { sqlitePathOf } from './store/database-url.ts';

const USAGE = 'Usage: npm run restore -- data/backups/FILE.db';

/** Puts a backup in the place of the database, which is kept beside it. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [copy] = positionals;
  if (!copy) throw new BackupError(USAGE);
  loadEnvFile();
  const target = sqlitePathOf(readConfig(process.env).DATABASE_URL);
  if (target === null)
    throw new BackupError('This restores SQLite files. docs/operations.md says how to restore MySQL.');
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const former = await restoreSqlite(copy, target, stamp);
  const kept = former ? ` What was there is kept as ${former}; delete it when all is well.` : '';
  process.stdout.write(`${target} is now ${copy}.${kept}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
