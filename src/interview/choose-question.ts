import type { Catalogue } from '../questions/catalogue.ts';
import type { BehaviouralQuestion, Position, Question } from '../questions/question.ts';
import { pickWeighted, randomFrom } from './random.ts';

/** What an account was asked before, and how it did. */
export type PastQuestion = {
  readonly questionId: string;
  readonly topic: string | null;
  /** 0–5, `null` when skipped or unscored. */
  readonly score: number | null;
};

/** A topic in which the mean score is below this is practised more. */
const WEAK_BELOW = 3;
const WEAK_FACTOR = 2;

/**
 * A technical question that this account has not seen; topics by their weight, weak ones twice as often.
 * When every question of the pool has been seen, the pool starts again, the ones seen least first.
 * @returns `null` when the position (or the wanted topic) has no question at all
 */
export function chooseTechnical(
  catalogue: Catalogue,
  wanted: { readonly position: Position; readonly topic: string | null },
  past: readonly PastQuestion[],
  seed: string,
): Question | null {
  const random = randomFrom(seed);
  const topics = catalogue
    .topics(wanted.position)
    .filter(({ topic }) => wanted.topic === null || topic === wanted.topic);
  const timesSeen = countSeen(past);
  const pools = topics.map(({ topic, weight }) => {
    const questions = catalogue.technical(wanted.position, topic);
    return { topic, weight, questions, least: leastSeen(questions, timesSeen) };
  });
  const rounds = Math.min(...pools.map((pool) => pool.least.times));
  const fresh = pools.filter((pool) => pool.least.times === rounds);
  const pool = pickWeighted(fresh, ({ topic, weight }) => weight * weakness(topic, past), random);
  if (!pool) return null;
  return pickWeighted(pool.least.questions, () => 1, random) ?? null;
}

/** A behavioural question not seen yet, of a competency not yet asked about in this interview where there is one. */
export function chooseBehavioural(
  catalogue: Catalogue,
  past: readonly PastQuestion[],
  competenciesAsked: readonly string[],
  seed: string,
): BehaviouralQuestion | null {
  const random = randomFrom(seed);
  const { questions } = leastSeen(catalogue.behavioural, countSeen(past));
  const other = questions.filter((question) => !competenciesAsked.includes(question.competency));
  return pickWeighted(other.length > 0 ? other : questions, () => 1, random) ?? null;
}

function countSeen(past: readonly PastQuestion[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { questionId } of past) times.set(questionId, (times.get(questionId) ?? 0) + 1);
  return times;
}

function leastSeen<Q extends { readonly id: string }>(
  questions: readonly Q[],
  timesSeen: ReadonlyMap<string, number>,
) {
  const times = Math.min(...questions.map((question) => timesSeen.get(question.id) ?? 0));
  return { times, questions: questions.filter((question) => (timesSeen.get(question.id) ?? 0) === times) };
}

function weakness(topic: string, past: readonly PastQuestion[]): number {
  const mean = meanOf(scoresOf(topic, past));
  return mean !== null && mean < WEAK_BELOW ? WEAK_FACTOR : 1;
}

export type WeakTopic = { readonly topic: string; readonly mean: number; readonly answers: number };

/** Topics and competencies in which the scored answers of an account are weak on average, the weakest first. */
export function weakTopics(past: readonly PastQuestion[]): readonly WeakTopic[] {
  const topics = new Set(past.flatMap(({ topic }) => topic ?? []));
  return [...topics]
    .flatMap((topic) => {
      const scores = scoresOf(topic, past);
      const mean = meanOf(scores);
      return mean !== null && mean < WEAK_BELOW ? [{ topic, mean, answers: scores.length }] : [];
    })
    .sort((a, b) => a.mean - b.mean);
}

function scoresOf(wanted: string, past: readonly PastQuestion[]): readonly number[] {
  return past.flatMap(({ topic, score }) => (topic === wanted && score !== null ? [score] : []));
}

function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
