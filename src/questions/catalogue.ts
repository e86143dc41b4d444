import type { BehaviouralQuestion, Position, Question } from './question.ts';

/** All questions that can be asked, in memory: a decision picks from it without waiting. */
export type Catalogue = {
  /** The topics of a position that have questions, with how likely each is. */
  topics(position: Position): readonly { readonly topic: string; readonly weight: number }[];
  technical(position: Position, topic: string): readonly Question[];
  readonly behavioural: readonly BehaviouralQuestion[];
};

/** Weights of topics by position and name, as in `seeds/taxonomy.json`; a topic without one gets the mean. */
export type TopicWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function createCatalogue(
  questions: readonly Question[],
  behavioural: readonly BehaviouralQuestion[],
  weights: TopicWeights,
): Catalogue {
  const byPosition = new Map<Position, Map<string, Question[]>>();
  for (const question of questions) {
    const topics = byPosition.get(question.position) ?? new Map<string, Question[]>();
    byPosition.set(question.position, topics);
    const rows = topics.get(question.topic) ?? [];
    topics.set(question.topic, rows);
    rows.push(question);
  }
  const meanWeight = 1 / 30;
  const topicsByPosition = new Map(
    [...byPosition].map(([position, topics]) => [
      position,
      [...topics.keys()].map((topic) => ({ topic, weight: weights[position]?.[topic] ?? meanWeight })),
    ]),
  );
  return {
    topics: (position) => topicsByPosition.get(position) ?? [],
    technical: (position, topic) => byPosition.get(position)?.get(topic) ?? [],
    behavioural,
  };
}
