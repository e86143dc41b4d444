import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { NO_QUOTA_USED } from '../accounts/quota.ts';
import type { Locale, MessageId } from '../chat/message.ts';
import type { CvQuestion } from '../cv/cv.ts';
import { planOf } from '../interview/formats.ts';
import { hasPart, type Interaction, type Interview, type Session } from '../interview/state.ts';
import { cvLane } from '../jobs/job.ts';
import { askedColumn, partsColumn } from './json.ts';
import { readKeptBan } from './kept-ban.ts';
import { readOwner } from './owner.ts';
import { readRatings } from './peer-ratings.ts';
import { readQuotaOfAccount, readQuotaOfStranger } from './quota.ts';
import { toAccount, toInteraction, toSession } from './rows.ts';
import type { AccountRow } from './schema.ts';
import { compile } from './statement.ts';
import type { Loaded, TurnKey } from './store.ts';
import { all, first, type Work } from './work.ts';

const OPEN = ['preparing', 'asking', 'evaluating'] as const;
const HISTORY_LENGTH = 50;

// The account's row is what turns of one account wait for where several transactions run at a time.
export const accountOfUser = compile((db, value: { id: string }, { hasManyWriters }) =>
  db
    .selectFrom('account')
    .selectAll()
    .$if(hasManyWriters, (query) => query.forUpdate())
    // Not a join: SQLite takes four times as long for it.
    .where('id', '=', (build) =>
      build.selectFrom('identity').select('account_id').where('identity.id', '=', value.id),
    ),
);
export const accountById = compile((db, value: { id: string }, { hasManyWriters }) =>
  db
    .selectFrom('account')
    .selectAll()
    .$if(hasManyWriters, (query) => query.forUpdate())
    .where('id', '=', value.id),
);
const accountOfSession = compile((db, value: { id: string }, { hasManyWriters }) =>
  db
    .selectFrom('account')
    .selectAll()
    .$if(hasManyWriters, (query) => query.forUpdate())
    .where('id', '=', (build) =>
      build.selectFrom('session').select('account_id').where('session.id', '=', value.id),
    ),
);
/** What an account that is no more has become part of. */
export const aliasOfAccount = compile((db, value: { id: string }) =>
  db.selectFrom('account_alias').select('account_id').where('id', '=', value.id),
);
// One at most, beside those that are only being graded: a limit or an order would cost more than the search.
const openSession = compile((db, value: { accountId: string }) =>
  db.selectFrom('session').selectAll().where('account_id', '=', value.accountId).where('status', 'in', OPEN),
);
const sessionById = compile((db, value: { id: string }) =>
  db.selectFrom('session').selectAll().where('id', '=', value.id),
);
const interactionById = compile((db, value: { id: string }) =>
  db.selectFrom('interaction').selectAll().where('id', '=', value.id),
);
const partsOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('interaction')
    .select(['id', 'parts'])
    .where('account_id', '=', value.accountId)
    .where('last_part_at', 'is not', null),
);
const interactionsOfSession = compile((db, value: { sessionId: string }) =>
  db.selectFrom('interaction').selectAll().where('session_id', '=', value.sessionId).orderBy('ordinal'),
);
const cvsOfAccount = compile((db, value: { accountId: string; now: number }) =>
  db
    .selectFrom('cv')
    .select(['id', 'file_name', 'pages', 'uploaded_at', 'sha256'])
    .where('account_id', '=', value.accountId)
    .where('expires_at', '>', value.now)
    .orderBy('uploaded_at', 'desc'),
);
const pastOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('interaction')
    .select(['question_id', 'topic', 'score'])
    .where('account_id', '=', value.accountId),
);
const unusedCvQuestions = compile((db, value: { cvId: string; position: string }) =>
  db
    .selectFrom('cv_question')
    .select(['id', 'question', 'quote', 'locale'])
    .where('cv_id', '=', value.cvId)
    .where('position', '=', value.position)
    .where('used_at', 'is', null)
    .orderBy('created_at')
    .orderBy('ordinal'),
);
const pendingInLane = compile((db, value: { lane: string }) =>
  db.selectFrom('job').select('seq').where('lane', '=', value.lane).where('status', '<>', 'failed').limit(1),
);
const cvText = compile((db, value: { id: string }) =>
  db.selectFrom('cv').select('text').where('id', '=', value.id),
);
const cvInteractions = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('interaction')
    .select('asked')
    .where('account_id', '=', value.accountId)
    .where('kind', '=', 'cv')
    .orderBy('asked_at'),
);
const historyOfAccount = compile((db, value: { accountId: string }) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', value.accountId)
    .where('status', '=', 'finished')
    .orderBy('started_at', 'desc')
    .limit(HISTORY_LENGTH),
);

const NOTHING: Loaded = {
  account: null,
  interview: null,
  cvs: [],
  cvIsBeingRead: false,
  past: [],
  cvQuestions: [],
  cvText: null,
  askedAboutCv: [],
  quota: NO_QUOTA_USED,
  history: [],
  report: null,
  pastAnswer: null,
  foreign: null,
  person: null,
  keptBan: null,
  accounts: null,
};

/** Reads what the key asks for; each part only where a decision can need it, as this runs for every message. */
export function* load(key: TurnKey, hash: KeyedHash): Work<Loaded> {
  const row = yield* findAccount(key);
  if (!row) return yield* loadStranger(key, hash);
  const account = toAccount(row);
  if (key.detail === 'account') return { ...NOTHING, account };
  const named = key.subject.type === 'session' ? key.subject.id : key.interviewId;
  const session = yield* named ? findOwnSession(named, account.id) : findOpenSession(account.id);
  if (key.detail === 'part' && session?.status === 'asking' && session.currentInteractionId) {
    const current = yield* first(interactionById, { id: session.currentInteractionId });
    return {
      ...NOTHING,
      account,
      interview: { session, interactions: current ? [toInteraction(current)] : [] },
    };
  }
  const interview = session ? yield* withInteractions(session) : null;
  const foreign = yield* loadForeign(key.namedInterviewId, account.id);
  if (key.detail === 'interview') {
    const pastAnswer = yield* findPastAnswer(account.id, interview, key.changedMessage);
    return { ...NOTHING, account, interview, pastAnswer, foreign };
  }
  return {
    ...NOTHING,
    ...(yield* loadMaterial(account.id, account.locale, session, key.at)),
    ...(yield* loadHistory(account.id, key)),
    quota: yield* readQuotaOfAccount(account.id, key.at, hash),
    keptBan: null,
    person: key.person ? yield* readOwner(account.id) : null,
    account,
    interview,
    pastAnswer: null,
    foreign,
  };
}

/** The interview that somebody names and that is not theirs; `accountId` is `null` for a stranger. */
function* loadForeign(id: string | undefined, accountId: string | null): Work<Loaded['foreign']> {
  const session = id === undefined ? null : yield* findSession(id);
  if (!session || session.accountId === accountId) return null;
  return yield* withInteractions(session);
}

/** Somebody without an account may have had one before. */
function* loadStranger({ subject, at, namedInterviewId }: TurnKey, hash: KeyedHash): Work<Loaded> {
  if (subject.type !== 'user') return NOTHING;
  return {
    ...NOTHING,
    quota: yield* readQuotaOfStranger(subject.id, at, hash),
    keptBan: yield* readKeptBan(subject.id, hash),
    foreign: yield* loadForeign(namedInterviewId, null),
  };
}

/** Where no part of the open interview is meant. Edits are rare, and an account has few answers: they are looked through. */
function* findPastAnswer(
  accountId: string,
  open: Interview | null,
  messageId: MessageId | undefined,
): Work<Interaction | null> {
  if (!messageId || open?.interactions.some((interaction) => hasPart(interaction, messageId))) return null;
  for (const row of yield* all(partsOfAccount, { accountId })) {
    if (!hasPart({ parts: partsColumn.read(row.parts) }, messageId)) continue;
    const found = yield* first(interactionById, { id: row.id });
    return found ? toInteraction(found) : null;
  }
  return null;
}

function* findAccount(key: TurnKey): Work<AccountRow | undefined> {
  switch (key.subject.type) {
    case 'user':
      return yield* first(accountOfUser, { id: key.subject.id });
    case 'account':
      return yield* findCurrentAccount(key.subject.id);
    case 'session':
      return yield* first(accountOfSession, { id: key.subject.id });
    default:
      return key.subject satisfies never;
  }
}

/** The account, or the one that it has become part of. */
function* findCurrentAccount(id: string): Work<AccountRow | undefined> {
  const row = yield* first(accountById, { id });
  if (row) return row;
  const alias = yield* first(aliasOfAccount, { id });
  return alias && (yield* first(accountById, { id: alias.account_id }));
}

export function* findSession(id: string): Work<Session | null> {
  const row = yield* first(sessionById, { id });
  return row ? toSession(row) : null;
}

/** `null` for somebody else's. */
function* findOwnSession(id: string, accountId: string): Work<Session | null> {
  const session = yield* findSession(id);
  return session?.accountId === accountId ? session : null;
}

/** The one that is under way or, where there is none, one that is being graded. */
export function* findOpenSession(accountId: string): Work<Session | null> {
  const rows = yield* all(openSession, { accountId });
  const row = rows.find(({ status }) => status !== 'evaluating') ?? rows[0];
  return row ? toSession(row) : null;
}

export function* withInteractions(session: Session): Work<Interview> {
  const rows = yield* all(interactionsOfSession, { sessionId: session.id });
  const interactions = rows.map(toInteraction);
  if (session.thread === null) return { session, interactions };
  const ratings = yield* readRatings(session.id);
  return {
    session,
    interactions: interactions.map((interaction) => ({
      ...interaction,
      peerRatings: ratings.get(interaction.id) ?? [],
    })),
  };
}

function* loadMaterial(accountId: string, locale: Locale, session: Session | null, now: number) {
  const cvs = yield* all(cvsOfAccount, { accountId, now });
  const past = yield* all(pastOfAccount, { accountId });
  const stored =
    session?.cvId && session.position
      ? yield* all(unusedCvQuestions, { cvId: session.cvId, position: session.position })
      : [];
  const cvQuestions = stored.map((row) => ({ ...row, locale: row.locale as Locale }));
  const cvIsNext = session !== null && planOf(session.format)[session.asked] === 'cv';
  const text =
    cvIsNext && session.cvId && !cvQuestions.some((question) => question.locale === locale)
      ? yield* first(cvText, { id: session.cvId })
      : undefined;
  return {
    cvs: cvs.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      pages: row.pages,
      uploadedAt: row.uploaded_at,
      sha256: row.sha256,
    })),
    cvIsBeingRead: (yield* first(pendingInLane, { lane: cvLane(accountId) })) !== undefined,
    past: past.map((row) => ({ questionId: row.question_id, topic: row.topic, score: row.score })),
    cvQuestions,
    cvText: text?.text ?? null,
    askedAboutCv: text ? yield* askedAboutCv(accountId) : [],
  };
}

/** Every CV question that an account was ever asked. */
export function* askedAboutCv(accountId: string): Work<readonly CvQuestion[]> {
  const rows = yield* all(cvInteractions, { accountId });
  return rows.map((row) => {
    const { question, quote } = askedColumn.read(row.asked);
    return { question, quote: quote ?? '' };
  });
}

function* loadHistory(accountId: string, key: TurnKey) {
  if (!key.history && key.report === undefined) return { history: [], report: null };
  const history = (yield* all(historyOfAccount, { accountId })).map(toSession);
  const wanted = key.report === undefined ? undefined : history[key.report - 1];
  return { history, report: wanted ? yield* withInteractions(wanted) : null };
}
