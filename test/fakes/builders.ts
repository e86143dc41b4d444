import type { Account } from '../../src/accounts/account.ts';
import type { NewAuditEntry } from '../../src/admin/audit.ts';
import type { QuestionImport } from '../../src/admin/question.ts';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import type { Interaction, Session } from '../../src/interview/state.ts';
import type { ModelCall } from '../../src/model/model-call.ts';
import type { Question } from '../../src/questions/question.ts';

const NOW = 1_800_000_000_000;

/** Things of the domain with plausible contents; `overrides` sets what a test is about. */
export function anAccount(overrides: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    locale: 'en',
    details: null,
    consentAt: null,
    consentProviders: [],
    consentAsked: null,
    pendingCv: null,
    sessionQuota: null,
    role: 'user',
    bannedAt: null,
    createdAt: NOW,
    version: 0,
    ...overrides,
  };
}

export function aSession(overrides: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    accountId: 'account-1',
    conversation: 'terminal:candidate' as ConversationId,
    thread: null,
    cvInThread: false,
    status: 'preparing',
    format: 'classic',
    position: null,
    topic: null,
    cvId: null,
    currentInteractionId: null,
    asked: 0,
    counted: true,
    overall: null,
    startedAt: NOW,
    lastActivityAt: NOW,
    finishedAt: null,
    version: 0,
    ...overrides,
  };
}

export function anInteraction(overrides: Partial<Interaction> = {}): Interaction {
  return {
    id: 'session-1.1',
    sessionId: 'session-1',
    accountId: 'account-1',
    ordinal: 1,
    kind: 'technical',
    questionId: 'be-caching-001',
    topic: 'caching',
    asked: {
      question: 'Why does a cache need an expiry?',
      quote: null,
      exampleAnswer: 'Because entries grow stale when the source changes.',
      keyPoints: ['stale / out of date', 'source changes'],
      goodAnswerShows: [],
      warningSign: null,
    },
    status: 'open',
    parts: [],
    lastPartAt: null,
    revision: 0,
    grade: null,
    gradeIsFinal: false,
    followUp: null,
    disputedAt: null,
    peerRatings: [],
    askedAt: NOW,
    ...overrides,
  };
}

export function aQuestion(overrides: Partial<Question> = {}): Question {
  return {
    id: 'be-caching-001',
    position: 'be',
    topic: 'caching',
    question: 'Why does a cache need an expiry?',
    exampleAnswer: 'Because entries grow stale when the source changes.',
    difficulty: 1,
    keyPoints: ['stale / out of date', 'source changes'],
    keyPointsDerived: false,
    questionKo: null,
    exampleAnswerKo: null,
    source: 'seed',
    ...overrides,
  };
}

export function aModelCall(overrides: Partial<ModelCall> = {}): ModelCall {
  return {
    id: 'call-1',
    at: NOW,
    accountId: null,
    provider: 'First AI',
    model: 'first-1',
    purpose: 'grade_cv',
    promptVersion: 'v1',
    latencyMs: 2_000,
    firstByteMs: 100,
    inputTokens: 1_000,
    outputTokens: 500,
    costMicros: 250_000,
    outcome: 'ok',
    errorCode: null,
    ...overrides,
  };
}

export function anAuditEntry(overrides: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    actor: 'terminal:owner' as PlatformUserId,
    actorName: 'Owner',
    place: null,
    action: 'models.test',
    subject: null,
    detail: null,
    ...overrides,
  };
}

export function aQuestionImport(overrides: Partial<QuestionImport> = {}): QuestionImport {
  return {
    id: 'import-1',
    fileName: 'questions.csv',
    importedBy: 'shell:owner' as PlatformUserId,
    questions: 1,
    status: 'taken',
    at: NOW,
    ...overrides,
  };
}
