import type { Locale } from '../chat/message.ts';

/** What is graded: an answer with everything that an honest grader needs beside it. */
export type TechnicalTask = {
  readonly type: 'technical';
  readonly question: string;
  readonly exampleAnswer: string;
  /** Points as the bank writes them, alternatives separated by ` / `; empty when they must be derived from the example. */
  readonly keyPoints: readonly string[];
  readonly answer: string;
  readonly locale: Locale;
};
export type BehaviouralTask = {
  readonly type: 'behavioural';
  readonly question: string;
  readonly competency: string;
  /** What a good answer shows, and the warning sign, from the bank. */
  readonly goodAnswerShows: readonly string[];
  readonly warningSign: string;
  readonly answer: string;
  readonly locale: Locale;
};
export type CvTask = {
  readonly type: 'cv';
  readonly question: string;
  /** The passage of the CV that the question is about, verbatim. */
  readonly quote: string;
  readonly cvText: string;
  readonly answer: string;
  readonly locale: Locale;
};
export type GradingTask = TechnicalTask | BehaviouralTask | CvTask;

/** A key point and what became of it. `quote` is verbatim from the answer, `null` exactly when the point is missed. */
export type PointGrade = {
  readonly point: string;
  readonly verdict: 'met' | 'partial' | 'missed';
  readonly quote: string | null;
};

export const BEHAVIOURAL_ASPECTS = [
  'situation',
  'task',
  'action',
  'result',
  'reflection',
  'specificity',
] as const;
export const CV_ASPECTS = ['specificity', 'ownership', 'impact', 'consistency'] as const;
export type Aspect = (typeof BEHAVIOURAL_ASPECTS)[number] | (typeof CV_ASPECTS)[number];

/** One scale of a rubric: 0–5, or `null` when the answer has nothing to judge it by. `quote` is verbatim from the answer. */
export type AspectGrade = {
  readonly aspect: Aspect;
  readonly score: number | null;
  readonly quote: string | null;
};

/** Why code alone gave 0, without asking any grader. */
export type GateReason = 'empty' | 'dont_know' | 'question_repeated' | 'gibberish' | 'only_instructions';
/** Why a grader could not judge. */
export type UnscoredReason = 'other_language' | 'nothing_recognised' | 'grader_failed';

/** Why a grade is only an estimate. */
export type EstimateReason =
  /** No language model is configured. */
  | 'no_model'
  /** It cannot be reached now; a better grade follows. */
  | 'out_of_reach'
  /** The day's tokens are used up. */
  | 'budget'
  /** It would not or could not grade this answer. */
  | 'declined'
  /** The candidate has not agreed that it reads their answers. */
  | 'not_agreed';

export type GradeSource = {
  readonly grader: 'gate' | 'offline' | 'model';
  /** `null` unless `grader` is `model`. */
  readonly provider: string | null;
  readonly model: string | null;
  /** Version of the prompt, or of the offline grader's weights. */
  readonly version: string;
  readonly latencyMs: number;
};

/** Another model's score of the same answer. Both are shown; the higher one counts. */
export type SecondOpinion = {
  /** 0–5 in tenths, `null` when it could not judge either. */
  readonly score: number | null;
  readonly provider: string;
  readonly model: string;
  /** `far_from_estimate`: the first score and the offline estimate were three points or more apart. */
  readonly because: 'far_from_estimate' | 'disputed';
  /** The score before this opinion. */
  readonly firstScore: number | null;
};

/** A grade of one answer. Whatever made it, the score was computed by code from the parts shown here. */
export type Grade = {
  /** 0–5 in tenths, `null` when unscored. */
  readonly score: number | null;
  /** True when the offline grader made it: overlap seen, not truth judged. */
  readonly estimate: boolean;
  /** `null` exactly when `estimate` is false. */
  readonly estimateReason: EstimateReason | null;
  readonly gate: GateReason | null;
  readonly unscored: UnscoredReason | null;
  /** The answer tried to tell the grader what to do; that part was left out. */
  readonly instructsGrader: boolean;
  /** Technical answers only. */
  readonly points: readonly PointGrade[];
  /** A correct thing that the key points do not foresee, worth one point at most. */
  readonly extra: { readonly quote: string; readonly reason: string } | null;
  /** Behavioural and CV answers only. */
  readonly aspects: readonly AspectGrade[];
  /** What a model adds in the candidate's language; empty offline. */
  readonly advice: readonly string[];
  /** The candidate's own answer, improved; `null` offline. */
  readonly improvedAnswer: string | null;
  /** A question that gives the candidate a chance to add what is missing; `null` offline, or when nothing is. */
  readonly followUp: string | null;
  readonly secondOpinion: SecondOpinion | null;
  readonly source: GradeSource;
};
