import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ANSWER_SENTENCES } from './answers.ts';

const SCHEMA = `
  CREATE TABLE event (id TEXT PRIMARY KEY, received_at INTEGER NOT NULL);
  CREATE TABLE session (id TEXT PRIMARY KEY, state TEXT NOT NULL, version INTEGER NOT NULL);
  CREATE TABLE interaction (id TEXT PRIMARY KEY, parts TEXT NOT NULL, last_part_at INTEGER NOT NULL);
  CREATE TABLE job (seq INTEGER PRIMARY KEY AUTOINCREMENT, payload TEXT NOT NULL, run_at INTEGER NOT NULL)`;
const STATE = 'x'.repeat(300);
/** What an answer of a dozen parts is as JSON: the middle of what the turns under measurement write. */
const PARTS = JSON.stringify(
  [...ANSWER_SENTENCES, ...ANSWER_SENTENCES.slice(4)].map((text, index) => ({
    messageId: `bench:${String(index).padStart(36, '0')}`,
    text,
  })),
);
const JOB = 'x'.repeat(200);
const PAGE_BYTES = 4_096;

/**
 * What a turn costs at the least when each is a transaction of its own: a select and four writes of the usual size by prepared
 * statements, on the same kind of connection (WAL, `synchronous=FULL`), and nothing around them.
 */
export function createRawTurns(path: string, sessions: number) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 4000');
  db.exec(SCHEMA);
  const fill = db.transaction(() => {
    for (let index = 0; index < sessions; index += 1) {
      db.prepare('INSERT INTO session VALUES (?, ?, 0)').run(`session-${index}`, STATE);
      db.prepare("INSERT INTO interaction VALUES (?, '[]', 0)").run(`session-${index}.1`);
    }
  });
  fill();
  const select = db.prepare<[string], { version: number }>('SELECT * FROM session WHERE id = ?');
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?)');
  const updateSession = db.prepare('UPDATE session SET state = ?, version = ? WHERE id = ?');
  const updateInteraction = db.prepare('UPDATE interaction SET parts = ?, last_part_at = ? WHERE id = ?');
  const insertJob = db.prepare('INSERT INTO job (payload, run_at) VALUES (?, ?)');
  let events = 0;
  const turn = db.transaction((id: string, at: number) => {
    const version = select.get(id)?.version ?? 0;
    insertEvent.run(`bench:${String(++events).padStart(36, '0')}`, at);
    updateSession.run(STATE, version + 1, id);
    updateInteraction.run(PARTS, at, `${id}.1`);
    insertJob.run(JOB, at);
  });
  return {
    /** @returns turns a second */
    measure(turns: number): number {
      const startedAt = performance.now();
      for (let index = 0; index < turns; index += 1)
        turn.immediate(`session-${index % sessions}`, Date.now());
      return (turns / (performance.now() - startedAt)) * 1_000;
    },
    close: () => db.close(),
  };
}

/** Appends a page and has it put on disk, again and again. @returns how often a second */
export function measureFsyncs(path: string, times: number): number {
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const file = openSync(path, 'a');
  const startedAt = performance.now();
  for (let index = 0; index < times; index += 1) {
    writeSync(file, page);
    fdatasyncSync(file);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  closeSync(file);
  return times / seconds;
}
