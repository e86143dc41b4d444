import type { ScratchDatabase } from '../../test/fakes/database.ts';
import type { Record } from './candidate.ts';

/** What must all be zero. */
export type Faults = {
  /** Acknowledged answers that are not stored where they were given. */
  lost: number;
  /** Answers that are stored twice, or questions that hold two. */
  doubled: number;
  /** Questions that the account was asked before. */
  askedTwice: number;
  /** Interviews that are not finished with every grade in place, or that nobody asked for. */
  unfinished: number;
  /** Stored answers that the candidate was never told of. */
  neverShown: number;
  /** Interviews whose questions are not numbered 1, 2, 3. */
  gaps: number;
  /** Jobs that are still owed, or were given up. */
  jobsLeft: number;
};

type InteractionRow = {
  id: string;
  session_id: string;
  ordinal: number;
  question_id: string;
  asked: string;
  status: string;
  parts: string;
  grade: string | null;
  grade_is_final: number;
};

/** Compares what the candidate saw with the database that is left. @throws Error when the database itself finds damage */
export async function verify(database: ScratchDatabase, { interviews, typed }: Record): Promise<Faults> {
  await database.check();
  const sessions = await database.rows<{ id: string; status: string }>(
    'SELECT id, status FROM session ORDER BY started_at, id',
  );
  const rows = await database.rows<InteractionRow>('SELECT * FROM interaction ORDER BY session_id, ordinal');
  const stored = rows.flatMap((row) => notesOf(row).map((note) => ({ note, row })));
  const acknowledged = interviews.flatMap((interview) => [...interview.acknowledged.values()]);
  const known = new Set(acknowledged);
  const places = new Map(sessions.map(({ id }, index) => [id, index + 1]));
  const isInPlace = (note: string) =>
    stored.some(
      ({ note: other, row }) =>
        other === note && note.includes(`/${places.get(row.session_id)}.${row.ordinal}/`),
    );
  return {
    lost: acknowledged.filter((note) => !isInPlace(note)).length,
    doubled:
      repeated(stored.map(({ note }) => note)) +
      rows.filter((row) => notesOf(row).length > 1).length +
      stored.filter(({ note }) => !typed.has(note)).length,
    askedTwice: Math.max(
      repeated(rows.map(({ question_id: id }) => id)),
      repeated(rows.map(({ asked }) => JSON.parse(asked).question)),
    ),
    unfinished:
      Math.abs(sessions.length - interviews.length) +
      sessions.filter(({ id, status }) => status !== 'finished' || !isGraded(rowsOf(rows, id))).length,
    neverShown: stored.filter(({ note }) => !known.has(note)).length,
    gaps: sessions.filter(({ id }) => rowsOf(rows, id).some(({ ordinal }, index) => ordinal !== index + 1))
      .length,
    jobsLeft: await countJobsLeft(database),
  };
}

function notesOf({ parts }: InteractionRow): string[] {
  const texts = (JSON.parse(parts) as { text: string }[]).map(({ text }) => text);
  return texts.map((text) => /\(note (\S+)\)$/.exec(text)?.[1] ?? text);
}

function rowsOf(rows: readonly InteractionRow[], sessionId: string): InteractionRow[] {
  return rows.filter((row) => row.session_id === sessionId);
}

function isGraded(rows: readonly InteractionRow[]): boolean {
  return (
    rows.length === 3 &&
    rows.every((row) => row.status === 'answered' && row.grade !== null && row.grade_is_final === 1)
  );
}

function repeated(values: readonly string[]): number {
  return values.length - new Set(values).size;
}

/** Timers that wait for their day are no debt. */
async function countJobsLeft(database: ScratchDatabase): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    "SELECT count(*) AS count FROM job WHERE pool <> 'timer' OR status = 'failed'",
  );
  return Number(row?.count ?? 0);
}
