import { ATTEMPTS_REMEMBERED_MS } from '../accounts/attempts.ts';
import type { ConversationId, Locale, PlatformUserId } from '../chat/message.ts';
import type { GradingTask } from '../evaluation/grade.ts';
import { planOf } from '../interview/formats.ts';
import { answerText, type Interaction } from '../interview/state.ts';
import type { Position } from '../questions/question.ts';
import { forgetPreviews } from './admin/question-imports.ts';
import { forgetExpiredCvs } from './forget-cv.ts';
import { textsColumn } from './json.ts';
import { askedAboutCv, findSession } from './load.ts';
import { toInteraction } from './rows.ts';
import { compile } from './statement.ts';
import type { CvForQuestions, GradingInput } from './store.ts';
import { all, first, run, type Work } from './work.ts';

/** How long an import waits for somebody to confirm it. */
const PREVIEW_MS = 24 * 60 * 60 * 1000;
/** Long enough to correct what was entered. */
const DRAFT_KEPT_MS = 60 * 60_000;

const interactionById = compile((db, value: { id: string }) =>
  db.selectFrom('interaction').selectAll().where('id', '=', value.id),
);
const openConversations = compile((db, value: { pattern: string }) =>
  db
    .selectFrom('session')
    .select(['conversation', 'last_activity_at'])
    .where('status', 'in', ['preparing', 'asking', 'evaluating'])
    .where('conversation', 'like', value.pattern),
);
const statusOfSession = compile((db, value: { id: string }) =>
  db.selectFrom('session').select('status').where('id', '=', value.id),
);
const usersOfAccount = compile((db, value: { accountId: string }) =>
  db.selectFrom('identity').select('id').where('account_id', '=', value.accountId),
);
const accountById = compile((db, value: { id: string }) =>
  db.selectFrom('account').select(['locale', 'consent_providers']).where('id', '=', value.id),
);
const cvTextById = compile((db, value: { id: string }) =>
  db.selectFrom('cv').select('text').where('id', '=', value.id),
);
const questionsOfCv = compile((db, value: { cvId: string; position: string }) =>
  db
    .selectFrom('cv_question')
    .select(['question', 'quote', 'used_at', 'locale'])
    .where('cv_id', '=', value.cvId)
    .where('position', '=', value.position)
    .orderBy('created_at')
    .orderBy('ordinal'),
);
const deleteOldEvents = compile((db, value: { before: number }) =>
  db.deleteFrom('event').where('received_at', '<', value.before),
);
// What nobody was there to take: it is what somebody was told.
const deleteUndelivered = compile((db, value: { before: number }) =>
  db
    .deleteFrom('job')
    .where('created_at', '<', value.before)
    .where('status', '=', 'waiting')
    .where('kind', 'in', ['send', 'export', 'read_cv']),
);
const deleteOldSent = compile((db, value: { before: number }) =>
  db.deleteFrom('sent_message').where('sent_at', '<', value.before),
);

/** That a job was given up stays, what it carried does not. */
const emptyDeadLetters = compile((db, value: { before: number }) =>
  db
    .updateTable('job')
    .set({ payload: '{}' })
    .where('status', '=', 'failed')
    .where('created_at', '<', value.before),
);

const deleteSpentCodes = compile((db, value: { now: number }) =>
  db.deleteFrom('link_code').where('expires_at', '<=', value.now),
);
const deleteOldDrafts = compile((db, value: { before: number }) =>
  db.deleteFrom('form_draft').where('saved_at', '<=', value.before),
);
const deleteOldAttempts = compile((db, value: { before: number }) =>
  db.deleteFrom('attempt').where('last_at', '<=', value.before),
);
const deleteOldAliases = compile((db, value: { before: number }) =>
  db.deleteFrom('account_alias').where('merged_at', '<', value.before),
);

/** What background jobs read before they start: never inside a turn. */
export function* readGradingInput(interactionId: string): Work<GradingInput | null> {
  const row = yield* first(interactionById, { id: interactionId });
  if (!row) return null;
  const interaction = toInteraction(row);
  const account = yield* first(accountById, { id: interaction.accountId });
  const session = yield* findSession(interaction.sessionId);
  if (!account || !session) return null;
  const cv =
    session.cvId && interaction.kind === 'cv' ? yield* first(cvTextById, { id: session.cvId }) : undefined;
  return {
    accountId: interaction.accountId,
    agreedTo: textsColumn.read(account.consent_providers),
    task: taskOf(interaction, account.locale as Locale, cv?.text ?? ''),
    revision: interaction.revision,
    gradedBy: interaction.grade?.source.provider ?? null,
    disputed: interaction.disputedAt !== null,
  };
}

function taskOf(interaction: Interaction, locale: Locale, cvText: string): GradingTask {
  const { asked, kind, topic } = interaction;
  const common = { question: asked.question, answer: answerText(interaction), locale };
  switch (kind) {
    case 'technical':
      return { ...common, type: kind, exampleAnswer: asked.exampleAnswer ?? '', keyPoints: asked.keyPoints };
    case 'behavioural':
      return {
        ...common,
        type: kind,
        competency: topic ?? '',
        goodAnswerShows: asked.goodAnswerShows,
        warningSign: asked.warningSign ?? '',
      };
    case 'cv':
      return { ...common, type: kind, quote: asked.quote ?? '', cvText };
    default:
      return kind satisfies never;
  }
}

export function* readOpenConversations(
  platform: string,
): Work<readonly { readonly conversation: ConversationId; readonly since: number }[]> {
  const rows = yield* all(openConversations, { pattern: `${platform}:%` });
  return rows.map((row) => ({
    conversation: row.conversation as ConversationId,
    since: row.last_activity_at,
  }));
}

export function* readUsers(accountId: string): Work<readonly PlatformUserId[]> {
  return (yield* all(usersOfAccount, { accountId })).map(({ id }) => id as PlatformUserId);
}

export function* isEvaluating(sessionId: string): Work<boolean> {
  return (yield* first(statusOfSession, { id: sessionId }))?.status === 'evaluating';
}

export function* readCvForQuestions(sessionId: string): Work<CvForQuestions | null> {
  const session = yield* findSession(sessionId);
  if (!session?.cvId || !session.position) return null;
  const cv = yield* first(cvTextById, { id: session.cvId });
  const account = yield* first(accountById, { id: session.accountId });
  if (!cv || !account) return null;
  const made = yield* all(questionsOfCv, { cvId: session.cvId, position: session.position });
  return {
    accountId: session.accountId,
    agreedTo: textsColumn.read(account.consent_providers),
    cvId: session.cvId,
    cvText: cv.text,
    position: session.position as Position,
    locale: account.locale as Locale,
    made: [
      ...made.map(({ question, quote }) => ({ question, quote })),
      ...(yield* askedAboutCv(session.accountId)),
    ],
    needed: planOf(session.format).filter((kind) => kind === 'cv').length,
    unused: made.filter((row) => row.used_at === null && row.locale === account.locale).length,
  };
}

export function* clean(now: number, before: number): Work<void> {
  yield* forgetExpiredCvs(now);
  yield* run(deleteUndelivered, { before });
  yield* forgetPreviews(now - PREVIEW_MS);
  yield* run(deleteOldEvents, { before });
  yield* run(deleteOldSent, { before });
  yield* run(emptyDeadLetters, { before });
  yield* run(deleteSpentCodes, { now });
  yield* run(deleteOldDrafts, { before: now - DRAFT_KEPT_MS });
  yield* run(deleteOldAttempts, { before: now - ATTEMPTS_REMEMBERED_MS });
  yield* run(deleteOldAliases, { before });
}
