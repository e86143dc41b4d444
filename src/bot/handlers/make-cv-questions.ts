import type { CvQuestion } from '../../cv/cv.ts';
import { makeCvQuestionsOffline } from '../../cv/questions/offline.ts';
import { makeCvQuestionsWithModel } from '../../cv/questions/with-model.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { ModelError } from '../../model/model-error.ts';
import type { CvForQuestions, NewCvQuestion } from '../../store/store.ts';
import { GIVE_UP_AFTER_ATTEMPTS } from './grade.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

/** How many questions are made from a CV at a time; what one interview leaves, the next ones use up. */
const COUNT = 5;

/**
 * Makes five questions about a CV in the background. A model that cannot be reached is asked again later; meanwhile an
 * offline question serves whoever needs one at once.
 */
export function createMakeCvQuestionsHandler({
  store,
  dispatch,
  models,
  newId,
  logger,
}: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { sessionId } = specOf(job, 'make_cv_questions');
    const cv = await store.readCvForQuestions(sessionId);
    if (!cv || cv.unused >= cv.needed) return { type: 'done' };
    const tagged = (questions: readonly CvQuestion[], source: NewCvQuestion['source']): NewCvQuestion[] =>
      questions.map((question) => ({
        ...question,
        id: newId(),
        cvId: cv.cvId,
        position: cv.position,
        locale: cv.locale,
        source,
      }));
    let made: readonly CvQuestion[] = [];
    const model = models?.forAccount(cv.accountId, cv.agreedTo);
    if (model) {
      try {
        made = await makeCvQuestionsWithModel(model, { ...cv, count: COUNT }, signal);
      } catch (error) {
        if (!(error instanceof ModelError) || signal.aborted) throw error;
        const again = error.retryable && job.attempt < GIVE_UP_AFTER_ATTEMPTS;
        if (again) throw error;
        logger.warn({ error, job: job.id }, 'A model made no CV questions; they are made offline.');
      }
    }
    const questions = [...tagged(made, 'model'), ...tagged(topUp(cv, made), 'offline')];
    await dispatch.settle(job, { type: 'cvQuestionsMade', sessionId, questions });
    return { type: 'settled' };
  };
}

/** Offline questions for what is missing, about passages that no question is about yet where there are any. */
function topUp({ cvText, position, locale, cvId, made }: CvForQuestions, fromModel: readonly CvQuestion[]) {
  const known = [...made, ...fromModel];
  const missing = COUNT - fromModel.length;
  if (missing <= 0) return [];
  const candidates = makeCvQuestionsOffline(cvText, position, locale, COUNT + known.length, cvId).filter(
    ({ question }) => !known.some((other) => other.question === question),
  );
  const isNew = ({ quote }: CvQuestion) => !known.some((other) => other.quote === quote);
  return [...candidates.filter(isNew), ...candidates.filter((question) => !isNew(question))].slice(
    0,
    missing,
  );
}
