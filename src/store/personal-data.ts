import type { KeyedHash } from '../accounts/keyed-hash.ts';
import type { Locale } from '../chat/message.ts';
import type { Interview } from '../interview/state.ts';
import type { Position } from '../questions/question.ts';
import { readAuditOfAccount } from './admin/audit.ts';
import { withInteractions } from './load.ts';
import { toModelCall } from './model-calls.ts';
import { readIdentities } from './owner.ts';
import { readRatingsBy } from './peer-ratings.ts';
import { readQuotaOfAccount } from './quota.ts';
import { toAccount, toSession } from './rows.ts';
import type { CvQuestionRow } from './schema.ts';
import { compile } from './statement.ts';
import type { CvQuestionRecord, PersonalData } from './store.ts';
import { all, first, type Work } from './work.ts';

type Whose = { readonly accountId: string };

const accountById = compile((db, value: Whose) =>
  db.selectFrom('account').selectAll().where('id', '=', value.accountId),
);
const cvsOfAccount = compile((db, value: Whose) =>
  db.selectFrom('cv').selectAll().where('account_id', '=', value.accountId).orderBy('uploaded_at'),
);
const questionsOfCv = compile((db, value: { cvId: string }) =>
  db
    .selectFrom('cv_question')
    .selectAll()
    .where('cv_id', '=', value.cvId)
    .orderBy('created_at')
    .orderBy('ordinal'),
);
const sessionsOfAccount = compile((db, value: Whose) =>
  db.selectFrom('session').selectAll().where('account_id', '=', value.accountId).orderBy('started_at'),
);
const modelCallsOfAccount = compile((db, value: Whose) =>
  db.selectFrom('model_call').selectAll().where('account_id', '=', value.accountId).orderBy('at'),
);

/** All that says something about somebody. What is left out, and why: docs/export.md. */
export function* readPersonalData(
  accountId: string,
  now: number,
  hash: KeyedHash,
): Work<PersonalData | null> {
  const account = yield* first(accountById, { accountId });
  if (!account) return null;
  return {
    account: toAccount(account),
    identities: yield* readIdentities(accountId),
    cvs: yield* readCvs(accountId),
    interviews: yield* readInterviews(accountId),
    modelCalls: (yield* all(modelCallsOfAccount, { accountId })).map(toModelCall),
    ratingsGiven: yield* readRatingsBy(accountId),
    quota: yield* readQuotaOfAccount(accountId, now, hash),
    audit: yield* readAuditOfAccount(accountId),
  };
}

function* readInterviews(accountId: string): Work<readonly Interview[]> {
  const interviews: Interview[] = [];
  for (const row of yield* all(sessionsOfAccount, { accountId }))
    interviews.push(yield* withInteractions(toSession(row)));
  return interviews;
}

function* readCvs(accountId: string): Work<PersonalData['cvs']> {
  const cvs: PersonalData['cvs'][number][] = [];
  for (const row of yield* all(cvsOfAccount, { accountId })) {
    const questions = yield* all(questionsOfCv, { cvId: row.id });
    cvs.push({
      id: row.id,
      sha256: row.sha256,
      fileName: row.file_name,
      pages: row.pages,
      text: row.text,
      uploadedAt: row.uploaded_at,
      expiresAt: row.expires_at,
      questions: questions.map(toCvQuestion),
    });
  }
  return cvs;
}

function toCvQuestion(row: CvQuestionRow): CvQuestionRecord {
  return {
    position: row.position as Position,
    locale: row.locale as Locale,
    question: row.question,
    quote: row.quote,
    source: row.source as CvQuestionRecord['source'],
    createdAt: row.created_at,
    usedAt: row.used_at,
  };
}
