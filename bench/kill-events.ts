import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { printResult, printTable } from './support/report.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const CHILD = fileURLToPath(new URL('./kill/events-child.ts', import.meta.url));
const USUAL_KILLS = 20;
/** After the first acknowledgement. */
const LONGEST_LIFE_MS = 600;

/**
 * `kill-events [count]`: a process that takes thousands of parts of answers, 32 at a time, is killed while it does, again and again on
 * one database. Every part that it acknowledged must be stored exactly once.
 */
export async function run([count]: readonly string[]): Promise<void> {
  const kills = count === undefined ? USUAL_KILLS : Number(count);
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'interview.db');
    const acknowledged: string[] = [];
    for (let life = 1; life <= kills; life += 1) acknowledged.push(...(await liveAndDie(path, life)));
    const stored = readNotes(path);
    const times = new Map<string, number>();
    for (const note of stored) times.set(note, (times.get(note) ?? 0) + 1);
    const result = {
      kills,
      eventsAcknowledged: acknowledged.length,
      lost: acknowledged.filter((note) => !times.has(note)).length,
      doubled: stored.length - times.size,
      storedUnacknowledged: times.size - new Set(acknowledged).size,
    };
    if (result.lost > 0 || result.doubled > 0) process.exitCode = 1;
    printTable(Object.entries(result).map(([what, number]) => ({ what, number })));
    printResult(result);
  });
}

/** @returns what the process acknowledged before it was killed */
async function liveAndDie(path: string, life: number): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, path, String(life)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.once('line', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS));
  lines.on('line', (note) => acknowledged.push(note));
  await once(child, 'close');
  if (child.signalCode !== 'SIGKILL') throw new Error(`Life ${life} ended by itself (${child.exitCode}).`);
  return acknowledged;
}

function readNotes(path: string): string[] {
  const db = new Database(path, { readonly: true });
  const rows = db
    .prepare<[], { text: string }>(
      "SELECT json_extract(part.value, '$.text') AS text FROM interaction, json_each(interaction.parts) AS part",
    )
    .all();
  db.close();
  return rows.map(({ text }) => /\(note (\S+)\)$/.exec(text)?.[1] ?? text);
}
