import type { QuestionKind } from './formats.ts';
import type { Interaction, Overall } from './state.ts';

/** What each part of an interview weighs; a part without any scored answer leaves its weight to the others. */
const KIND_WEIGHTS: Readonly<Record<QuestionKind, number>> = { technical: 0.4, behavioural: 0.3, cv: 0.3 };

/** The mean score of each kind of question (0–5), of those kinds that have a scored answer. */
export function scoreByKind(interactions: readonly Interaction[]): ReadonlyMap<QuestionKind, number> {
  const scores = new Map<QuestionKind, number[]>();
  for (const { kind, grade } of interactions) {
    if (grade?.score == null) continue;
    scores.set(kind, [...(scores.get(kind) ?? []), grade.score]);
  }
  return new Map(
    [...scores].map(([kind, values]) => [
      kind,
      values.reduce((sum, value) => sum + value, 0) / values.length,
    ]),
  );
}

/** The score of the whole interview: the weighted mean of its parts, in tenths. */
export function computeOverall(interactions: readonly Interaction[], questions: number): Overall {
  const means = [...scoreByKind(interactions)];
  const weight = means.reduce((sum, [kind]) => sum + KIND_WEIGHTS[kind], 0);
  const weighted = means.reduce((sum, [kind, mean]) => sum + KIND_WEIGHTS[kind] * mean, 0);
  const scored = interactions.filter(({ grade }) => grade?.score != null);
  return {
    score: weight === 0 ? null : Math.round((10 * weighted) / weight) / 10,
    estimate: scored.some(({ grade }) => grade?.estimate),
    scored: scored.length,
    questions,
  };
}
