import type { Account, Role } from '../accounts/account.ts';
import { loginKey } from '../accounts/credentials.ts';
import type { ConversationId, Locale } from '../chat/message.ts';
import type { FormatName, QuestionKind } from '../interview/formats.ts';
import type { Interaction, Session, SessionStatus } from '../interview/state.ts';
import type { BehaviouralQuestion, Position, Question } from '../questions/question.ts';
import {
  askedColumn,
  attachmentColumn,
  behaviouralTextsColumn,
  followUpColumn,
  gradeColumn,
  overallColumn,
  partsColumn,
  textsColumn,
} from './json.ts';
import type {
  AccountRow,
  BehaviouralQuestionRow,
  InteractionRow,
  QuestionRow,
  SessionRow,
} from './schema.ts';

/** Between rows and what the rest of the program knows. Only this module wrote the enumerations it casts. */

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    locale: row.locale as Locale,
    details:
      row.username === null || row.name === null || row.email === null
        ? null
        : { username: row.username, name: row.name, email: row.email },
    consentAt: row.consent_at,
    consentProviders: textsColumn.read(row.consent_providers),
    consentAsked: row.consent_asked,
    pendingCv: row.pending_cv === null ? null : attachmentColumn.read(row.pending_cv),
    sessionQuota: row.session_quota,
    role: row.role as Role,
    bannedAt: row.banned_at,
    createdAt: row.created_at,
    version: row.version,
  };
}

/** All but the password, which is written by itself. */
export function fromAccount({ details, ...account }: Account): Omit<AccountRow, 'password_hash'> {
  return {
    id: account.id,
    locale: account.locale,
    username: details?.username ?? null,
    username_key: details ? loginKey(details.username) : null,
    name: details?.name ?? null,
    email: details?.email ?? null,
    consent_at: account.consentAt,
    consent_providers: textsColumn.write(account.consentProviders),
    consent_asked: account.consentAsked,
    pending_cv: account.pendingCv === null ? null : attachmentColumn.write(account.pendingCv),
    session_quota: account.sessionQuota,
    role: account.role,
    banned_at: account.bannedAt,
    created_at: account.createdAt,
    version: account.version,
  };
}

export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    conversation: row.conversation as ConversationId,
    thread: row.thread as ConversationId | null,
    cvInThread: row.cv_in_thread === 1,
    status: row.status as SessionStatus,
    format: row.format as FormatName,
    position: row.position as Position | null,
    topic: row.topic,
    cvId: row.cv_id,
    currentInteractionId: row.current_interaction_id,
    asked: row.asked,
    counted: row.counted === 1,
    overall: row.overall === null ? null : overallColumn.read(row.overall),
    startedAt: row.started_at,
    lastActivityAt: row.last_activity_at,
    finishedAt: row.finished_at,
    version: row.version,
  };
}

export function fromSession(session: Session): SessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    conversation: session.conversation,
    thread: session.thread,
    cv_in_thread: session.cvInThread ? 1 : 0,
    status: session.status,
    format: session.format,
    position: session.position,
    topic: session.topic,
    cv_id: session.cvId,
    current_interaction_id: session.currentInteractionId,
    asked: session.asked,
    counted: session.counted ? 1 : 0,
    overall: session.overall === null ? null : overallColumn.write(session.overall),
    started_at: session.startedAt,
    last_activity_at: session.lastActivityAt,
    finished_at: session.finishedAt,
    version: session.version,
  };
}

export function toInteraction(row: InteractionRow): Interaction {
  return {
    id: row.id,
    sessionId: row.session_id,
    accountId: row.account_id,
    ordinal: row.ordinal,
    kind: row.kind as QuestionKind,
    questionId: row.question_id,
    topic: row.topic,
    asked: askedColumn.read(row.asked),
    status: row.status as Interaction['status'],
    parts: partsColumn.read(row.parts),
    lastPartAt: row.last_part_at,
    revision: row.revision,
    grade: row.grade === null ? null : gradeColumn.read(row.grade),
    gradeIsFinal: row.grade_is_final === 1,
    followUp: row.follow_up === null ? null : followUpColumn.read(row.follow_up),
    disputedAt: row.disputed_at,
    peerRatings: [],
    askedAt: row.asked_at,
  };
}

/** The columns of an interaction that change after the question was asked. */
export type InteractionChange = Pick<
  InteractionRow,
  | 'id'
  | 'status'
  | 'parts'
  | 'last_part_at'
  | 'revision'
  | 'score'
  | 'grade'
  | 'grade_is_final'
  | 'follow_up'
  | 'disputed_at'
>;

export function fromInteractionChange(interaction: Interaction): InteractionChange {
  return {
    id: interaction.id,
    status: interaction.status,
    parts: partsColumn.write(interaction.parts),
    last_part_at: interaction.lastPartAt,
    revision: interaction.revision,
    score: interaction.grade?.score ?? null,
    grade: interaction.grade === null ? null : gradeColumn.write(interaction.grade),
    grade_is_final: interaction.gradeIsFinal ? 1 : 0,
    follow_up: interaction.followUp === null ? null : followUpColumn.write(interaction.followUp),
    disputed_at: interaction.disputedAt,
  };
}

export function fromInteraction(interaction: Interaction): InteractionRow {
  return {
    ...fromInteractionChange(interaction),
    session_id: interaction.sessionId,
    account_id: interaction.accountId,
    ordinal: interaction.ordinal,
    kind: interaction.kind,
    question_id: interaction.questionId,
    topic: interaction.topic,
    asked: askedColumn.write(interaction.asked),
    asked_at: interaction.askedAt,
  };
}

export function toQuestion(row: QuestionRow): Question {
  return {
    id: row.id,
    position: row.position as Position,
    topic: row.topic,
    question: row.question,
    exampleAnswer: row.example_answer,
    difficulty: row.difficulty as Question['difficulty'],
    keyPoints: textsColumn.read(row.key_points),
    keyPointsDerived: row.key_points_derived === 1,
    questionKo: row.question_ko,
    exampleAnswerKo: row.example_answer_ko,
    source: row.source as Question['source'],
  };
}

export function fromQuestion(question: Question, importId: string | null = null): QuestionRow {
  return {
    id: question.id,
    position: question.position,
    topic: question.topic,
    question: question.question,
    example_answer: question.exampleAnswer,
    difficulty: question.difficulty,
    key_points: textsColumn.write(question.keyPoints),
    key_points_derived: question.keyPointsDerived ? 1 : 0,
    question_ko: question.questionKo,
    example_answer_ko: question.exampleAnswerKo,
    source: question.source,
    active: 1,
    edited_at: null,
    import_id: importId,
  };
}

export function toBehaviouralQuestion(row: BehaviouralQuestionRow): BehaviouralQuestion {
  const { en, ko } = behaviouralTextsColumn.read(row.texts);
  return {
    id: row.id,
    competency: row.competency,
    question: { en: en.question, ko: ko.question },
    goodAnswerShows: { en: en.goodAnswerShows, ko: ko.goodAnswerShows },
    warningSign: { en: en.warningSign, ko: ko.warningSign },
  };
}

export function fromBehaviouralQuestion(question: BehaviouralQuestion): BehaviouralQuestionRow {
  const textsOf = (locale: Locale) => ({
    question: question.question[locale],
    goodAnswerShows: question.goodAnswerShows[locale],
    warningSign: question.warningSign[locale],
  });
  return {
    id: question.id,
    competency: question.competency,
    texts: behaviouralTextsColumn.write({ en: textsOf('en'), ko: textsOf('ko') }),
    active: 1,
    edited_at: null,
  };
}
