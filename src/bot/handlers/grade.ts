import type { EstimateReason, Grade } from '../../evaluation/grade.ts';
import { gradeAnswer } from '../../evaluation/grade-answer.ts';
import { gradeOffline } from '../../evaluation/grade-offline.ts';
import { isFarFromEstimate } from '../../evaluation/second-opinion.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { ModelError } from '../../model/model-error.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';
import { withTyping } from './with-typing.ts';

/** After so many failed attempts the offline way has to do for what the candidate waits for. */
export const GIVE_UP_AFTER_ATTEMPTS = 5;
/** How long a grade waits for a model that is out of reach, before it is tried again. */
const LATER_MS = 60_000;

/**
 * Grades an answer. While the model is out of reach the candidate gets the offline estimate at once, and the job stays until
 * the model is back. What a model cannot do at all (a refusal, a prompt too long) is left at the estimate, and so is what the
 * candidate has not agreed to, until they do.
 */
export function createGradeHandler({ store, dispatch, models, adapterOf, logger }: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { conversation, sessionId, interactionId, revision } = specOf(job, 'grade');
    const input = await store.readGradingInput(interactionId);
    if (!input || input.revision !== revision) return { type: 'done' };
    const outcome = (grade: Grade, final: boolean, lookTwice = false) =>
      ({ type: 'graded', sessionId, interactionId, revision, grade, final, lookTwice }) as const;
    const settle = async (...result: Parameters<typeof outcome>) => {
      await dispatch.settle(job, outcome(...result));
      return { type: 'settled' } as const;
    };

    const { task, accountId, agreedTo } = input;
    const estimate = (estimateReason: EstimateReason): Grade => {
      const grade = gradeOffline(task);
      return grade.estimate ? { ...grade, estimateReason } : grade;
    };
    try {
      const model = models?.forAccount(accountId, agreedTo) ?? null;
      if (models && !model) {
        const grade = estimate('not_agreed');
        return await settle(grade, !grade.estimate);
      }
      const grade = await withTyping(
        adapterOf(conversation),
        conversation,
        () => gradeAnswer(task, model, signal),
        () => store.isEvaluating(sessionId),
      );
      const others = agreedTo.filter((provider) => provider !== grade.source.provider);
      const hasOther = models !== null && models.forAccount(accountId, others) !== null;
      const lookTwice = hasOther && !grade.estimate && isFarFromEstimate(grade, gradeOffline(task));
      return await settle(grade, true, lookTwice);
    } catch (error) {
      if (signal.aborted) throw error;
      if (!(error instanceof ModelError)) {
        // An interview must end, whatever is wrong with the grader.
        if (job.attempt < GIVE_UP_AFTER_ATTEMPTS) throw error;
        logger.error({ error, job: job.id }, 'An answer could not be graded.');
        const nothing = gradeOffline({ ...task, answer: '' });
        return settle({ ...nothing, score: null, gate: null, unscored: 'grader_failed' }, true);
      }
      logger.warn({ error, job: job.id }, 'A model did not grade an answer; the offline estimate stands in.');
      if (error.code === 'budget_exhausted') return settle(estimate('budget'), true);
      if (!error.retryable) return settle(estimate('declined'), true);
      await dispatch.report(job, `estimate:${revision}`, outcome(estimate('out_of_reach'), false));
      return { type: 'later', afterMs: error.retryAfterMs ?? LATER_MS, reason: error.message };
    }
  };
}
