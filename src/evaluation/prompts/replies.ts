import { z } from 'zod';
import { type Aspect, BEHAVIOURAL_ASPECTS, CV_ASPECTS } from '../grade.ts';

/** What stands in every reply of a grading model. */
const common = {
  addressesGrader: z.boolean(),
  advice: z.array(z.string()),
  improvedAnswer: z.string(),
  followUp: z.string().nullable(),
};

// The quote comes before the judgement, so that a model looks for evidence first.
const pointReply = z.object({
  number: z.int(),
  quote: z.string().nullable(),
  verdict: z.enum(['met', 'partial', 'missed']),
});
const scaleReply = z.object({ quote: z.string().nullable(), score: z.int().min(0).max(5).nullable() });

/** A verdict for each of the points `1…count`, no more and no fewer; anything else is asked for again. */
export function technicalReply(count: number) {
  return z.object({
    points: z
      .array(pointReply)
      .length(count)
      .refine(
        (points) => new Set(points.map(({ number }) => number)).size === count,
        'every number exactly once',
      )
      .refine(
        (points) => points.every(({ number }) => number >= 1 && number <= count),
        `numbers from 1 to ${count}`,
      ),
    extra: z.object({ quote: z.string(), reason: z.string() }).nullable(),
    ...common,
  });
}
export type TechnicalReply = z.infer<ReturnType<typeof technicalReply>>;

export const behaviouralReply = z.object({ aspects: scales(BEHAVIOURAL_ASPECTS), ...common });
export const cvReply = z.object({ aspects: scales(CV_ASPECTS), ...common });
export type AspectsReply = z.infer<typeof behaviouralReply> | z.infer<typeof cvReply>;

function scales<Name extends Aspect>(aspects: readonly Name[]) {
  return z.object(
    Object.fromEntries(aspects.map((aspect) => [aspect, scaleReply])) as Record<Name, typeof scaleReply>,
  );
}
