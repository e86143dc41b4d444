import { z } from 'zod';
import { ROLES } from '../accounts/account.ts';
import { LOCALES } from '../chat/message.ts';
import { POSITIONS } from '../questions/question.ts';
import { grade } from '../store/json.ts';
import { EXPORT_FORMAT } from './export-document.ts';

const time = z.iso.datetime().describe('A moment, in UTC.');
const count = z.int().min(0);

const account = z.strictObject({
  id: z.string(),
  language: z.enum(LOCALES),
  registered: z
    .strictObject({ username: z.string(), name: z.string(), email: z.string() })
    .nullable()
    .describe(
      'What was entered to register. The password is stored as a hash alone, which is nothing to read.',
    ),
  createdAt: time,
  consent: z
    .strictObject({ givenAt: time, services: z.array(z.string()) })
    .nullable()
    .describe('To what is stored of CVs, and to which language model services they may be sent.'),
  role: z.enum(ROLES),
  bannedSince: time.nullable(),
  cvAwaitingConsent: z
    .string()
    .nullable()
    .describe('The name of a file that was sent before consent was given.'),
});

const identity = z.strictObject({
  id: z.string(),
  name: z.string(),
  conversation: z.string().nullable().describe('Where news about the account is told.'),
  since: time,
});

const quota = z.strictObject({
  limit: count,
  renews: z.enum(['never', 'monthly']),
  left: count,
  renewsAt: time.nullable(),
  grants: z.array(z.strictObject({ count, grantedAt: time, expiresAt: time.nullable(), reason: z.string() })),
  usedBeforeErasure: z
    .array(z.iso.date())
    .describe('Days of interviews that still count, though all else about them was erased.'),
});

const cv = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  pages: count,
  sha256: z.string(),
  uploadedAt: time,
  expiresAt: time,
  text: z.string(),
  questions: z.array(
    z.strictObject({
      position: z.enum(POSITIONS),
      language: z.enum(LOCALES),
      question: z.string(),
      quote: z.string(),
      madeBy: z.enum(['model', 'offline']),
      madeAt: time,
      askedAt: time.nullable(),
    }),
  ),
});

const interview = z.strictObject({
  id: z.string(),
  conversation: z.string(),
  thread: z.string().nullable().describe('Where others could watch it.'),
  cvQuestionsInThread: z.boolean(),
  status: z.enum(['preparing', 'asking', 'evaluating', 'finished', 'cancelled']),
  format: z.string(),
  position: z.enum(POSITIONS).nullable(),
  topic: z.string().nullable(),
  cv: z.string().nullable().describe('The id of the CV, as long as that is stored.'),
  countsTowardsQuota: z.boolean(),
  startedAt: time,
  lastActivityAt: time,
  finishedAt: time.nullable(),
  overall: z
    .strictObject({ score: z.number().nullable(), estimate: z.boolean(), scored: count, questions: count })
    .nullable(),
  questions: z.array(
    z.strictObject({
      ordinal: count,
      kind: z.enum(['technical', 'behavioural', 'cv']),
      topic: z.string().nullable(),
      question: z.string().describe('As it was asked.'),
      quote: z.string().nullable().describe('The passage of the CV that it is about.'),
      exampleAnswer: z.string().nullable(),
      keyPoints: z.array(z.string()),
      goodAnswerShows: z.array(z.string()),
      warningSign: z.string().nullable(),
      askedAt: time,
      status: z.enum(['open', 'answered', 'skipped']),
      answer: z.array(z.strictObject({ messageId: z.string(), text: z.string() })),
      lastPartAt: time.nullable(),
      followUpAskedAt: time.nullable(),
      grade: grade.nullable(),
      gradeIsFinal: z.boolean(),
      disputedAt: time.nullable(),
      peerRatings: z
        .strictObject({ count, median: z.number().nullable() })
        .describe('What those who watched gave it, which is only ever told together.'),
    }),
  ),
});

const modelCall = z.strictObject({
  at: time,
  provider: z.string(),
  model: z.string().nullable(),
  purpose: z.string(),
  promptVersion: z.string(),
  latencyMs: z.number(),
  firstByteMs: z.number().nullable(),
  inputTokens: z.number().nullable(),
  outputTokens: z.number().nullable(),
  costMicros: z.number().nullable(),
  outcome: z.string(),
  errorCode: z.string().nullable(),
});

const auditEntry = z.strictObject({
  at: time,
  action: z.string(),
  youWere: z.enum(['actor', 'subject']),
  detail: z.string().nullable(),
});

/** One file of an export. `docs/export.schema.json` is made from it. */
export const exportSchema = z
  .strictObject({
    $schema: z.literal(EXPORT_FORMAT),
    version: z.literal(1),
    exportedAt: time,
    part: z
      .strictObject({ number: z.int().min(1), of: z.int().min(1) })
      .describe(
        'Which file this is. The lists of all files belong one after another; the rest is the same in each.',
      ),
    account,
    identities: z.array(identity),
    quota,
    cvs: z.array(cv),
    interviews: z.array(interview),
    modelCalls: z.array(modelCall).describe('Calls to language models; what was said is not recorded.'),
    ratingsGiven: z
      .array(z.strictObject({ score: z.number(), at: time }))
      .describe('What its owner gave others whose interviews they watched.'),
    audit: z.array(auditEntry).describe('What admins did to the account, and what its owner did as one.'),
  })
  .describe('All that Chat Your Interview stores about one person.');

export type ExportDocument = z.infer<typeof exportSchema>;
