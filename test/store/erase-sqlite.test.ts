import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';

/**
 * What every column is for somebody's data: a table or column that is added has to be put into the export, or listed here with
 * what it is instead. Tables with an account are erased or anonymised by `src/store/erase.ts`.
 */
const PERSONAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: {
    id: 'account.id',
    locale: 'account.language',
    username: 'account.registered',
    username_key: 'account.registered, in lower case',
    name: 'account.registered',
    email: 'account.registered',
    password_hash: 'a hash, which is nothing to read',
    consent_asked: 'what was last asked, known nowhere else',
    role: 'account.role',
    banned_at: 'account.bannedSince',
    consent_at: 'account.consent',
    consent_providers: 'account.consent',
    pending_cv: 'account.cvAwaitingConsent',
    session_quota: 'quota.limit',
    created_at: 'account.createdAt',
    version: 'a count of changes',
  },
  identity: {
    id: 'identities',
    account_id: 'account.id',
    name: 'identities',
    created_at: 'identities',
    conversation: 'identities',
  },
  cv: {
    id: 'cvs',
    account_id: 'account.id',
    sha256: 'cvs',
    file_name: 'cvs',
    pages: 'cvs',
    text: 'cvs',
    uploaded_at: 'cvs',
    expires_at: 'cvs',
  },
  cv_question: {
    id: 'known nowhere else',
    cv_id: 'cvs',
    position: 'cvs.questions',
    locale: 'cvs.questions',
    ordinal: 'cvs.questions, their order',
    question: 'cvs.questions',
    quote: 'cvs.questions',
    source: 'cvs.questions',
    created_at: 'cvs.questions',
    used_at: 'cvs.questions',
  },
  session: {
    id: 'interviews',
    account_id: 'account.id',
    conversation: 'interviews',
    thread: 'interviews',
    cv_in_thread: 'interviews.cvQuestionsInThread',
    status: 'interviews',
    format: 'interviews',
    position: 'interviews',
    topic: 'interviews',
    cv_id: 'interviews',
    current_interaction_id: 'interviews.questions, the open one',
    asked: 'interviews.questions, how many',
    counted: 'interviews',
    overall: 'interviews',
    started_at: 'interviews',
    last_activity_at: 'interviews',
    finished_at: 'interviews',
    version: 'a count of changes',
  },
  interaction: {
    id: 'interviews.questions, by their order',
    session_id: 'interviews',
    account_id: 'account.id',
    ordinal: 'interviews.questions',
    kind: 'interviews.questions',
    question_id: 'which question of the bank, whose text is there',
    topic: 'interviews.questions',
    asked: 'interviews.questions',
    status: 'interviews.questions',
    parts: 'interviews.questions.answer',
    last_part_at: 'interviews.questions',
    revision: 'a count of changes',
    score: 'interviews.questions.grade',
    grade: 'interviews.questions.grade',
    grade_is_final: 'interviews.questions',
    follow_up: 'interviews.questions',
    disputed_at: 'interviews.questions',
    asked_at: 'interviews.questions',
  },
  model_call: {
    id: 'known nowhere else',
    at: 'modelCalls',
    account_id: 'account.id',
    provider: 'modelCalls',
    model: 'modelCalls',
    purpose: 'modelCalls',
    prompt_version: 'modelCalls',
    latency_ms: 'modelCalls',
    first_byte_ms: 'modelCalls',
    input_tokens: 'modelCalls',
    output_tokens: 'modelCalls',
    cost_micros: 'modelCalls',
    outcome: 'modelCalls',
    error_code: 'modelCalls',
  },
  quota_grant: {
    id: 'known nowhere else',
    account_id: 'account.id',
    count: 'quota.grants',
    expires_at: 'quota.grants',
    granted_by: 'somebody else’s id',
    reason: 'quota.grants',
    granted_at: 'quota.grants',
  },
  audit: {
    id: 'known nowhere else',
    at: 'audit',
    actor: 'audit.youWere, otherwise somebody else’s id',
    actor_name: 'somebody else’s name, or one’s own',
    place: 'where an admin was, not the account',
    action: 'audit',
    subject: 'audit.youWere',
    detail: 'audit',
  },
  peer_rating: {
    interaction_id: 'whose answer it was is theirs to tell',
    account_id: 'account.id',
    score: 'ratingsGiven, and interviews.questions.peerRatings of whoever got it',
    rated_at: 'ratingsGiven',
  },
  spent_quota: {
    identity_hash: 'a keyed hash',
    interview_hash: 'a keyed hash',
    counted: 'quota.usedBeforeErasure',
    day: 'quota.usedBeforeErasure',
  },
};

/** Tables that say nothing about anybody, or nothing that is not on its way to them. */
const NOT_EXPORTED: Readonly<Record<string, string>> = {
  job: 'work that is being done: its messages are about to be seen, the rest is ids',
  link_code: 'keyed hashes of codes that are good for ten minutes',
  attempt: 'keyed hashes',
  account_alias: 'ids that are no more',
  form_draft: 'what somebody is just correcting, for an hour',
  sent_message: 'where messages stand on their platform',
  event: 'numbers of events',
  erasure: 'keyed hashes',
  kept_ban: 'keyed hashes',
  setting: 'what admins have set for everybody or for a server',
  revision: 'counts of changes',
  question_import: 'the question bank, and which admin brought it in',
  question: 'the question bank',
  behavioural_question: 'the question bank',
  seed_digest: 'the question bank',
};

let folder: string;
let database: Database.Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-erase-'));
  const path = join(folder, 'interview.db');
  await (await openStore(`sqlite:${path}`, () => 0, hashForTests)).close();
  database = new Database(path);
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

function tables(): readonly string[] {
  return database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite_|kysely_)/.test(name))
    .sort();
}

function columnsOf(table: string): readonly string[] {
  return database
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
    .sort();
}

it('every table is exported, or it is said why not', () => {
  expect(tables()).toEqual([...Object.keys(PERSONAL), ...Object.keys(NOT_EXPORTED)].sort());
});

it.each(Object.keys(PERSONAL))('every column of %s is in the export, or it is said why not', (table) => {
  expect(columnsOf(table)).toEqual(Object.keys(PERSONAL[table] ?? {}).sort());
});

it('no table with an account keeps a row of one that is erased', async () => {
  const withAccount = tables().filter((table) => columnsOf(table).includes('account_id'));
  database.pragma('foreign_keys = OFF');
  for (const table of [...withAccount, 'account']) insertRow(table);
  const path = join(folder, 'interview.db');
  const store = await openStore(`sqlite:${path}`, () => 0, hashForTests);
  await store.turn(
    { eventId: 'erase', at: 0, subject: { type: 'account', id: 'erased' }, detail: 'part' },
    ({ account }) => ({ writes: account ? [{ type: 'eraseAccount', account }] : [], jobs: [] }),
  );
  await store.close();
  const left = withAccount.filter((table) =>
    database.prepare(`SELECT 1 FROM ${table} WHERE account_id = 'erased'`).get(),
  );
  expect(left).toEqual([]);
  expect(database.prepare("SELECT 1 FROM account WHERE id = 'erased'").get()).toBeUndefined();
});

/** A row of the account `erased` in which everything else is a word, a number or `[]` where the column wants something. */
function insertRow(table: string): void {
  const columns = database
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
    )
    .all(table)
    .filter(
      ({ name, type, notnull, pk }) =>
        name === 'account_id' || notnull === 1 || (pk > 0 && !/^int/i.test(type)),
    );
  const contentOf = ({ name, type }: (typeof columns)[number]) => {
    if (name === 'account_id' || (table === 'account' && name === 'id')) return 'erased';
    return /int/i.test(type) ? 0 : '[]';
  };
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  database.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`).run(...columns.map(contentOf));
}
