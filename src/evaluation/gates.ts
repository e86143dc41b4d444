import { repeatsQuestion, saysDontKnow } from './gates/empty-words.ts';
import { isGibberish } from './gates/gibberish.ts';
import { cutInstructions } from './gates/instructions.ts';
import {
  type AspectGrade,
  BEHAVIOURAL_ASPECTS,
  CV_ASPECTS,
  type GateReason,
  type Grade,
  type GradingTask,
} from './grade.ts';
import { deriveKeyPoints } from './key-points.ts';
import { OFFLINE_VERSION } from './offline/calibration.ts';

/** What code alone can say of an answer before anybody grades it. */
export type Screening = {
  /** Why the answer is worth 0, or `null` when it has to be graded. */
  readonly gate: GateReason | null;
  /** The answer tried to tell the grader what to do. */
  readonly instructsGrader: boolean;
  /** The task with that part cut out of its answer; this is what a grader is given. */
  readonly task: GradingTask;
};

const gateOf = (answer: string, question: string, instructsGrader: boolean): GateReason | null => {
  if (!/\S/u.test(answer)) return instructsGrader ? 'only_instructions' : 'empty';
  if (saysDontKnow(answer, question)) return 'dont_know';
  if (isGibberish(answer)) return instructsGrader ? 'only_instructions' : 'gibberish';
  if (repeatsQuestion(answer, question)) return 'question_repeated';
  return null;
};

/** Looks an answer over before any grader, on line or off, sees it. Costs no tokens. */
export const screenAnswer = (task: GradingTask): Screening => {
  const { answer, instructsGrader } = cutInstructions(task.answer);
  return { gate: gateOf(answer, task.question, instructsGrader), instructsGrader, task: { ...task, answer } };
};

const noAspects = (task: GradingTask): AspectGrade[] => {
  if (task.type === 'technical') return [];
  const aspects = task.type === 'behavioural' ? BEHAVIOURAL_ASPECTS : CV_ASPECTS;
  return aspects.map((aspect) => ({ aspect, score: null, quote: null }));
};

/** The points of a technical task, its author's or derived ones; none for the other kinds. */
export const pointsOf = (task: GradingTask): readonly string[] => {
  if (task.type !== 'technical') return [];
  return task.keyPoints.length > 0 ? task.keyPoints : deriveKeyPoints(task.exampleAnswer, task.question);
};

/** The grade of an answer that a gate stopped: 0, with the reason, nothing seen. */
export const gradeGated = (screening: Screening & { readonly gate: GateReason }): Grade => ({
  score: 0,
  estimate: false,
  estimateReason: null,
  gate: screening.gate,
  unscored: null,
  instructsGrader: screening.instructsGrader,
  points: pointsOf(screening.task).map((point) => ({ point, verdict: 'missed', quote: null })),
  extra: null,
  aspects: noAspects(screening.task),
  advice: [],
  improvedAnswer: null,
  followUp: null,
  secondOpinion: null,
  source: { grader: 'gate', provider: null, model: null, version: OFFLINE_VERSION, latencyMs: 0 },
});
