import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Erasure } from '../accounts/erasure.ts';

/** What was erased, in a file of its own: it has to know more than a database that is restored from a backup. */
export type ErasureList = {
  /** Adds a line, unless it is there. On disk when it returns. */
  add(erasure: Erasure): void;
  /** In the order in which they were added. A line that was cut off is left out. */
  read(): readonly Erasure[];
};

const line: z.ZodType<Erasure> = z.object({
  id: z.string(),
  at: z.number(),
  key: z.string(),
  accounts: z.array(z.string()),
  identities: z.array(z.string()),
});

/** A file of JSON lines, readable by its owner alone. Why a file: docs/adr/2026-11-22-erasures-in-a-file-of-their-own.md. */
export function createErasureList(path: string): ErasureList {
  const content = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const read = () => content().split('\n').flatMap(parseLine);
  return {
    read,
    add(erasure) {
      if (read().some(({ id }) => id === erasure.id)) return;
      const before = content();
      const isCutOff = before !== '' && !before.endsWith('\n');
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'a', 0o600);
      try {
        writeSync(file, `${isCutOff ? '\n' : ''}${JSON.stringify(erasure)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (before === '') syncFolder(dirname(path));
    },
  };
}

function parseLine(text: string): Erasure[] {
  try {
    return [line.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** So that a new file is still there after a loss of power. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
