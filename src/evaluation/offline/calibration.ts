import { MAX_SCORE, toTenths } from '../score.ts';

/** Changes whenever a weight, a threshold or a word list does, so that grades can be told apart. */
export const OFFLINE_VERSION = 'offline-1';

/** What the overlap is worth: a linear model of the marks that people gave. */
export type OverlapWeights = { readonly intercept: number; readonly slope: number };

/** Fitted by `npm run eval:fit` on the graded answers (ridge, λ = 10); see docs/grading.md. */
export const WEIGHTS: OverlapWeights = { intercept: 2.397, slope: 2.747 };

/** Up to so many points the marks of people are kind to an answer of which little is recognised. */
const FEW_POINTS = 3;

/** What people gave, on average, to an answer that overlaps so far with the example; 0–5. */
export const scoreFromOverlap = (overlap: number, weights: OverlapWeights): number =>
  Math.min(MAX_SCORE, Math.max(0, weights.intercept + weights.slope * overlap));

/**
 * The lowest and highest score that the points shown allow, so that the two never contradict one another: all points
 * met is at least 4.5, half of them at most 4.3, none of them is not a score at all.
 *
 * @param share Share of the points seen, 0–1, as `shareOfPoints` gives it.
 */
const scoreBounds = (share: number, points: number): { least: number; most: number } => ({
  least: 4.5 * share,
  most: Math.min(MAX_SCORE, points <= FEW_POINTS ? 3.25 + 2 * share : 2.25 + 3.75 * share),
});

/** The calibrated estimate for derived points, 0–5 in tenths. */
export const estimateScore = (
  overlap: number,
  points: { readonly share: number; readonly count: number },
  weights: OverlapWeights,
): number => {
  const { least, most } = scoreBounds(points.share, points.count);
  return toTenths(Math.min(most, Math.max(least, scoreFromOverlap(overlap, weights))));
};
