import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { loadQuestions } from '../src/load-questions.ts';
import { findDuplicates } from '../src/questions/find-duplicates.ts';
import { parseBank } from '../src/questions/parse-bank.ts';
import { openStore } from '../src/store/open-store.ts';
import { aQuestionImport } from '../test/fakes/builders.ts';
import { hashForTests } from '../test/fakes/keyed-hash.ts';
import { BANK_ROWS, makeBank } from './support/make-bank.ts';
import { printResult, printTable } from './support/report.ts';
import { median, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = 7;
const RUN = new URL('./run.ts', import.meta.url).pathname;

/** Milliseconds. `total` is what `npm run import` spends beside starting and opening the database. */
type Times = {
  readonly parse: number;
  readonly compare: number;
  readonly write: number;
  readonly total: number;
};

/**
 * A bank of 3,600 questions through the functions of `npm run import`, into a database with the shipped questions: `cold` as the
 * first thing that a new process does, `warm` when the code has run before.
 */
export async function run([mode, bankPath, databasePath]: readonly string[]): Promise<void> {
  if (mode === 'once' && bankPath && databasePath) {
    printResult(await importOnce(bankPath, databasePath));
    return;
  }
  await inTemporaryFolder(async (folder) => {
    const bank = join(folder, 'bank.csv');
    const seeded = join(folder, 'seeded.db');
    await writeFile(bank, makeBank());
    await seed(seeded);
    const cold: Times[] = [];
    const warm: Times[] = [];
    await importOnce(bank, await copyOf(seeded, folder, 'first'));
    for (let round = 0; round < ROUNDS; round += 1) {
      cold.push(await importInNewProcess(bank, await copyOf(seeded, folder, `cold-${round}`)));
      warm.push(await importOnce(bank, await copyOf(seeded, folder, `warm-${round}`)));
    }
    report(cold, warm);
  });
}

async function importOnce(bankPath: string, databasePath: string): Promise<Times> {
  const bytes = await readFile(bankPath);
  const store = await openStore(`sqlite:${databasePath}`, Date.now, hashForTests);
  try {
    const existing = await store.admin.readKnownQuestions();
    const startedAt = performance.now();
    const bank = parseBank(bytes);
    if (!bank.ok) throw new Error(`The bank cannot be read: ${bank.reason}`);
    const parsedAt = performance.now();
    const repeated = new Set(findDuplicates(bank.questions, existing).map(({ line }) => line));
    const comparedAt = performance.now();
    const fresh = bank.questions.filter(({ line }) => !repeated.has(line));
    const added = await store.addQuestions(fresh, aQuestionImport({ questions: fresh.length }));
    const writtenAt = performance.now();
    if (added < BANK_ROWS) throw new Error(`Only ${added} of ${BANK_ROWS} questions came in.`);
    return {
      parse: parsedAt - startedAt,
      compare: comparedAt - parsedAt,
      write: writtenAt - comparedAt,
      total: writtenAt - startedAt,
    };
  } finally {
    await store.close();
  }
}

async function importInNewProcess(bankPath: string, databasePath: string): Promise<Times> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    RUN,
    'import',
    'once',
    bankPath,
    databasePath,
  ]);
  return JSON.parse(stdout) as Times;
}

async function seed(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`, Date.now, hashForTests);
  await loadQuestions(store, pino({ level: 'silent' }));
  await store.close();
}

async function copyOf(seeded: string, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.db`);
  await copyFile(seeded, path);
  return path;
}

function report(cold: readonly Times[], warm: readonly Times[]): void {
  const row = (how: string, times: readonly Times[]) => ({
    process: how,
    'total ms': rounded(median(times.map(({ total }) => total))),
    parse: rounded(median(times.map(({ parse }) => parse))),
    'find duplicates': rounded(median(times.map(({ compare }) => compare))),
    write: rounded(median(times.map(({ write }) => write))),
  });
  printTable([row('cold', cold), row('warm', warm)]);
  printResult({
    rows: BANK_ROWS,
    coldMs: rounded(median(cold.map(({ total }) => total)), 1),
    warmMs: rounded(median(warm.map(({ total }) => total)), 1),
    coldParseAndWriteMs: rounded(median(cold.map(({ parse, write }) => parse + write)), 1),
    warmParseAndWriteMs: rounded(median(warm.map(({ parse, write }) => parse + write)), 1),
  });
}
