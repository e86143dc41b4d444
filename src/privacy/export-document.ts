import { type QuotaRule, quotaAt, ruleFor } from '../accounts/quota.ts';
import type { AuditEntry } from '../admin/audit.ts';
import type { Interaction, Interview } from '../interview/state.ts';
import { medianOf } from '../interview/watched.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { PersonalData } from '../store/store.ts';
import type { ExportDocument } from './export-schema.ts';

/** The name of the format; what changes in it gets a number of its own. docs/export.md describes it. */
export const EXPORT_FORMAT = 'urn:chat-your-interview:export:1';

/** Everything that is stored about somebody, in the form that they get it in. */
export function exportOf(data: PersonalData, usual: QuotaRule, now: number): ExportDocument {
  return {
    $schema: EXPORT_FORMAT,
    version: 1,
    exportedAt: timeOf(now),
    part: { number: 1, of: 1 },
    account: accountOf(data),
    identities: data.identities.map(({ since, ...identity }) => ({ ...identity, since: timeOf(since) })),
    quota: quotaOf(data, usual, now),
    cvs: data.cvs.map(cvOf),
    interviews: data.interviews.map(interviewOf),
    modelCalls: data.modelCalls.map(modelCallOf),
    ratingsGiven: data.ratingsGiven.map(({ score, at }) => ({ score, at: timeOf(at) })),
    audit: data.audit.map((entry) => auditEntryOf(entry, data)),
  };
}

function accountOf({ account }: PersonalData): ExportDocument['account'] {
  const { id, locale, details, createdAt, consentAt, consentProviders, pendingCv, role, bannedAt } = account;
  return {
    id,
    language: locale,
    registered: details,
    createdAt: timeOf(createdAt),
    consent: consentAt === null ? null : { givenAt: timeOf(consentAt), services: [...consentProviders] },
    role,
    bannedSince: timeOrNull(bannedAt),
    cvAwaitingConsent: pendingCv?.name ?? null,
  };
}

function quotaOf({ account, quota }: PersonalData, usual: QuotaRule, now: number): ExportDocument['quota'] {
  const rule = ruleFor(account, usual);
  const { left, renewsAt } = quotaAt(rule, quota, now);
  return {
    ...rule,
    left,
    renewsAt: timeOrNull(renewsAt),
    grants: quota.grants.map(({ count, grantedAt, expiresAt, reason }) => ({
      count,
      grantedAt: timeOf(grantedAt),
      expiresAt: timeOrNull(expiresAt),
      reason,
    })),
    usedBeforeErasure: quota.spent.filter(({ carried }) => carried).map(({ at }) => timeOf(at).slice(0, 10)),
  };
}

function cvOf({
  uploadedAt,
  expiresAt,
  questions,
  ...cv
}: PersonalData['cvs'][number]): ExportDocument['cvs'][number] {
  return {
    ...cv,
    uploadedAt: timeOf(uploadedAt),
    expiresAt: timeOf(expiresAt),
    questions: questions.map(({ position, locale, question, quote, source, createdAt, usedAt }) => ({
      position,
      language: locale,
      question,
      quote,
      madeBy: source,
      madeAt: timeOf(createdAt),
      askedAt: timeOrNull(usedAt),
    })),
  };
}

function interviewOf({ session, interactions }: Interview): ExportDocument['interviews'][number] {
  const { id, conversation, thread, cvInThread, status, format, position, topic, cvId, counted, overall } =
    session;
  return {
    id,
    conversation,
    thread,
    cvQuestionsInThread: cvInThread,
    status,
    format,
    position,
    topic,
    cv: cvId,
    countsTowardsQuota: counted,
    startedAt: timeOf(session.startedAt),
    lastActivityAt: timeOf(session.lastActivityAt),
    finishedAt: timeOrNull(session.finishedAt),
    overall,
    questions: interactions.map(questionOf),
  };
}

function questionOf(interaction: Interaction): ExportDocument['interviews'][number]['questions'][number] {
  const { ordinal, kind, topic, asked, status, parts, grade, gradeIsFinal, followUp } = interaction;
  return {
    ordinal,
    kind,
    topic,
    question: asked.question,
    quote: asked.quote,
    exampleAnswer: asked.exampleAnswer,
    keyPoints: [...asked.keyPoints],
    goodAnswerShows: [...asked.goodAnswerShows],
    warningSign: asked.warningSign,
    askedAt: timeOf(interaction.askedAt),
    status,
    answer: parts.map(({ messageId, text }) => ({ messageId, text })),
    lastPartAt: timeOrNull(interaction.lastPartAt),
    followUpAskedAt: timeOrNull(followUp?.askedAt ?? null),
    grade,
    gradeIsFinal,
    disputedAt: timeOrNull(interaction.disputedAt),
    peerRatings: { count: interaction.peerRatings.length, median: medianOf(interaction.peerRatings) },
  };
}

function modelCallOf({ id: _, accountId: __, at, ...call }: ModelCall): ExportDocument['modelCalls'][number] {
  return { at: timeOf(at), ...call };
}

/** Who else was concerned is left out. */
function auditEntryOf(
  { at, action, subject, detail }: AuditEntry,
  { account }: PersonalData,
): ExportDocument['audit'][number] {
  const isSubject = subject === account.id;
  return {
    at: timeOf(at),
    action,
    youWere: isSubject ? 'subject' : 'actor',
    detail: isSubject ? detail : null,
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}

function timeOrNull(at: number | null): string | null {
  return at === null ? null : timeOf(at);
}
