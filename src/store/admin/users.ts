import { type ExpressionBuilder, sql } from 'kysely';
import type { Role } from '../../accounts/account.ts';
import type { Listed, Page } from '../../admin/page.ts';
import type { UserFigures, UserSummary } from '../../admin/user.ts';
import type { Locale } from '../../chat/message.ts';
import type { SessionStatus } from '../../interview/state.ts';
import type { Database } from '../schema.ts';
import { compile } from '../statement.ts';
import { all, first, run, type Work } from '../work.ts';
import { containing, isLike } from './matching.ts';

/** Two people may have the same name, hardly more than this: then the id says who is meant. */
const MOST_OF_A_NAME = 6;

type Accounts = ExpressionBuilder<Database, 'account'>;

const resembles = (words: string, pattern: string) => (build: Accounts) =>
  build.or([
    build('account.id', '=', words),
    build.exists(
      build
        .selectFrom('identity')
        .select('identity.id')
        .whereRef('identity.account_id', '=', 'account.id')
        .where(({ or }) => or([isLike('identity.name', pattern), isLike('identity.id', pattern)])),
    ),
  ]);
const isMeantBy = (words: string, lower: string) => (build: Accounts) =>
  build.or([
    build('account.id', '=', words),
    build.exists(
      build
        .selectFrom('identity')
        .select('identity.id')
        .whereRef('identity.account_id', '=', 'account.id')
        .where(({ or, eb }) =>
          or([eb('identity.id', '=', words), eb(sql<string>`lower(identity.name)`, '=', lower)]),
        ),
    ),
  ]);

const COLUMNS = ['account.id', 'account.role', 'account.banned_at', 'account.created_at'] as const;
const alikeAccounts = compile(
  (db, value: { words: string; pattern: string; limit: number; offset: number }) =>
    db
      .selectFrom('account')
      .select(COLUMNS)
      .where(resembles(value.words, value.pattern))
      .orderBy('account.created_at', 'desc')
      .orderBy('account.id', 'desc')
      .limit(sql<number>`${value.limit}`)
      .offset(sql<number>`${value.offset}`),
);
const countAlike = compile((db, value: { words: string; pattern: string }) =>
  db
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(resembles(value.words, value.pattern)),
);
const meantAccounts = compile((db, value: { words: string; lower: string; limit: number }) =>
  db
    .selectFrom('account')
    .select(COLUMNS)
    .where(isMeantBy(value.words, value.lower))
    .orderBy('account.created_at', 'desc')
    .limit(sql<number>`${value.limit}`),
);
const identitiesOf = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('identity')
    .select(['id', 'name'])
    .where('account_id', '=', value.accountId)
    .orderBy('created_at'),
);
const accountOf = compile((db, value: { accountId: string }) =>
  db.selectFrom('account').select(['locale', 'session_quota']).where('id', '=', value.accountId),
);
const sessionsOf = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('session')
    .select('status')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('last_activity_at').as('last')])
    .where('account_id', '=', value.accountId)
    .groupBy('status'),
);
const cvsOf = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('cv')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', value.accountId),
);
// The version grows, so that a turn which saw the account before decides again.
const setBan = compile((db, value: { id: string; bannedAt: number | null }) =>
  db
    .updateTable('account')
    .set(({ eb }) => ({ banned_at: value.bannedAt, version: eb('version', '+', 1) }))
    .where('id', '=', value.id),
);
const setRole = compile((db, value: { id: string; role: string }) =>
  db
    .updateTable('account')
    .set(({ eb }) => ({ role: value.role, version: eb('version', '+', 1) }))
    .where('id', '=', value.id),
);

type Row = {
  readonly id: string;
  readonly role: string;
  readonly banned_at: number | null;
  readonly created_at: number;
};

function* withIdentities(rows: readonly Row[]): Work<readonly UserSummary[]> {
  const users: UserSummary[] = [];
  for (const { id, role, banned_at, created_at } of rows) {
    const identities = yield* all(identitiesOf, { accountId: id });
    users.push({ id, role: role as Role, bannedAt: banned_at, createdAt: created_at, identities });
  }
  return users;
}

/** Accounts whose id these words are, or whose names or ids on a platform contain them; newest first. */
export function* findUsers(words: string, page: Page): Work<Listed<UserSummary>> {
  const wanted = { words, pattern: containing(words) };
  const rows = yield* withIdentities(yield* all(alikeAccounts, { ...wanted, ...page }));
  return { rows, total: (yield* first(countAlike, wanted))?.count ?? 0 };
}

/** Accounts that these words name: an id, an id on a platform, or a whole name. */
export function* findMeant(words: string): Work<readonly UserSummary[]> {
  const value = { words, lower: words.toLowerCase(), limit: MOST_OF_A_NAME };
  return yield* withIdentities(yield* all(meantAccounts, value));
}

export function* readUserFigures(accountId: string): Work<UserFigures | null> {
  const account = yield* first(accountOf, { accountId });
  if (!account) return null;
  const sessions = yield* all(sessionsOf, { accountId });
  return {
    locale: account.locale as Locale,
    sessionQuota: account.session_quota,
    interviews: new Map(sessions.map(({ status, count }) => [status as SessionStatus, count])),
    lastActivityAt: sessions.length === 0 ? null : Math.max(...sessions.map(({ last }) => last)),
    cvs: (yield* first(cvsOf, { accountId }))?.count ?? 0,
  };
}

export function* ban(accountId: string, bannedAt: number | null): Work<void> {
  yield* run(setBan, { id: accountId, bannedAt });
}

export function* giveRole(accountId: string, role: Role): Work<void> {
  yield* run(setRole, { id: accountId, role });
}
