import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTerminal } from './terminal-process.ts';

const ADMIN = fileURLToPath(new URL('../../src/admin.ts', import.meta.url));

let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-admin-'));
  environment = { PATH: process.env['PATH'] ?? '', DATABASE_URL: `sqlite:${join(folder, 'interview.db')}` };
});
afterAll(() => rm(folder, { recursive: true }));

const admin = (...words: readonly string[]) =>
  new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [ADMIN, ...words],
      { env: environment, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors });
      },
    );
    child.stdin?.end();
  });

it('npm run admin does what the chat can, on the same database', async () => {
  await runTerminal(['hello'], environment);
  expect((await admin('user', 'find', 'candidate')).output).toContain('candidate (`terminal:candidate`)');

  const asked = await admin('user', 'ban', 'candidate');
  expect(asked).toMatchObject({ code: 2 });
  expect(asked.errors).toContain('add --yes');
  expect((await runTerminal(['status'], environment)).output).not.toContain('You can no longer use this bot');
  expect(await admin('user', 'ban', 'candidate', '--yes')).toMatchObject({ code: 0 });
  expect((await runTerminal(['status'], environment)).output).toContain('You can no longer use this bot');

  const file = join(folder, 'new.csv');
  await writeFile(
    file,
    'position,question,topic,example_answer\nbe,What does fsync promise?,disks,That it is on disk.',
  );
  expect((await admin('questions', 'import', file, '--yes')).output).toContain(
    'One question of new.csv can be asked',
  );
  const exported = await admin('questions', 'export', 'be');
  expect(exported.output.startsWith('\uFEFFid,position,question')).toBe(true);
  expect(exported.output).toContain('What does fsync promise?');

  const log = JSON.parse((await admin('audit', '--json')).output) as { cards: { body: string }[] }[];
  expect(log[0]?.cards[0]?.body).toMatch(/imported questions[\s\S]*banned/);
  expect(await admin('--frobnicate')).toMatchObject({ code: 1 });
  expect((await admin('frobnicate')).output).toContain('no admin command');
});
