import { type Attempts, countNow, NO_ATTEMPTS } from '../accounts/attempts.ts';
import { loginKey } from '../accounts/credentials.ts';
import { isFirst } from '../accounts/identity.ts';
import type { KeyedHash } from '../accounts/keyed-hash.ts';
import type { PlatformUserId } from '../chat/message.ts';
import type {
  AccountsKey,
  AttemptSubject,
  Contents,
  LoadedAccounts,
  LoginTarget,
  OtherAccount,
} from './accounts.ts';
import { draftColumn } from './json.ts';
import { accountById, accountOfUser, findOpenSession, withInteractions } from './load.ts';
import { readIdentities } from './owner.ts';
import { toAccount } from './rows.ts';
import type { AccountRow } from './schema.ts';
import { compile } from './statement.ts';
import { first, type Work } from './work.ts';

const accountByUsername = compile((db, value: { key: string }) =>
  db.selectFrom('account').selectAll().where('username_key', '=', value.key),
);
const accountByEmail = compile((db, value: { email: string }) =>
  db.selectFrom('account').selectAll().where('email', '=', value.email),
);
const countInterviews = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('session')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', value.accountId)
    .where((build) => build.or([build('counted', '=', 1), build('status', '<>', 'cancelled')])),
);
const countCvs = compile((db, value: { accountId: string; now: number }) =>
  db
    .selectFrom('cv')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', value.accountId)
    .where('expires_at', '>', value.now),
);
const codeByHash = compile((db, value: { codeHash: string }) =>
  db.selectFrom('link_code').selectAll().where('code_hash', '=', value.codeHash),
);
const attemptsBySubject = compile((db, value: { subjectHash: string }) =>
  db.selectFrom('attempt').selectAll().where('subject_hash', '=', value.subjectHash),
);
const draftOfIdentity = compile((db, value: { id: string }) =>
  db.selectFrom('form_draft').select('fields').where('identity_id', '=', value.id),
);

/** Somebody's own account, where they have one, and what a form, a password or a code leads to. */
export function* loadAccounts(key: AccountsKey, now: number, hash: KeyedHash): Work<LoadedAccounts> {
  const own = yield* first(accountOfUser, { id: key.self.id });
  const draft = own && (yield* first(draftOfIdentity, { id: key.self.id }));
  const subject = subjectOf(key, own?.id ?? null);
  return {
    self: key.self,
    identities: own ? yield* readIdentities(own.id) : [],
    contents: own ? yield* readContents(own.id, now) : { interviews: 0, cvs: 0 },
    passwordHash: own?.password_hash ?? null,
    taken: yield* findTaken(key, own?.id ?? null),
    other: yield* findOther(key, now, hash),
    attempts: {
      user: yield* readAttempts({ type: 'user', id: key.self.id }, now, hash),
      account: subject ? yield* readAttempts(subject, now, hash) : NO_ATTEMPTS,
    },
    draft: draft ? draftColumn.read(draft.fields) : null,
  };
}

/** The account that a name leads to, for comparing the password that was given with it. */
export function* findLoginTarget(
  name: string,
  identity: PlatformUserId,
  now: number,
  hash: KeyedHash,
): Work<LoginTarget> {
  const found = yield* findByName(name);
  const subject: AttemptSubject = found ? { type: 'account', id: found.id } : { type: 'name', name };
  return yield* toTarget(found, identity, subject, now, hash);
}

/** The same for somebody's own account. */
export function* findOwnTarget(identity: PlatformUserId, now: number, hash: KeyedHash): Work<LoginTarget> {
  const own = yield* first(accountOfUser, { id: identity });
  const target = yield* toTarget(own, identity, own ? { type: 'account', id: own.id } : null, now, hash);
  return { ...target, isFirst: own !== undefined && isFirst(yield* readIdentities(own.id), identity) };
}

function* toTarget(
  row: AccountRow | undefined,
  identity: PlatformUserId,
  subject: AttemptSubject | null,
  now: number,
  hash: KeyedHash,
): Work<LoginTarget> {
  return {
    accountId: row?.id ?? null,
    details: row ? toAccount(row).details : null,
    isFirst: false,
    passwordHash: row?.password_hash ?? null,
    attempts: {
      user: yield* readAttempts({ type: 'user', id: identity }, now, hash),
      account: subject ? yield* readAttempts(subject, now, hash) : NO_ATTEMPTS,
    },
  };
}

/** What is tried: the account that a login leads to, the name when it leads to none, or else one's own account. */
function subjectOf({ login }: AccountsKey, ownId: string | null): AttemptSubject | null {
  const id = login ? login.accountId : ownId;
  if (id !== null) return { type: 'account', id };
  return login ? { type: 'name', name: login.name } : null;
}

export function hashOfSubject(subject: AttemptSubject, hash: KeyedHash): string {
  return hash('attempt', `${subject.type}:${subject.type === 'name' ? subject.name : subject.id}`);
}

function* readAttempts(subject: AttemptSubject, now: number, hash: KeyedHash): Work<Attempts> {
  const row = yield* first(attemptsBySubject, { subjectHash: hashOfSubject(subject, hash) });
  if (!row) return NO_ATTEMPTS;
  const stored = { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
  return countNow(stored, now);
}

function* findByName(name: string): Work<AccountRow | undefined> {
  const key = loginKey(name);
  return (yield* first(accountByUsername, { key })) ?? (yield* first(accountByEmail, { email: key }));
}

function* findTaken({ details }: AccountsKey, ownId: string | null): Work<LoadedAccounts['taken']> {
  if (!details) return { username: false, email: false };
  const byName = yield* first(accountByUsername, { key: loginKey(details.username) });
  const byEmail = yield* first(accountByEmail, { email: details.email });
  const isOthers = (row: AccountRow | undefined) => row !== undefined && row.id !== ownId;
  return { username: isOthers(byName), email: isOthers(byEmail) };
}

function* findOther(
  { login, code, self }: AccountsKey,
  now: number,
  hash: KeyedHash,
): Work<OtherAccount | null> {
  const named =
    code === undefined ? (login?.accountId ?? null) : yield* accountOfCode(code, self.id, now, hash);
  const row = named === null ? undefined : yield* first(accountById, { id: named });
  if (!row) return null;
  const session = yield* findOpenSession(row.id);
  return {
    account: toAccount(row),
    passwordHash: row.password_hash,
    identities: yield* readIdentities(row.id),
    interview: session ? yield* withInteractions(session) : null,
  };
}

/** `null` for a code that was used, that has run out, or that was meant for another identity. */
function* accountOfCode(
  code: string,
  identity: PlatformUserId,
  now: number,
  hash: KeyedHash,
): Work<string | null> {
  const row = yield* first(codeByHash, { codeHash: hash('link', code) });
  const isFor = row && (row.identity_id === null || row.identity_id === identity);
  return isFor && row.expires_at > now ? row.account_id : null;
}

function* readContents(accountId: string, now: number): Work<Contents> {
  const interviews = yield* first(countInterviews, { accountId });
  const cvs = yield* first(countCvs, { accountId, now });
  return { interviews: interviews?.count ?? 0, cvs: cvs?.count ?? 0 };
}
