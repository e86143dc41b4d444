import type { BehaviouralQuestion, Position, Question, Taxonomy } from './question.ts';

/** All questions that can be asked, in memory: a decision picks from it without waiting. */
export type Catalogue = {
  /** The topics of a position that have questions, with how likely each is. */
  topics(position: Position): readonly { readonly topic: string; readonly weight: number }[];
  technical(position: Position, topic: string): readonly Question[];
  readonly behavioural: readonly BehaviouralQuestion[];
};

/** What a topic weighs that the taxonomy does not know, such as one of an import: about the mean. */
const UNKNOWN_WEIGHT = 1 / 30;

export function createCatalogue(
  questions: readonly Question[],
  behavioural: readonly BehaviouralQuestion[],
  taxonomy: Taxonomy,
): Catalogue {
  const byPosition = Map.groupBy(questions, ({ position }) => position);
  const byTopic = new Map(
    [...byPosition].map(([position, rows]) => [position, Map.groupBy(rows, ({ topic }) => topic)]),
  );
  const topics = new Map(
    [...byTopic].map(([position, rows]) => [
      position,
      [...rows.keys()].map((topic) => ({
        topic,
        weight: taxonomy[position][topic]?.weight ?? UNKNOWN_WEIGHT,
      })),
    ]),
  );
  return {
    topics: (position) => topics.get(position) ?? [],
    technical: (position, topic) => byTopic.get(position)?.get(topic) ?? [],
    behavioural,
  };
}
