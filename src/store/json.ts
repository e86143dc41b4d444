import { z } from 'zod';
import type { AttachmentRef, Locale, MessageId } from '../chat/message.ts';
import { BEHAVIOURAL_ASPECTS, CV_ASPECTS, type Grade } from '../evaluation/grade.ts';
import type { AnswerPart, Asked, FollowUp, Overall } from '../interview/state.ts';

/** Columns that hold JSON as text: what goes in is typed, what comes out is checked. */

const text = z.string();
const nullableText = z.string().nullable();
const texts = z.array(z.string());

const overall: z.ZodType<Overall> = z.object({
  score: z.number().nullable(),
  estimate: z.boolean(),
  scored: z.number(),
  questions: z.number(),
});

const asked: z.ZodType<Asked> = z.object({
  question: text,
  quote: nullableText,
  exampleAnswer: nullableText,
  keyPoints: texts,
  goodAnswerShows: texts,
  warningSign: nullableText,
});

const parts: z.ZodType<readonly AnswerPart[]> = z.array(
  z.object({ messageId: text.transform((id) => id as MessageId), text }),
);

export const grade: z.ZodType<Grade> = z.object({
  score: z.number().nullable(),
  estimate: z.boolean(),
  estimateReason: z.enum(['no_model', 'out_of_reach', 'budget', 'declined', 'not_agreed']).nullable(),
  gate: z.enum(['empty', 'dont_know', 'question_repeated', 'gibberish', 'only_instructions']).nullable(),
  unscored: z.enum(['other_language', 'nothing_recognised', 'grader_failed']).nullable(),
  instructsGrader: z.boolean(),
  points: z.array(
    z.object({ point: text, verdict: z.enum(['met', 'partial', 'missed']), quote: nullableText }),
  ),
  extra: z.object({ quote: text, reason: text }).nullable(),
  aspects: z.array(
    z.object({
      aspect: z.enum([...BEHAVIOURAL_ASPECTS, ...CV_ASPECTS]),
      score: z.number().nullable(),
      quote: nullableText,
    }),
  ),
  advice: texts,
  improvedAnswer: nullableText,
  followUp: nullableText,
  secondOpinion: z
    .object({
      score: z.number().nullable(),
      provider: text,
      model: text,
      because: z.enum(['far_from_estimate', 'disputed']),
      firstScore: z.number().nullable(),
    })
    .nullable(),
  source: z.object({
    grader: z.enum(['gate', 'offline', 'model']),
    provider: nullableText,
    model: nullableText,
    version: text,
    latencyMs: z.number(),
  }),
});

const followUp: z.ZodType<FollowUp> = z.object({ askedAt: z.number(), partsBefore: z.number() });

const attachment: z.ZodType<AttachmentRef> = z.object({
  ref: text,
  name: text,
  bytes: z.number().exactOptional(),
});

type BehaviouralTexts = Readonly<
  Record<Locale, { question: string; goodAnswerShows: readonly string[]; warningSign: string }>
>;
const behaviouralText = z.object({ question: text, goodAnswerShows: texts, warningSign: text });
const behaviouralTexts: z.ZodType<BehaviouralTexts> = z.object({ en: behaviouralText, ko: behaviouralText });

const draft: z.ZodType<Readonly<Record<string, string>>> = z.record(z.string(), z.string());

function column<T>(schema: z.ZodType<T>) {
  return {
    write: (value: T): string => JSON.stringify(value),
    read: (stored: string): T => schema.parse(JSON.parse(stored)),
  };
}

export const overallColumn = column(overall);
export const askedColumn = column(asked);
export const partsColumn = column(parts);
export const gradeColumn = column(grade);
export const followUpColumn = column(followUp);
export const attachmentColumn = column(attachment);
export const draftColumn = column(draft);
export const textsColumn = column<readonly string[]>(texts);
export const behaviouralTextsColumn = column(behaviouralTexts);
