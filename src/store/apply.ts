import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { insertAccount, insertIdentity, updateAccount } from './account-statements.ts';
import { insertAudit } from './admin/audit.ts';
import { keepImport, takeImport, undoImport } from './admin/question-imports.ts';
import { setQuestionActive } from './admin/questions.ts';
import { changeSetting } from './admin/settings.ts';
import { ban, giveRole } from './admin/users.ts';
import { applyToAccounts } from './apply-accounts.ts';
import { eraseAccount } from './erase.ts';
import { forgetOwnCv } from './forget-cv.ts';
import { giveUpDeliveries } from './jobs.ts';
import { takeBackBan } from './kept-ban.ts';
import { ratePeer } from './peer-ratings.ts';
import { grantQuota, keepSpentQuota } from './quota.ts';
import {
  fromAccount,
  fromInteraction,
  fromInteractionChange,
  fromSession,
  type InteractionChange,
} from './rows.ts';
import type { CvQuestionRow, CvRow, InteractionRow, SessionRow } from './schema.ts';
import { compile } from './statement.ts';
import type { Write } from './store.ts';
import { expectOne } from './version-conflict.ts';
import { insertAll, run, type Work } from './work.ts';

const insertCv = compile((db, value: CvRow) =>
  db.insertInto('cv').values({
    id: value.id,
    account_id: value.account_id,
    sha256: value.sha256,
    file_name: value.file_name,
    pages: value.pages,
    text: value.text,
    uploaded_at: value.uploaded_at,
    expires_at: value.expires_at,
  }),
);
const insertCvQuestion = compile((db, value: CvQuestionRow) =>
  db.insertInto('cv_question').values({
    id: value.id,
    cv_id: value.cv_id,
    position: value.position,
    locale: value.locale,
    ordinal: value.ordinal,
    question: value.question,
    quote: value.quote,
    source: value.source,
    created_at: value.created_at,
    used_at: null,
  }),
);
const useCvQuestion = compile((db, value: { id: string; used_at: number }) =>
  db.updateTable('cv_question').set({ used_at: value.used_at }).where('id', '=', value.id),
);
const insertSession = compile((db, value: SessionRow) =>
  db.insertInto('session').values({
    id: value.id,
    account_id: value.account_id,
    conversation: value.conversation,
    thread: value.thread,
    cv_in_thread: value.cv_in_thread,
    status: value.status,
    format: value.format,
    position: value.position,
    topic: value.topic,
    cv_id: value.cv_id,
    current_interaction_id: value.current_interaction_id,
    asked: value.asked,
    counted: value.counted,
    overall: value.overall,
    started_at: value.started_at,
    last_activity_at: value.last_activity_at,
    finished_at: value.finished_at,
    version: value.version,
  }),
);
const updateSession = compile((db, value: SessionRow & { next_version: number }) =>
  db
    .updateTable('session')
    .set({
      conversation: value.conversation,
      thread: value.thread,
      cv_in_thread: value.cv_in_thread,
      status: value.status,
      format: value.format,
      topic: value.topic,
      position: value.position,
      cv_id: value.cv_id,
      current_interaction_id: value.current_interaction_id,
      asked: value.asked,
      counted: value.counted,
      overall: value.overall,
      last_activity_at: value.last_activity_at,
      finished_at: value.finished_at,
      version: value.next_version,
    })
    .where('id', '=', value.id)
    .where('version', '=', value.version),
);
const insertInteraction = compile((db, value: InteractionRow) =>
  db.insertInto('interaction').values({
    id: value.id,
    session_id: value.session_id,
    account_id: value.account_id,
    ordinal: value.ordinal,
    kind: value.kind,
    question_id: value.question_id,
    topic: value.topic,
    asked: value.asked,
    status: value.status,
    parts: value.parts,
    last_part_at: value.last_part_at,
    revision: value.revision,
    score: value.score,
    grade: value.grade,
    grade_is_final: value.grade_is_final,
    follow_up: value.follow_up,
    disputed_at: value.disputed_at,
    asked_at: value.asked_at,
  }),
);
const updateInteraction = compile((db, value: InteractionChange) =>
  db
    .updateTable('interaction')
    .set({
      status: value.status,
      parts: value.parts,
      last_part_at: value.last_part_at,
      revision: value.revision,
      score: value.score,
      grade: value.grade,
      grade_is_final: value.grade_is_final,
      follow_up: value.follow_up,
      disputed_at: value.disputed_at,
    })
    .where('id', '=', value.id),
);

/** Carries out one change of a write set. @throws VersionConflict when an account or a session has moved on */
export function* apply(write: Write, at: number, hash: KeyedHash): Work<void> {
  switch (write.type) {
    case 'insertAccount':
      yield* run(insertAccount, fromAccount(write.account));
      return;
    case 'insertIdentity':
      yield* run(insertIdentity, {
        id: write.id,
        account_id: write.accountId,
        name: write.name,
        created_at: at,
        conversation: write.conversation ?? null,
      });
      yield* takeBackBan(write.id, hash);
      return;
    case 'updateAccount': {
      const { version } = write.account;
      expectOne(yield* run(updateAccount, { ...fromAccount(write.account), next_version: version + 1 }));
      return;
    }
    case 'insertCv':
      yield* run(insertCv, {
        id: write.cv.id,
        account_id: write.accountId,
        sha256: write.cv.sha256,
        file_name: write.cv.fileName,
        pages: write.cv.pages,
        text: write.cv.text,
        uploaded_at: write.cv.uploadedAt,
        expires_at: write.cv.expiresAt,
      });
      return;
    case 'deleteCv':
      yield* forgetOwnCv(write.cvId, write.accountId);
      return;
    case 'insertCvQuestions':
      yield* insertAll(
        insertCvQuestion,
        write.questions.map((question, ordinal) => ({
          id: question.id,
          cv_id: question.cvId,
          position: question.position,
          locale: question.locale,
          ordinal,
          question: question.question,
          quote: question.quote,
          source: question.source,
          created_at: at,
          used_at: null,
        })),
      );
      return;
    case 'useCvQuestion':
      yield* run(useCvQuestion, { id: write.questionId, used_at: at });
      return;
    case 'insertSession':
      yield* run(insertSession, fromSession(write.session));
      return;
    case 'updateSession': {
      const { version } = write.session;
      expectOne(yield* run(updateSession, { ...fromSession(write.session), next_version: version + 1 }));
      return;
    }
    case 'insertInteraction':
      yield* run(insertInteraction, fromInteraction(write.interaction));
      return;
    case 'updateInteraction':
      yield* run(updateInteraction, fromInteractionChange(write.interaction));
      return;
    case 'eraseAccount': {
      const { id, version } = write.account;
      expectOne(yield* run(updateAccount, { ...fromAccount(write.account), next_version: version + 1 }));
      yield* eraseAccount(id, at, hash);
      return;
    }
    case 'grantQuota':
      yield* grantQuota(write.accountId, write.grant);
      return;
    case 'keepSpentQuota':
      yield* keepSpentQuota(write.identities, write.spent, write.givenBack, hash);
      return;
    case 'setBan':
      yield* ban(write.accountId, write.bannedAt);
      return;
    case 'setRole':
      yield* giveRole(write.accountId, write.role);
      return;
    case 'changeSetting':
      yield* changeSetting(write.place, write.name, write.value);
      return;
    case 'setQuestionActive':
      yield* setQuestionActive(write.id, write.active, at);
      return;
    case 'keepImport':
      yield* keepImport(write.import, write.payload);
      return;
    case 'takeImport':
      yield* takeImport(write.id, at);
      return;
    case 'undoImport':
      yield* undoImport(write.id, at);
      return;
    case 'insertAudit':
      yield* insertAudit(write.entry, at);
      return;
    case 'giveUpDeliveries':
      yield* giveUpDeliveries(write.conversationsBeginWith, write.reason);
      return;
    case 'ratePeer':
      yield* ratePeer(write, at);
      return;
    default:
      yield* applyToAccounts(write, at, hash);
  }
}
