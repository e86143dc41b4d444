import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { loadEnvFile } from '../src/env-file.ts';

it('says in a sentence that .env is no file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-env-'));
  const before = process.cwd();
  try {
    process.chdir(folder);
    expect(loadEnvFile).not.toThrow();
    await mkdir('.env');
    expect(loadEnvFile).toThrow(ConfigError);
    expect(loadEnvFile).toThrow('The settings in .env cannot be read');
  } finally {
    process.chdir(before);
    await rm(folder, { recursive: true });
  }
});
