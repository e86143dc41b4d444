import { type Word, wordsOf } from '../text/words.ts';
import { type AnswerIndex, createAnswerIndex } from './answer-index.ts';
import { type Contrast, findContrast, isNearCopy, saysOpposite, subjectsOfPoints } from './contradiction.ts';
import { bestPassage, type Passage, type WantedWord, weigh } from './coverage.ts';

type Thresholds = { readonly met: number; readonly partial: number };

/** A derived point is a whole clause in somebody else's words: half of its weight shows it, a quarter touches it. */
const DERIVED: Thresholds = { met: 0.5, partial: 0.25 };
/** An author's alternative is one term or two words, chosen to be said: nearly all of it has to be there. */
const AUTHORED: Thresholds = { met: 0.8, partial: 0.6 };
/** Only what repeats a point nearly word by word can be said to turn it round. */
const OPPOSITE_FROM = 0.45;
/** So much of what was recognised must be turned round before any of it is held against the answer. */
const MOSTLY_OPPOSITE = 0.6;

/** What became of one point: how much of it was seen and where. `passage` is `null` exactly when it is missed. */
export type JudgedPoint = {
  readonly point: string;
  readonly verdict: 'met' | 'partial' | 'missed';
  readonly passage: Passage | null;
};

export type JudgedPoints = {
  readonly points: readonly JudgedPoint[];
  /** The answer says most of what it touches the other way round; those points are missed. */
  readonly contradicts: boolean;
};

type Sighting = { readonly point: string; readonly words: readonly Word[]; readonly passage: Passage | null };

const bestAlternative = (point: string, index: AnswerIndex, given: ReadonlySet<string>): Sighting => {
  let best: Sighting = { point, words: [], passage: null };
  for (const alternative of point.split(/\s+\/\s+/)) {
    const words = wordsOf(alternative);
    const passage = bestPassage(index, meaningful(weigh(words, given)));
    if (best.words.length === 0 || (passage?.share ?? 0) > (best.passage?.share ?? 0))
      best = { point, words, passage };
  }
  return best;
};

/** An author's two words are both needed; the little words around them are not. */
const meaningful = (wanted: readonly WantedWord[]): readonly WantedWord[] => {
  const kept = wanted.filter(({ word }) => !word.common);
  return kept.length > 0 ? kept : wanted;
};

const verdictOf = (share: number, thresholds: Thresholds): JudgedPoint['verdict'] =>
  share >= thresholds.met ? 'met' : share >= thresholds.partial ? 'partial' : 'missed';

/** Where the example itself seems to say the opposite of its own point, the means are too blunt for this point. */
const turnedInExample = (
  words: readonly Word[],
  subject: string | null,
  example: AnswerIndex,
  contrast: Contrast,
): boolean => {
  const passage = bestPassage(example, weigh(words, new Set()));
  return passage === null || saysOpposite(words, subject, passage, example, contrast);
};

const opposites = (
  sightings: readonly Sighting[],
  index: AnswerIndex,
  task: PointsTask,
  thresholds: Thresholds,
): ReadonlySet<Sighting> => {
  const recognised = sightings.filter(({ passage }) => (passage?.share ?? 0) >= thresholds.partial);
  if (recognised.length === 0 || !isNearCopy(index, task)) return new Set();
  const contrast = findContrast(task.exampleAnswer, task.question);
  const subjects = subjectsOfPoints(
    sightings.map(({ words }) => words),
    contrast,
  );
  const example = createAnswerIndex(task.exampleAnswer);
  const turned = recognised.filter((sighting) => {
    const { passage, words } = sighting;
    if (passage === null || passage.share < OPPOSITE_FROM) return false;
    const subject = subjects[sightings.indexOf(sighting)] ?? null;
    return (
      saysOpposite(words, subject, passage, index, contrast) &&
      !turnedInExample(words, subject, example, contrast)
    );
  });
  return new Set(turned.length >= recognised.length * MOSTLY_OPPOSITE ? turned : []);
};

/** What is looked for: the points, and the texts that say what the question gives away and contrasts. */
export type PointsTask = {
  readonly question: string;
  readonly exampleAnswer: string;
  readonly points: readonly string[];
  /** The points were cut from the example answer, not written by an author. */
  readonly derived: boolean;
};

/** Looks for each point in the answer. */
export const judgePoints = (task: PointsTask, index: AnswerIndex): JudgedPoints => {
  const given = new Set(wordsOf(task.question).map((word) => word.stem));
  const thresholds = task.derived ? DERIVED : AUTHORED;
  const sightings = task.points.map((point): Sighting => {
    if (!task.derived) return bestAlternative(point, index, given);
    const words = wordsOf(point);
    return { point, words, passage: bestPassage(index, weigh(words, given)) };
  });
  const turned = opposites(sightings, index, task, thresholds);
  const points = sightings.map((sighting): JudgedPoint => {
    const verdict = turned.has(sighting) ? 'missed' : verdictOf(sighting.passage?.share ?? 0, thresholds);
    return { point: sighting.point, verdict, passage: verdict === 'missed' ? null : sighting.passage };
  });
  return { points, contradicts: turned.size > 0 };
};
