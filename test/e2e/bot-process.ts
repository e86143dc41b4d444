import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Environment = Readonly<Record<string, string>>;

/** The real program on a database of its own, set up by its environment alone. */
export async function createBotProcess(usual: () => Environment) {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-e2e-'));
  let program: ChildProcess | null = null;
  const said: string[] = [];

  async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = program;
    program = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  return {
    /** All that was logged, over all starts. */
    said: said as readonly string[],
    /** Resolves with `ready` when the program says so, or with what it said when it ended instead. */
    start(environment: Environment = {}): Promise<string> {
      const child = spawn(process.execPath, [MAIN], {
        env: {
          PATH: process.env['PATH'] ?? '',
          DATABASE_URL: `sqlite:${join(folder, 'interview.db')}`,
          LOG_LEVEL: 'info',
          ...usual(),
          ...environment,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      program = child;
      const before = said.length;
      return new Promise((resolve) => {
        createInterface({ input: child.stderr }).on('line', (line) => {
          said.push(line);
          if (line.includes('"Ready."')) resolve('ready');
        });
        child.once('close', () => resolve(said.slice(before).join('\n')));
      });
    },
    stop,
    async dispose() {
      await stop('SIGKILL');
      await rm(folder, { recursive: true });
    },
  };
}

export type BotProcess = Awaited<ReturnType<typeof createBotProcess>>;
