import { existsSync } from 'node:fs';

/** Settings of `.env` in the working directory, for what the environment does not set itself. Called by entry points only. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
