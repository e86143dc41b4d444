import type { ModelRequest } from '../../model/language-model.ts';
import type { BehaviouralTask, CvTask, TechnicalTask } from '../grade.ts';
import { BEHAVIOURAL_PROMPT } from './behavioural.ts';
import { CV_PROMPT } from './cv.ts';
import { behaviouralReply, cvReply, technicalReply } from './replies.ts';
import { TECHNICAL_PROMPT } from './technical.ts';

/** Room for the JSON and, with models that think before they write, for the thinking. */
const MAX_OUTPUT_TOKENS = 6_000;
/** Characters of a CV that are sent along with an answer; two dense pages have about 8,000. */
const MAX_CV_CHARACTERS = 24_000;

type Mask = (text: string) => string;

/** Asks about the points in the order given; their numbers in the reply count from 1 in that order. */
export function technicalRequest(task: TechnicalTask, points: readonly string[], mask: Mask) {
  return {
    purpose: 'grade_technical',
    promptVersion: TECHNICAL_PROMPT.version,
    system: TECHNICAL_PROMPT.system[task.locale],
    user: JSON.stringify({
      question: mask(task.question),
      exampleAnswer: task.exampleAnswer,
      points: points.map((point, index) => ({ number: index + 1, point })),
      answer: mask(task.answer),
    }),
    schema: technicalReply(points.length),
    schemaName: 'technical_grade',
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  } satisfies ModelRequest<unknown>;
}

export function behaviouralRequest(task: BehaviouralTask, mask: Mask) {
  const { question, competency, goodAnswerShows, warningSign } = task;
  return {
    purpose: 'grade_behavioural',
    promptVersion: BEHAVIOURAL_PROMPT.version,
    system: BEHAVIOURAL_PROMPT.system[task.locale],
    user: JSON.stringify({ question, competency, goodAnswerShows, warningSign, answer: mask(task.answer) }),
    schema: behaviouralReply,
    schemaName: 'behavioural_grade',
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  } satisfies ModelRequest<unknown>;
}

export function cvRequest(task: CvTask, mask: Mask) {
  return {
    purpose: 'grade_cv',
    promptVersion: CV_PROMPT.version,
    system: CV_PROMPT.system[task.locale],
    user: JSON.stringify({
      question: mask(task.question),
      passage: mask(task.quote),
      cv: mask(task.cvText).slice(0, MAX_CV_CHARACTERS),
      answer: mask(task.answer),
    }),
    schema: cvReply,
    schemaName: 'cv_grade',
    maxOutputTokens: MAX_OUTPUT_TOKENS,
  } satisfies ModelRequest<unknown>;
}
