import type { AspectGrade, PointGrade } from './grade.ts';

/** The best score there is. */
export const MAX_SCORE = 5;

/** A score in tenths within 0–5. */
export const toTenths = (score: number): number =>
  Math.round(Math.min(MAX_SCORE, Math.max(0, score)) * 10) / 10;

/** The share of the points that was seen, a partial one counting half, 0–1; 0 when there are no points. */
export const shareOfPoints = (points: readonly Pick<PointGrade, 'verdict'>[]): number => {
  if (points.length === 0) return 0;
  const seen = points.reduce(
    (sum, { verdict }) => sum + (verdict === 'met' ? 1 : verdict === 'partial' ? 0.5 : 0),
    0,
  );
  return seen / points.length;
};

/**
 * The score of a technical answer from its points, 0–5 in tenths: 5 × min(1, (met + ½ partial + extra) / points).
 *
 * @param extra Whether something correct that the points do not foresee was said; worth one point at most.
 */
export const scorePoints = (points: readonly Pick<PointGrade, 'verdict'>[], extra: boolean): number =>
  points.length === 0
    ? 0
    : toTenths(MAX_SCORE * Math.min(1, shareOfPoints(points) + (extra ? 1 / points.length : 0)));

/**
 * The score of a behavioural or CV answer from its scales, 0–5 in tenths: their mean, what is missing counting 0.
 * Consistency with the CV is the one exception: where there was nothing to compare, that is nobody's fault, and it is
 * left out of the mean.
 */
export const scoreAspects = (aspects: readonly AspectGrade[]): number => {
  const counted = aspects.filter(({ aspect, score }) => aspect !== 'consistency' || score !== null);
  if (counted.length === 0) return 0;
  return toTenths(counted.reduce((sum, { score }) => sum + (score ?? 0), 0) / counted.length);
};
