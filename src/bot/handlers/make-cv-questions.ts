import type { CvQuestion } from '../../cv/cv.ts';
import { makeCvQuestionsOffline } from '../../cv/questions/offline.ts';
import { makeCvQuestionsWithModel } from '../../cv/questions/with-model.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { ModelError } from '../../model/model-error.ts';
import type { CvForQuestions, NewCvQuestion } from '../../store/store.ts';
import { GIVE_UP_AFTER_ATTEMPTS } from './grade.ts';
import type { HandlerParts } from './handlers.ts';
import { specOf } from './spec-of.ts';

/** How many questions are made from a CV at a time, and how few unused ones make it worth making more. */
const COUNT = 5;

/**
 * Makes five questions about a CV in the background. A model that cannot be reached is asked again later; meanwhile an
 * offline question serves whoever needs one at once.
 */
export function createMakeCvQuestionsHandler({ store, dispatch, model, newId }: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { sessionId } = specOf(job, 'make_cv_questions');
    const cv = await store.readCvForQuestions(sessionId);
    if (!cv || cv.unused >= COUNT) return { type: 'done' };
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
    if (model) {
      try {
        made = await makeCvQuestionsWithModel(model, { ...cv, count: COUNT }, signal);
      } catch (error) {
        if (!(error instanceof ModelError) || signal.aborted) throw error;
        const again = error.retryable && job.attempt < GIVE_UP_AFTER_ATTEMPTS;
        if (again) throw error;
      }
    }
    const questions = [...tagged(made, 'model'), ...tagged(topUp(cv, made), 'offline')];
    await dispatch.settle(job, { type: 'cvQuestionsMade', sessionId, questions });
    return { type: 'settled' };
  };
}

/** Offline questions for what is missing, none of them asked before. */
function topUp({ cvText, position, locale, cvId, asked }: CvForQuestions, made: readonly CvQuestion[]) {
  const missing = COUNT - made.length;
  if (missing <= 0) return [];
  const quotes = new Set(made.map(({ quote }) => quote));
  return makeCvQuestionsOffline(cvText, position, locale, COUNT + asked.length + made.length, cvId)
    .filter(({ question, quote }) => !asked.includes(question) && !quotes.has(quote))
    .slice(0, missing);
}
