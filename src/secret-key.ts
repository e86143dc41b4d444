import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

const FILE_NAME = 'secret.key';
const LEAST_CHARACTERS = 32;

/**
 * The key of everything that is kept as a keyed hash: the one that is set or, where none is, one that is made once and kept
 * in the data folder, readable by its owner alone. Why there: docs/adr/2026-11-22-secret-key-beside-the-database.md.
 * @throws ConfigError when the file can be neither read nor made
 */
export function readSecretKey(given: string | undefined, folder: string): string {
  if (given !== undefined) return given;
  const path = join(folder, FILE_NAME);
  try {
    const key = readIfThere(path) ?? make(path, folder);
    if (key.length >= LEAST_CHARACTERS) return key;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `The secret key cannot be kept in ${path}: ${reason}. Check the rights of the folder, or set SECRET_KEY.`,
      { cause: error },
    );
  }
  throw new ConfigError(
    `${path} holds no whole key. Bring it back from a backup, or set SECRET_KEY to what it was. Deleting the file makes a new key: interviews used before an erasure are then forgotten, and a restored backup cannot be cleared of erased accounts.`,
  );
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Two processes may start at once: the file appears whole, and whoever comes second takes what is there. */
function make(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}
