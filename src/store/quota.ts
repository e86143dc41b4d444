import type { KeyedHash } from '../accounts/keyed-hash.ts';
import type { QuotaGrant, QuotaLedger, SpentInterview } from '../accounts/quota.ts';
import type { PlatformUserId } from '../chat/message.ts';
import type { QuotaGrantRow } from './schema.ts';
import { compile } from './statement.ts';
import { all, first, run, type Work } from './work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const interviewsOfAccount = compile((db, value: { accountId: string; today: number }) =>
  db
    .selectFrom('session')
    .select(['id', 'counted', 'started_at', 'finished_at'])
    .where('account_id', '=', value.accountId)
    .where((build) =>
      build.or([
        build('counted', '=', 1),
        build.and([build('status', '=', 'cancelled'), build('finished_at', '>=', value.today)]),
      ]),
    ),
);
const grantsOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('quota_grant').selectAll().where('account_id', '=', value.accountId).orderBy('granted_at'),
);
const identitiesOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('identity').select('id').where('account_id', '=', value.accountId),
);
const spentByIdentity = compile((db, value: { identityHash: string }) =>
  db
    .selectFrom('spent_quota')
    .select(['interview_hash', 'counted', 'day'])
    .where('identity_hash', '=', value.identityHash),
);
const spentOnce = compile((db, value: { identity_hash: string; interview_hash: string }) =>
  db
    .selectFrom('spent_quota')
    .select('day')
    .where('identity_hash', '=', value.identity_hash)
    .where('interview_hash', '=', value.interview_hash),
);
const insertSpent = compile(
  (db, value: { identity_hash: string; interview_hash: string; counted: number; day: number }) =>
    db.insertInto('spent_quota').values({
      identity_hash: value.identity_hash,
      interview_hash: value.interview_hash,
      counted: value.counted,
      day: value.day,
    }),
);
const insertGrant = compile((db, value: QuotaGrantRow) =>
  db.insertInto('quota_grant').values({
    id: value.id,
    account_id: value.account_id,
    count: value.count,
    expires_at: value.expires_at,
    granted_by: value.granted_by,
    reason: value.reason,
    granted_at: value.granted_at,
  }),
);

/** What an account was given and has used, with what its identities had used before they belonged to it. */
export function* readQuotaOfAccount(accountId: string, now: number, hash: KeyedHash): Work<QuotaLedger> {
  const rows = yield* all(interviewsOfAccount, { accountId, today: dayOf(now) });
  const identities = yield* all(identitiesOfAccount, { accountId });
  const kept = yield* readKept(
    identities.map(({ id }) => id),
    hash,
  );
  // An identity that came back to the account it left brings along what stands there as well.
  const known = new Set(kept.length > 0 ? rows.map(({ id }) => hash('quota', id)) : []);
  const carried = kept.filter(({ interview_hash }) => !known.has(interview_hash));
  const own = (row: (typeof rows)[number], at: number): SpentInterview => ({
    id: row.id,
    at,
    carried: false,
  });
  return {
    spent: [
      ...rows.filter(({ counted }) => counted === 1).map((row) => own(row, row.started_at)),
      ...spentOf(carried),
    ],
    givenBackToday: [
      ...rows.filter(({ counted }) => counted === 0).map((row) => own(row, row.finished_at ?? now)),
      ...givenBackOf(carried, now),
    ],
    grants: (yield* all(grantsOfAccount, { accountId })).map(toGrant),
  };
}

/** What somebody without an account had used when they had one. */
export function* readQuotaOfStranger(id: PlatformUserId, now: number, hash: KeyedHash): Work<QuotaLedger> {
  const kept = yield* readKept([id], hash);
  return { spent: spentOf(kept), givenBackToday: givenBackOf(kept, now), grants: [] };
}

export function* grantQuota(accountId: string, grant: QuotaGrant): Work<void> {
  yield* run(insertGrant, {
    id: grant.id,
    account_id: accountId,
    count: grant.count,
    expires_at: grant.expiresAt,
    granted_by: grant.grantedBy,
    reason: grant.reason,
    granted_at: grant.grantedAt,
  });
}

export function* keepSpentQuota(
  identities: readonly PlatformUserId[],
  spent: readonly SpentInterview[],
  givenBack: readonly SpentInterview[],
  hash: KeyedHash,
): Work<void> {
  const interviews = [
    ...spent.map((interview) => ({ interview, counted: 1 })),
    ...givenBack.map((interview) => ({ interview, counted: 0 })),
  ];
  for (const identity of identities) {
    const identity_hash = hash('quota', identity);
    for (const { interview, counted } of interviews) {
      const interview_hash = interview.carried ? interview.id : hash('quota', interview.id);
      if (yield* first(spentOnce, { identity_hash, interview_hash })) continue;
      yield* run(insertSpent, { identity_hash, interview_hash, counted, day: dayOf(interview.at) });
    }
  }
}

type Kept = { readonly interview_hash: string; readonly counted: number; readonly day: number };

/** Each interview once, however many identities it was kept for. */
function* readKept(identities: readonly string[], hash: KeyedHash): Work<readonly Kept[]> {
  const kept = new Map<string, Kept>();
  for (const id of identities) {
    const rows = yield* all(spentByIdentity, { identityHash: hash('quota', id) });
    for (const row of rows) kept.set(row.interview_hash, row);
  }
  return [...kept.values()];
}

function spentOf(kept: readonly Kept[]): readonly SpentInterview[] {
  return kept.filter(({ counted }) => counted === 1).map(toSpent);
}

function givenBackOf(kept: readonly Kept[], now: number): readonly SpentInterview[] {
  return kept.filter(({ counted, day }) => counted === 0 && day === dayOf(now)).map(toSpent);
}

function toSpent({ interview_hash, day }: Kept): SpentInterview {
  return { id: interview_hash, at: day, carried: true };
}

function toGrant(row: QuotaGrantRow): QuotaGrant {
  return {
    id: row.id,
    count: row.count,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    grantedBy: row.granted_by as PlatformUserId,
    reason: row.reason,
  };
}

/** The moment at which the day (UTC) of a moment began. */
function dayOf(at: number): number {
  return at - (at % DAY_MS);
}
