import { existsSync } from 'node:fs';
import { ConfigError } from './config.ts';

/**
 * Settings of `.env` in the working directory, for what the environment does not set itself. Called by entry points only.
 * @throws ConfigError when there is one that cannot be read, such as a folder
 */
export function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(
      `The settings in .env cannot be read (${reason}). It has to be a file that you may read; .env.example shows one.`,
      { cause: error },
    );
  }
}
