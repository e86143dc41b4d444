import type { Question } from '../../src/questions/question.ts';
import { countRule, type Finding, type Rule } from './rule.ts';
import { contentOf, normalise, shareIn } from './text.ts';

/** So much of a point's content words must be there for it to be met. */
const ENOUGH = 0.6;
/** A point that the example answers of more other questions meet than this tells nothing. */
const MOST_OTHERS = 3;

const alternativesOf = (point: string): readonly string[] => point.split(/\s+\/\s+/);
const contentSets = (point: string): readonly ReadonlySet<string>[] =>
  alternativesOf(point)
    .map((alternative) => new Set(contentOf(alternative)))
    .filter((words) => words.size > 0);
const anyIn = (alternatives: readonly ReadonlySet<string>[], bag: ReadonlySet<string>): boolean =>
  alternatives.some((words) => shareIn(words, bag) >= ENOUGH);

const withoutSpaces = (text: string): string => normalise(text).replaceAll(' ', '');
const absentFrom = ({ exampleAnswer }: Question): ((point: string) => boolean) => {
  const letters = withoutSpaces(exampleAnswer);
  const bag = new Set(contentOf(exampleAnswer));
  const isVerbatim = (point: string) =>
    alternativesOf(point).some((alternative) => letters.includes(withoutSpaces(alternative)));
  return (point) => !isVerbatim(point) && !anyIn(contentSets(point), bag);
};

const givenIn = ({ question }: Question): ((point: string) => boolean) => {
  const bag = new Set(contentOf(question));
  return (point) => anyIn(contentSets(point), bag);
};

/** Share of all points that are bad for their row. */
const pointRule = (
  name: string,
  atMost: number,
  badIn: (row: Question) => (point: string) => boolean,
): Rule => ({
  name,
  limit: { atMost },
  measure: (rows) => {
    const evidence = rows.flatMap((row) =>
      row.keyPoints.filter(badIn(row)).map((point) => `${row.id}: ${point}`),
    );
    const points = rows.reduce((sum, row) => sum + row.keyPoints.length, 0);
    return { value: evidence.length / Math.max(1, points), evidence };
  },
});

const shared = (rows: readonly Question[]): Finding => {
  const points = rows.flatMap(({ topic, keyPoints }) =>
    keyPoints.map((point) => `${topic}: ${normalise(point)}`),
  );
  const groups = [...Map.groupBy(points, (point) => point)].filter(([, uses]) => uses.length > 3);
  return {
    value: groups.reduce((sum, [, uses]) => sum + uses.length, 0) / Math.max(1, points.length),
    evidence: groups.map(([point, uses]) => `${uses.length} × ${point}`),
  };
};

const unselective = (rows: readonly Question[]): Finding => {
  const evidence: string[] = [];
  for (const topicRows of Map.groupBy(rows, (row) => row.topic).values()) {
    const answers = topicRows.map((row) => ({ row, bag: new Set(contentOf(row.exampleAnswer)) }));
    for (const row of topicRows) {
      for (const point of row.keyPoints) {
        const alternatives = contentSets(point);
        const others = answers.filter((other) => other.row !== row && anyIn(alternatives, other.bag)).length;
        if (others > MOST_OTHERS) evidence.push(`${row.id}: ${point}, met by ${others} others`);
      }
    }
  }
  const points = rows.reduce((sum, row) => sum + row.keyPoints.length, 0);
  return { value: evidence.length / Math.max(1, points), evidence };
};

const leastDifficultyShare = (rows: readonly Question[]): Finding => {
  const shares = [1, 2, 3].map(
    (level) => rows.filter(({ difficulty }) => difficulty === level).length / Math.max(1, rows.length),
  );
  return { value: Math.min(...shares), evidence: [`shares of 1, 2 and 3: ${shares.join(', ')}`] };
};

export const keyPointRules: readonly Rule[] = [
  countRule('key_points_missing_rows', (row) => (row.keyPointsDerived ? 'no key points' : null)),
  countRule('key_points_count_out', ({ keyPoints }) =>
    keyPoints.length < 3 || keyPoints.length > 6 ? `${keyPoints.length} key points` : null,
  ),
  pointRule('key_points_absent_rate', 0.05, absentFrom),
  pointRule('key_points_in_question_rate', 0.1, givenIn),
  { name: 'key_points_shared', limit: { atMost: 0.02 }, measure: shared },
  { name: 'key_points_unselective_rate', limit: { atMost: 0.2 }, measure: unselective },
  countRule('bad_difficulty', ({ difficulty }) => (difficulty === null ? 'no difficulty' : null)),
  { name: 'difficulty_share_min', limit: { atLeast: 0.15 }, measure: leastDifficultyShare },
];
