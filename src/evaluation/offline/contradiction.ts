import { clausesOf } from '../text/clauses.ts';
import { stemOf } from '../text/stem.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { Passage } from './coverage.ts';

/** Pairs of which one word says the opposite of the other, where it stands in its place. */
const OPPOSITES: ReadonlyMap<string, string> = new Map(
  `same different
always never
faster slower
fast slow
more less
more fewer
higher lower
high low
increases decreases
before after
reliable unreliable
ordered unordered
sorted unsorted
mutable immutable
synchronous asynchronous
stateful stateless
safe unsafe
cheaper costlier
possible impossible
valid invalid
succeed fail
survive lost
all some
private public`
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [left = '', right = ''] = line.split(' ').map(stemOf);
      return [
        [left, right],
        [right, left],
      ];
    }),
);

/** Only a question that sets things against each other has subjects that can be swapped. */
const ASKS_FOR_CONTRAST =
  /\b(?:differ\w*|compar\w+|contrast\w*|distinguish\w*|versus|vs|between|unlike|rather than)\b/i;

/** The share of its words that an answer has in common with the example when it only turns the example round. */
const NEAR_COPY = 0.7;

/** The things that a question sets against each other, and which of them each stretch of text is about. */
export type Contrast = { readonly subjects: ReadonlySet<string> };

/**
 * Finds what the example answer contrasts: words of the question that different sentences or clauses of the example
 * start out with (`TCP … . UDP …`). Empty when there are fewer than two.
 */
export const findContrast = (exampleAnswer: string, question: string): Contrast => {
  if (!ASKS_FOR_CONTRAST.test(question)) return { subjects: new Set() };
  const asked = new Set(wordsOf(question).flatMap((word) => (word.common ? [] : [word.stem])));
  const clauses = clausesOf(exampleAnswer).map(({ start, end }) => wordsOf(exampleAnswer.slice(start, end)));
  const mentions = new Map<string, number>();
  for (const words of clauses) {
    for (const stem of new Set(words.map((word) => word.stem)))
      mentions.set(stem, (mentions.get(stem) ?? 0) + 1);
  }
  const leading = clauses.flatMap((words) => words.find((word) => asked.has(word.stem))?.stem ?? []);
  const subjects = new Set(
    leading.filter((stem) => (mentions.get(stem) ?? 0) * 2 <= Math.max(2, clauses.length)),
  );
  return { subjects: subjects.size >= 2 ? subjects : new Set() };
};

/** The subject that a stretch of words is about: the first that it names; `null` when it names none. */
const subjectOf = (words: readonly Word[], contrast: Contrast): string | null =>
  words.find((word) => contrast.subjects.has(word.stem))?.stem ?? null;

/** The last subject named before a clause; `null` when none was. */
const subjectBefore = (index: AnswerIndex, place: number, contrast: Contrast): string | null => {
  const named = index.clauses
    .slice(0, place)
    .flatMap(({ words }) => words)
    .findLast((word) => contrast.subjects.has(word.stem));
  return named?.stem ?? null;
};

/** What most of the point's words in a clause are said of: for each, the subject named last before it. */
const subjectSaid = (
  point: readonly Word[],
  index: AnswerIndex,
  place: number,
  contrast: Contrast,
): string | null => {
  const wanted = new Set(point.flatMap((word) => (word.common ? [] : [word.stem])));
  const votes = new Map<string, number>();
  let current = subjectBefore(index, place, contrast);
  for (const { stem } of index.clauses[place]?.words ?? []) {
    if (contrast.subjects.has(stem)) current = stem;
    else if (current !== null && wanted.has(stem)) votes.set(current, (votes.get(current) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort((left, right) => right[1] - left[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : null;
};

/** The clause of the passage that alone holds most of the point. */
const coreClause = (point: readonly Word[], passage: Passage, index: AnswerIndex): number => {
  let core = passage.first;
  let most = -1;
  for (let place = passage.first; place <= passage.last; place += 1) {
    const held = point.reduce(
      (sum, word) => sum + (word.common ? 0 : (index.likenessByClause(word)[place] ?? 0)),
      0,
    );
    if (held > most) [core, most] = [place, held];
  }
  return core;
};

const isNegated = (words: readonly Word[]): boolean => words.some((word) => word.negation);

/** The passage holds the opposite of a word of the point, and not the word itself. */
const holdsOpposite = (point: readonly Word[], passage: readonly Word[]): boolean => {
  const said = new Set(passage.map((word) => word.stem));
  return point.some((word) => {
    const opposite = OPPOSITES.get(word.stem);
    return opposite !== undefined && said.has(opposite) && !said.has(word.stem);
  });
};

/**
 * Whether a passage says a point the other way round: of the other subject, negated, or with an opposite. Two of these
 * together cancel out (`UDP does not guarantee order` agrees with `TCP guarantees order`).
 *
 * @param subject What the point is about, from {@link subjectsOfPoints}; `null` when the example contrasts nothing.
 */
export const saysOpposite = (
  point: readonly Word[],
  subject: string | null,
  passage: Passage,
  index: AnswerIndex,
  contrast: Contrast,
): boolean => {
  const core = coreClause(point, passage, index);
  const words = index.clauses[core]?.words ?? [];
  const said = subject === null ? null : subjectSaid(point, index, core, contrast);
  const swapped = said !== null && said !== subject;
  const turned = isNegated(point) !== isNegated(words);
  return [swapped, turned, holdsOpposite(point, words)].filter(Boolean).length % 2 === 1;
};

/**
 * Whether an answer is made of the example's and the question's own words. Only then does a turned word mean anything:
 * whoever explains in other words says `not` where the example does not, and is right.
 */
export const isNearCopy = (
  index: AnswerIndex,
  task: { question: string; exampleAnswer: string },
): boolean => {
  const known = new Set(wordsOf(`${task.question}\n${task.exampleAnswer}`).map((word) => word.stem));
  const said = [...new Set(index.words.flatMap((word) => (word.common ? [] : [word.stem])))];
  return said.length > 0 && said.filter((stem) => known.has(stem)).length >= said.length * NEAR_COPY;
};

/** For each point in order, the subject that it is about: the one it names, or the one named before it. */
export const subjectsOfPoints = (
  points: readonly (readonly Word[])[],
  contrast: Contrast,
): (string | null)[] => {
  let current: string | null = null;
  return points.map((words) => {
    current = subjectOf(words, contrast) ?? current;
    return current;
  });
};
