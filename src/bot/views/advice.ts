import type { Interaction } from '../../interview/state.ts';
import type { Texts } from '../../locales/index.ts';
import { subjectOf } from './interview-view.ts';

const MOST = 3;
const STRONG_SHARE = 0.6;
const STRONG_ASPECT = 4;
const WEAK_ASPECT = 3;
const WEAK_TOPIC = 3;
const POINTS_NAMED = 3;

type Weighed = { readonly text: string; readonly weight: number };

/** Up to three things that went well, strongest first. */
export function strengths(texts: Texts, interactions: readonly Interaction[]): readonly string[] {
  return strongest(interactions.flatMap((interaction) => strengthsOf(texts, interaction)));
}

function strengthsOf(texts: Texts, interaction: Interaction): readonly Weighed[] {
  const { grade } = interaction;
  if (!grade) return [];
  const met = grade.points.filter(({ verdict }) => verdict === 'met').length;
  const share = grade.points.length > 0 ? met / grade.points.length : 0;
  const kind = texts.kinds[interaction.kind];
  const topic = subjectOf(texts, interaction) ?? kind;
  const points =
    share >= STRONG_SHARE
      ? [{ text: texts.evaluation.strongPoint(topic, met, grade.points.length), weight: share * 5 }]
      : [];
  const aspects = grade.aspects.flatMap(({ aspect, score }) =>
    score !== null && score >= STRONG_ASPECT
      ? [{ text: texts.evaluation.strongAspect(texts.evaluation.aspects[aspect], kind), weight: score }]
      : [],
  );
  return [...points, ...aspects];
}

/** The three changes that would raise the score most. */
export function improvements(texts: Texts, interactions: readonly Interaction[]): readonly string[] {
  return strongest(interactions.flatMap((interaction) => improvementsOf(texts, interaction)));
}

function improvementsOf(texts: Texts, interaction: Interaction): readonly Weighed[] {
  const { grade } = interaction;
  if (!grade) return [];
  const topic = subjectOf(texts, interaction) ?? texts.kinds[interaction.kind];
  const lost = 5 - (grade.score ?? 0);
  if (interaction.kind === 'technical') {
    const missing = grade.points
      .filter(({ verdict }) => verdict === 'missed')
      .map(({ point }) => pointName(point));
    if (grade.gate || missing.length === grade.points.length) {
      return [{ text: texts.evaluation.learn(topic), weight: lost }];
    }
    if (missing.length === 0) return [];
    return [{ text: texts.evaluation.bringIn(topic, missing.slice(0, POINTS_NAMED)), weight: lost }];
  }
  return grade.aspects
    .filter(({ score }) => score === null || score < WEAK_ASPECT)
    .map(({ aspect, score }) => ({
      text: texts.evaluation.aspectAdvice[aspect],
      weight: (5 - (score ?? 0)) * (lost / 5),
    }));
}

/** Technical topics in which an answer fell short. */
export function practiseTopics(texts: Texts, interactions: readonly Interaction[]): readonly string[] {
  const weak = interactions.filter(
    ({ kind, grade }) => kind === 'technical' && grade?.score != null && grade.score < WEAK_TOPIC,
  );
  return [...new Set(weak.map((interaction) => subjectOf(texts, interaction) ?? ''))].filter(
    (topic) => topic !== '',
  );
}

/** A point as its author wrote it first: the alternatives after ` / ` are for the grader. */
export function pointName(point: string): string {
  return point.split(' / ')[0] ?? point;
}

function strongest(items: readonly Weighed[]): readonly string[] {
  const sorted = [...items].sort((a, b) => b.weight - a.weight).map(({ text }) => text);
  return [...new Set(sorted)].slice(0, MOST);
}
