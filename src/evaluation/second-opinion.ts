import type { Grade, SecondOpinion } from './grade.ts';

/** A model's score that is this far from what the words alone suggest is looked at twice. */
const FAR_APART = 3;

export function isFarFromEstimate(grade: Grade, estimate: Grade): boolean {
  return (
    grade.score !== null && estimate.score !== null && Math.abs(grade.score - estimate.score) >= FAR_APART
  );
}

/** The first grade with the second beside it. The higher score counts: a second opinion never takes points away silently. */
export function withSecondOpinion(first: Grade, second: Grade, because: SecondOpinion['because']): Grade {
  const scores = [first.score, second.score].filter((score) => score !== null);
  return {
    ...first,
    score: scores.length === 0 ? null : Math.max(...scores),
    unscored: scores.length === 0 ? first.unscored : null,
    secondOpinion: {
      score: second.score,
      provider: second.source.provider ?? '',
      model: second.source.model ?? '',
      because,
      firstScore: first.secondOpinion ? first.secondOpinion.firstScore : first.score,
    },
  };
}
