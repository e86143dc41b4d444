import type { EstimateReason, Grade, GradingTask } from '../../evaluation/grade.ts';
import { gradeAnswer } from '../../evaluation/grade-answer.ts';
import { gradeOffline } from '../../evaluation/grade-offline.ts';
import { gradeWithModel } from '../../evaluation/model-grader.ts';
import { isFarFromEstimate, withSecondOpinion } from '../../evaluation/second-opinion.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { ModelError } from '../../model/model-error.ts';
import type { Models } from '../../model/models.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';
import { withTyping } from './with-typing.ts';

/** After so many failed attempts the offline way has to do for what the candidate waits for. */
export const GIVE_UP_AFTER_ATTEMPTS = 5;
/** How long a grade waits for a model that is out of reach, before it is tried again. */
const LATER_MS = 60_000;

/**
 * Grades an answer. While the model is out of reach the candidate gets the offline estimate at once, and the job stays until
 * the model is back. What a model cannot do at all (a refusal, a prompt too long) is left at the estimate.
 */
export function createGradeHandler({ store, dispatch, models, adapterOf, logger }: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { conversation, sessionId, interactionId, revision } = specOf(job, 'grade');
    const input = await store.readGradingInput(interactionId);
    if (!input || input.revision !== revision) return { type: 'done' };
    const outcome = (grade: Grade, final: boolean) =>
      ({ type: 'graded', sessionId, interactionId, revision, grade, final }) as const;
    const settle = async (grade: Grade) => {
      await dispatch.settle(job, outcome(grade, true));
      return { type: 'settled' } as const;
    };

    const { task, accountId } = input;
    try {
      const grade = await withTyping(
        adapterOf(conversation),
        conversation,
        async () => {
          const first = await gradeAnswer(task, models?.forAccount(accountId) ?? null, signal);
          return lookTwice(first, task, models, accountId, signal);
        },
        () => store.isEvaluating(sessionId),
      );
      return await settle(grade);
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error instanceof ModelError)) {
        // An interview must end, whatever is wrong with the grader.
        if (job.attempt < GIVE_UP_AFTER_ATTEMPTS) throw error;
        logger.error({ error, job: job.id }, 'An answer could not be graded.');
        return settle({
          ...gradeOffline({ ...task, answer: '' }),
          score: null,
          gate: null,
          unscored: 'grader_failed',
        });
      }
      const estimate = (estimateReason: EstimateReason): Grade => ({
        ...gradeOffline(task),
        estimateReason,
      });
      logger.warn({ error, job: job.id }, 'A model did not grade an answer; the offline estimate stands in.');
      if (error.code === 'budget_exhausted') return settle(estimate('budget'));
      if (!error.retryable) return settle(estimate('declined'));
      await dispatch.report(job, `estimate:${revision}`, outcome(estimate('out_of_reach'), false));
      return { type: 'later', afterMs: error.retryAfterMs ?? LATER_MS, reason: error.message };
    }
  };
}

/** A score far from what the words suggest gets a second opinion; without one it stands as it is. */
async function lookTwice(
  grade: Grade,
  task: GradingTask,
  models: Models | null,
  accountId: string,
  signal: AbortSignal,
): Promise<Grade> {
  const { provider } = grade.source;
  const other = provider === null ? null : models?.another(accountId, provider);
  if (!other || !isFarFromEstimate(grade, gradeOffline(task))) return grade;
  try {
    return withSecondOpinion(grade, await gradeWithModel(other, task, signal), 'far_from_estimate');
  } catch (error) {
    if (!(error instanceof ModelError) || signal.aborted) throw error;
    return grade;
  }
}
