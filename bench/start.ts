import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printResult, printTable } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const ROUNDS = 15;

/**
 * From starting the program to its greeting, which it gives when it takes messages: on an empty database (migrations and all
 * questions) and on one that is up to date. Beside it, what Node takes to start with nothing to do.
 */
export async function run(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const database = join(folder, 'interview.db');
    const first = await timeToGreeting([MAIN, '--user', 'candidate'], database);
    const again: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      again.push(await timeToGreeting([MAIN, '--user', 'candidate'], database));
      bare.push(await timeToGreeting(['-e', 'console.log(1)'], database));
    }
    const milliseconds = (times: readonly number[]) => rounded(median(times));
    printTable([
      { start: 'Node with nothing to do', 'median ms': milliseconds(bare) },
      { start: 'on an empty database, once', 'median ms': rounded(first) },
      { start: 'on a database that is up to date', 'median ms': milliseconds(again) },
    ]);
    printResult({
      startMs: milliseconds(again),
      startP95Ms: rounded(percentile(again, 0.95)),
      firstStartMs: rounded(first),
      nodeMs: milliseconds(bare),
    });
  });
}

async function timeToGreeting(program: readonly string[], database: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, program, {
    env: { DATABASE_URL: `sqlite:${database}` },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end();
  let readyAfterMs: number | null = null;
  child.stdout.on('data', () => {
    readyAfterMs ??= performance.now() - startedAt;
  });
  await once(child, 'close');
  if (readyAfterMs === null || child.exitCode !== 0) throw new Error('The program did not start.');
  return readyAfterMs;
}
