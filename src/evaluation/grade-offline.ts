import { gradeGated, screenAnswer } from './gates.ts';
import type { AspectGrade, Grade, GradingTask, UnscoredReason } from './grade.ts';
import { gradeBehaviouralOffline } from './offline/behavioural.ts';
import { OFFLINE_VERSION, type OverlapWeights, WEIGHTS } from './offline/calibration.ts';
import { gradeCvOffline } from './offline/cv.ts';
import { gradeTechnicalOffline, type TechnicalFindings } from './offline/technical.ts';
import { scoreAspects } from './score.ts';
import { isKorean } from './text/language.ts';
import { wordsOf } from './text/words.ts';

type Findings = TechnicalFindings & { readonly aspects: readonly AspectGrade[] };

/** A story of fewer words than this has no parts; that is seen without a model. */
const SHORT_STORY_WORDS = 8;

/**
 * Cues in a line or two show that something was mentioned, not that it was told: the most a scale can give by words.
 * Korean says the same in about three fifths of the words.
 */
const CEILINGS: readonly (readonly [words: number, most: number])[] = [
  [20, 3],
  [40, 4],
];

const withCeiling = (aspects: readonly AspectGrade[], answer: string): readonly AspectGrade[] => {
  const words = wordsOf(answer).length / (isKorean(answer) ? 0.6 : 1);
  const most = CEILINGS.find(([fewer]) => words < fewer)?.[1] ?? 5;
  return aspects.map((aspect) => ({ ...aspect, score: aspect.score && Math.min(aspect.score, most) }));
};

const fromAspects = (found: readonly AspectGrade[], answer: string): Findings => {
  const aspects = withCeiling(found, answer);
  const nothingSeen = aspects.every(({ score }) => score === null);
  const unscored: UnscoredReason | null =
    nothingSeen && wordsOf(answer).length >= SHORT_STORY_WORDS ? 'nothing_recognised' : null;
  return { score: unscored ? null : scoreAspects(aspects), unscored, points: [], aspects };
};

const findingsOf = (task: GradingTask, weights: OverlapWeights): Findings => {
  switch (task.type) {
    case 'technical':
      return { ...gradeTechnicalOffline(task, weights), aspects: [] };
    case 'behavioural':
      return fromAspects(gradeBehaviouralOffline(task.answer), task.answer);
    case 'cv':
      return fromAspects(gradeCvOffline(task), task.answer);
    default:
      return task satisfies never;
  }
};

/**
 * Grades an answer without any model: by what it shares with the key points, or by the parts of a story that its words
 * give away. An estimate: overlap seen, not truth judged. `score` is `null` when nothing could be recognised, never a
 * guess. Takes about half a millisecond; `latencyMs` is 0 since pure code has no clock.
 *
 * @param weights Only for fitting them; interviews use the fitted ones.
 */
export const gradeOffline = (task: GradingTask, weights: OverlapWeights = WEIGHTS): Grade => {
  const screening = screenAnswer(task);
  const { gate, instructsGrader } = screening;
  if (gate !== null) return gradeGated({ ...screening, gate });
  return {
    ...findingsOf(screening.task, weights),
    estimate: true,
    estimateReason: 'no_model',
    gate: null,
    instructsGrader,
    extra: null,
    advice: [],
    improvedAnswer: null,
    followUp: null,
    secondOpinion: null,
    source: { grader: 'offline', provider: null, model: null, version: OFFLINE_VERSION, latencyMs: 0 },
  };
};
