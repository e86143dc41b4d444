import type { PointGrade, TechnicalTask, UnscoredReason } from '../grade.ts';
import { deriveKeyPoints } from '../key-points.ts';
import { scorePoints, shareOfPoints, toTenths } from '../score.ts';
import { isKorean } from '../text/language.ts';
import { wordsOf } from '../text/words.ts';
import { type AnswerIndex, createAnswerIndex } from './answer-index.ts';
import { estimateScore, type OverlapWeights, scoreFromOverlap, WEIGHTS } from './calibration.ts';
import { textOfPassage } from './coverage.ts';
import { type JudgedPoint, judgePoints, type PointsTask } from './judge-points.ts';
import { measureOverlap } from './overlap.ts';
import { isWordSalad } from './salad.ts';

/** What the offline grader found in a technical answer. */
export type TechnicalFindings = {
  readonly score: number | null;
  readonly unscored: UnscoredReason | null;
  readonly points: readonly PointGrade[];
};

/** A point takes at least about so many words. */
const WORDS_PER_POINT = 3;
/** An answer too short for more than this share of the points, showing none of them, may be scored as showing none. */
const SHORT_SHARE = 0.34;
/** Where one or two things are asked, one unexpected word may be the whole of a right answer. */
const LEAST_POINTS = 3;
/** A long answer without a single word of the question is about something else, unless it meets a point. */
const OFF_TOPIC_WORDS = 25;
/** So many of the example's own terms make an answer in another language readable. */
const LEAST_FOREIGN_TERMS = 3;

/** Points stored with an imported question were derived when it was imported; they are known by being the same. */
const pointsTask = ({ question, exampleAnswer, keyPoints }: TechnicalTask): PointsTask => {
  if (keyPoints.some((point) => point.includes(' / '))) {
    return { question, exampleAnswer, points: keyPoints, derived: false };
  }
  const own = deriveKeyPoints(exampleAnswer, question);
  const derived = keyPoints.length === 0 || keyPoints.join('\n') === own.join('\n');
  return { question, exampleAnswer, points: derived ? own : keyPoints, derived };
};

const missed = (points: readonly string[]): PointGrade[] =>
  points.map((point) => ({ point, verdict: 'missed', quote: null }));

/** The example's terms, those of the question left out, that stand in the answer letter by letter. */
const sharedTerms = (task: PointsTask, index: AnswerIndex): number => {
  const given = new Set(wordsOf(task.question).map((word) => word.stem));
  const terms = new Set(
    wordsOf(`${task.exampleAnswer}\n${task.points.join('\n')}`).flatMap((word) =>
      word.common || given.has(word.stem) ? [] : [word.stem],
    ),
  );
  return new Set(index.words.flatMap((word) => (terms.has(word.stem) ? [word.stem] : []))).size;
};

const isUnreadable = (task: PointsTask, index: AnswerIndex): boolean =>
  isKorean(task.exampleAnswer) !== isKorean(index.text) && sharedTerms(task, index) < LEAST_FOREIGN_TERMS;

const isOffTopic = (task: PointsTask, index: AnswerIndex, points: readonly JudgedPoint[]): boolean => {
  if (task.points.length < 2 || index.words.length < OFF_TOPIC_WORDS || isKorean(index.text)) return false;
  const asked = new Set(wordsOf(task.question).flatMap((word) => (word.common ? [] : [word.stem])));
  return (
    points.every(({ verdict }) => verdict !== 'met') && !index.words.some((word) => asked.has(word.stem))
  );
};

const isTooShort = (task: PointsTask, index: AnswerIndex): boolean =>
  task.points.length >= LEAST_POINTS &&
  index.words.length / WORDS_PER_POINT <= task.points.length * SHORT_SHARE;

const toPointGrade = (judged: JudgedPoint, index: AnswerIndex, asSalad: boolean): PointGrade => ({
  point: judged.point,
  verdict: asSalad && judged.verdict === 'met' ? 'partial' : judged.verdict,
  quote: judged.passage === null ? null : textOfPassage(index, judged.passage),
});

/**
 * Grades a technical answer by the words it shares with the points. What was not seen is missed; a score rests on at
 * least one quote, or on good reason to say that there is nothing to quote: the answer is too short for the points, is
 * about something else, or turns the example round.
 */
export const gradeTechnicalOffline = (task: TechnicalTask, weights: OverlapWeights): TechnicalFindings => {
  const wanted = pointsTask(task);
  const index = createAnswerIndex(task.answer);
  const nothing = missed(wanted.points);
  if (isUnreadable(wanted, index)) return { score: null, unscored: 'other_language', points: nothing };
  const judged = judgePoints(wanted, index);
  if (isOffTopic(wanted, index, judged.points)) return { score: 0, unscored: null, points: nothing };
  const asSalad = !isKorean(task.answer) && isWordSalad(task.answer);
  const points = judged.points.map((point) => toPointGrade(point, index, asSalad));
  const share = shareOfPoints(points);
  if (share === 0 && !judged.contradicts && !isTooShort(wanted, index)) {
    return { score: null, unscored: 'nothing_recognised', points };
  }
  const byPoints = share === 0 || judged.contradicts || asSalad || !wanted.derived;
  const score = byPoints
    ? scorePoints(points, false)
    : estimateScore(measureOverlap(task, index), { share, count: points.length }, weights);
  return { score, unscored: null, points };
};

/**
 * What people gave on average to an answer that overlaps as little or as much, 0–5, for measurements that need a number
 * for every answer. Never shown: an answer that was not graded has no score.
 */
export const lowConfidenceScore = (task: TechnicalTask, weights: OverlapWeights = WEIGHTS): number =>
  toTenths(scoreFromOverlap(measureOverlap(task, createAnswerIndex(task.answer)), weights));
