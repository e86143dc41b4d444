import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { createKeyedHash } from './accounts/keyed-hash.ts';
import { SHELL } from './admin/rights.ts';
import type { PlatformUserId } from './chat/message.ts';
import { readConfig } from './config.ts';
import { databaseFiles } from './database-files.ts';
import { loadEnvFile } from './env-file.ts';
import { loadQuestions } from './load-questions.ts';
import { createLogger } from './logging/log.ts';
import { parseBank } from './questions/parse-bank.ts';
import { newQuestions } from './questions/preview-import.ts';
import type { Question } from './questions/question.ts';
import { readSecretKey } from './secret-key.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { systemUser } from './system-user.ts';

const LONGEST_NAME = 191;
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
    const { questions, duplicates } = newQuestions(bank.questions, await store.admin.readKnownQuestions());
    const id = uuidv7();
    const imported = values['dry-run'] ? questions.length : await take(store, id, basename(path), questions);
    for (const { line, sameAs, similarity } of duplicates) {
      const other = sameAs.line === null ? sameAs.id : `line ${sameAs.line}`;
      say(`Line ${line} asks the same as ${other} (${Math.round(similarity * 100)} % alike): left out.`);
    }
    for (const { line, reason } of bank.rejected)
      say(`Line ${line} was left out: ${reason.replaceAll('_', ' ')}.`);
    if (values['dry-run']) say('A dry run: nothing was written.');
    else if (imported > 0) say(`Within 30 days \`npm run admin -- questions undo ${id}\` takes that back.`);
    say(JSON.stringify({ imported, duplicates: duplicates.length, rejected: bank.rejected }));
    return 0;
  } finally {
    await store.close();
  }
}

/** @returns how many were added; an import of nothing is none */
async function take(store: Store, id: string, file: string, questions: readonly Question[]): Promise<number> {
  if (questions.length === 0) return 0;
  return store.addQuestions(questions, {
    id,
    fileName: file.slice(0, LONGEST_NAME),
    importedBy: `${SHELL}${systemUser()}`.slice(0, LONGEST_NAME) as PlatformUserId,
    questions: questions.length,
    status: 'taken',
    at: Date.now(),
  });
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
