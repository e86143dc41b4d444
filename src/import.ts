import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createKeyedHash } from './accounts/keyed-hash.ts';
import { readConfig } from './config.ts';
import { databaseFiles } from './database-files.ts';
import { loadEnvFile } from './env-file.ts';
import { loadQuestions } from './load-questions.ts';
import { createLogger } from './logging/log.ts';
import { findDuplicates } from './questions/find-duplicates.ts';
import { parseBank } from './questions/parse-bank.ts';
import { readSecretKey } from './secret-key.ts';
import { openStore } from './store/open-store.ts';

const USAGE = 'Usage: npm run import -- FILE.csv [--dry-run]';

/** Adds the questions of a file to the bank. The last line printed is JSON: what came in, what did not and why. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
  const [path] = positionals;
  if (!path) return refuse(USAGE);
  if (!existsSync(path)) return refuse(`There is no file at ${path}. ${USAGE}`);
  const bank = parseBank(await readFile(path));
  if (!bank.ok) {
    const where = bank.line === null ? '' : ` (line ${bank.line})`;
    return refuse(
      `${path} cannot be read as a question bank: ${bank.reason.replaceAll('_', ' ')}${where}. Nothing was changed.\nIt needs a header with position, question, topic and example_answer; docs/question-bank.md shows the form.`,
    );
  }
  loadEnvFile();
  const config = readConfig(process.env);
  const hash = createKeyedHash(readSecretKey(config.SECRET_KEY, databaseFiles(config.DATABASE_URL).folder));
  const store = await openStore(config.DATABASE_URL, () => Date.now(), hash);
  try {
    await loadQuestions(store, createLogger(config.LOG_LEVEL ?? 'warn'));
    const { questions: existing } = await store.readQuestions();
    const repeated = findDuplicates(bank.questions, existing);
    const repeatedLines = new Set(repeated.map(({ line }) => line));
    const fresh = bank.questions.filter(({ line }) => !repeatedLines.has(line));
    const imported = values['dry-run'] ? fresh.length : await store.addQuestions(fresh);
    for (const { line, sameAs, similarity } of repeated) {
      const other = sameAs.line === null ? sameAs.id : `line ${sameAs.line}`;
      say(`Line ${line} asks the same as ${other} (${Math.round(similarity * 100)} % alike): left out.`);
    }
    for (const { line, reason } of bank.rejected)
      say(`Line ${line} was left out: ${reason.replaceAll('_', ' ')}.`);
    if (values['dry-run']) say('A dry run: nothing was written.');
    say(JSON.stringify({ imported, duplicates: repeated.length, rejected: bank.rejected }));
    return 0;
  } finally {
    await store.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = refuse(error instanceof Error ? error.message : String(error));
  },
);
