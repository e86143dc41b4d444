import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { createDispatch, type Dispatch } from '../src/bot/dispatch.ts';
import { createLimits } from '../src/bot/limits.ts';
import { loadQuestions, readCatalogue } from '../src/load-questions.ts';
import { createStore } from '../src/store/create-store.ts';
import { migrateSqlite } from '../src/store/migrate-sqlite.ts';
import { createSqliteExecutor, openSqlite } from '../src/store/sqlite.ts';
import { hashForTests } from '../test/fakes/keyed-hash.ts';
import { settingsForTests } from '../test/fakes/settings.ts';
import { ANSWER_SENTENCES } from './support/answers.ts';
import { type Conversation, createConversation } from './support/conversation.ts';
import { inFlight } from './support/in-flight.ts';
import { openInterviews } from './support/open-interviews.ts';
import { createRawTurns, measureFsyncs } from './support/raw-turns.ts';
import { printResult, printTable } from './support/report.ts';
import { median, rounded } from './support/statistics.ts';
import { inTemporaryFolder } from './support/temporary-folder.ts';

const CONVERSATIONS = 768;
const IN_FLIGHT = 64;
const ROUNDS = 7;
const PARTS_A_ROUND = 3;
const RAW_TURNS_A_ROUND = 2_000;
const FSYNCS_A_ROUND = 400;
const SYNCHRONOUS_FULL = 2;

type Round = { readonly turns: number; readonly raw: number; readonly fsyncs: number; readonly cpu: number };

/**
 * Parts of answers through the one door, 64 at a time, over open interviews in a file database: how many a second on one core, each
 * on disk before it is acknowledged. In the same rounds: the same work by hand with better-sqlite3, and the disk alone.
 */
export async function run(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const database = openSqlite(join(folder, 'interview.db'));
    await migrateSqlite(database);
    const { dispatch, conversations } = await prepare(database);
    const raw = createRawTurns(join(folder, 'raw.db'), CONVERSATIONS);
    const rounds: Round[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const measured = {
        ...(await measureTurns(dispatch, conversations)),
        raw: raw.measure(RAW_TURNS_A_ROUND),
        fsyncs: measureFsyncs(join(folder, 'fsync'), FSYNCS_A_ROUND),
      };
      // The first one only warms up.
      if (round > 0) rounds.push(measured);
    }
    verify(database);
    report(rounds);
    raw.close();
    database.close();
  });
}

async function prepare(database: Database.Database) {
  const now = Date.now;
  const store = createStore(createSqliteExecutor(database), now, hashForTests);
  await loadQuestions(store, pino({ level: 'silent' }));
  const settings = settingsForTests(await readCatalogue(store));
  const limits = createLimits();
  const dispatch = createDispatch({ store, settings, now, newId: uuidv7, wake: () => undefined, limits });
  const conversations = Array.from({ length: CONVERSATIONS }, (_, index) =>
    createConversation('bench', `candidate-${index}`, now),
  );
  await openInterviews(store, dispatch.receive, conversations);
  return { dispatch, conversations };
}

async function measureTurns(dispatch: Dispatch, conversations: readonly Conversation[]) {
  const events = Array.from({ length: PARTS_A_ROUND }, (_, part) =>
    conversations.map((conversation, index) =>
      conversation.part(ANSWER_SENTENCES[(part + index) % ANSWER_SENTENCES.length] ?? ''),
    ),
  ).flat();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await inFlight(IN_FLIGHT, events, dispatch.receive);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { turns: events.length / seconds, cpu: (user + system) / events.length };
}

/** @throws Error when an acknowledged part is not stored, or was not on disk when it was acknowledged */
function verify(database: Database.Database): void {
  const synchronous = database.pragma('synchronous', { simple: true });
  if (synchronous !== SYNCHRONOUS_FULL) throw new Error(`synchronous is ${synchronous}, not FULL.`);
  const rows = database
    .prepare<[], { parts: number }>('SELECT json_array_length(parts) AS parts FROM interaction')
    .all();
  const wanted = (ROUNDS + 1) * PARTS_A_ROUND;
  const complete = rows.filter(({ parts }) => parts === wanted).length;
  if (rows.length !== CONVERSATIONS || complete !== CONVERSATIONS) {
    throw new Error(`Only ${complete} of ${CONVERSATIONS} answers have all their ${wanted} parts.`);
  }
}

function report(rounds: readonly Round[]): void {
  const of = (key: keyof Round) => median(rounds.map((round) => round[key]));
  const ratios = rounds.map(({ turns, raw }) => turns / raw);
  printTable([
    { what: 'turns a second, 64 in flight', median: rounded(of('turns')) },
    { what: 'CPU a turn, µs', median: rounded(of('cpu')) },
    { what: 'raw better-sqlite3 turns a second', median: rounded(of('raw')) },
    { what: 'fdatasyncs a second', median: rounded(of('fsyncs')) },
    { what: 'turns over raw (bar: at least 1)', median: rounded(median(ratios), 2) },
  ]);
  printResult({
    turnsPerSecond: rounded(of('turns')),
    rawTurnsPerSecond: rounded(of('raw')),
    fsyncsPerSecond: rounded(of('fsyncs')),
    turnsOverRaw: rounded(median(ratios), 2),
    cpuMicrosecondsPerTurn: rounded(of('cpu'), 1),
    conversations: CONVERSATIONS,
    inFlight: IN_FLIGHT,
    verifiedParts: CONVERSATIONS * (ROUNDS + 1) * PARTS_A_ROUND,
    synchronous: 'FULL',
  });
}
