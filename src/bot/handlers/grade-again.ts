import type { Grade } from '../../evaluation/grade.ts';
import { gradeAnswer } from '../../evaluation/grade-answer.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { ModelError } from '../../model/model-error.ts';
import { GIVE_UP_AFTER_ATTEMPTS } from './grade.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';
import { withTyping } from './with-typing.ts';

/** Has another model grade an answer, too. One that cannot be reached for a while is no second opinion. */
export function createGradeAgainHandler({ store, dispatch, models, adapterOf }: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { conversation, sessionId, interactionId, revision } = specOf(job, 'grade_again');
    const input = await store.readGradingInput(interactionId);
    if (!input || input.revision !== revision) return { type: 'done' };
    const settle = async (grade: Grade | null) => {
      await dispatch.settle(job, { type: 'gradedAgain', sessionId, interactionId, revision, grade });
      return { type: 'settled' } as const;
    };
    const others = input.agreedTo.filter((provider) => provider !== input.gradedBy);
    const model = models?.forAccount(input.accountId, others);
    if (!model) return settle(null);
    try {
      const ask = () => gradeAnswer(input.task, model, signal);
      const grade = await withTyping(adapterOf(conversation), conversation, ask, async () => input.disputed);
      return await settle(grade);
    } catch (error) {
      if (!(error instanceof ModelError) || signal.aborted) throw error;
      if (error.retryable && job.attempt < GIVE_UP_AFTER_ATTEMPTS) throw error;
      return settle(null);
    }
  };
}
