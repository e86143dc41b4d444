import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Run = { readonly output: string; readonly errors: string; readonly code: number | null };

/** Runs the real program with these lines on its standard input and nothing of this process's environment but the given. */
export function runTerminal(
  lines: readonly string[],
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[] = [],
): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, '--user', 'candidate', ...parameters], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ output, errors, code }));
  });
}
