import type { Locale } from '../../chat/message.ts';
import type { Position } from '../../questions/question.ts';
import type { CvQuestion } from '../cv.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { readPassages } from './classify.ts';
import { slotsOf } from './slots.ts';
import type { Wordings } from './wording.ts';
import { ENGLISH_PERSON_WORDINGS } from './wording-en-person.ts';
import { ENGLISH_WORK_WORDINGS } from './wording-en-work.ts';
import { KOREAN_PERSON_WORDINGS } from './wording-ko-person.ts';
import { KOREAN_WORK_WORDINGS } from './wording-ko-work.ts';

const WORDINGS: Readonly<Record<Locale, Wordings>> = {
  en: { ...ENGLISH_WORK_WORDINGS, ...ENGLISH_PERSON_WORDINGS },
  ko: { ...KOREAN_WORK_WORDINGS, ...KOREAN_PERSON_WORDINGS },
};

/** What asking again costs, in the unit of `Candidate.worth`, so that five questions do not circle around one thing. */
const REPEATED = { passage: 6.5, kind: 3.5, term: 3, thing: 2.5, skillQuestion: 0.8 } as const;
/** Enough to let equals take turns with the seed, too little to lift a poor question over a good one. */
const JITTER = 0.7;

/**
 * Questions about a CV without a model: each about a passage of this CV, `quote` verbatim from `cvText` (line breaks of
 * the PDF included, so fold white space before showing it) and at most 200 characters. Most worth asking first, spread
 * over passages and kinds. Fewer than `count` only when the text holds next to nothing. Same arguments, same questions.
 */
export function makeCvQuestionsOffline(
  cvText: string,
  position: Position,
  locale: Locale,
  count: number,
  seed: string,
): CvQuestion[] {
  const pool = findCandidates(readPassages(cvText), position).flatMap((candidate, index) =>
    withWords(candidate, position, locale).map((worded, variant) => ({
      ...worded,
      worth: candidate.worth + JITTER * fractionOf(`${seed}/${index}/${candidate.kind}/${variant}`),
    })),
  );
  const chosen: Worded[] = [];
  while (chosen.length < count) {
    const best = bestOf(pool, chosen);
    if (best === null) break;
    chosen.push(best);
  }
  return chosen.map(({ question, passage }) => ({ question, quote: passage.quote }));
}

type Worded = Candidate & { readonly question: string };

/** A candidate in each of the wordings of its kind for which the passage says enough. */
function withWords(candidate: Candidate, position: Position, locale: Locale): readonly Worded[] {
  const slots = slotsOf(candidate, position, locale);
  if (slots === null) return [];
  return WORDINGS[locale][candidate.kind]
    .map((wording) => wording(slots))
    .filter((question) => question !== null)
    .map((question) => ({ ...candidate, question }));
}

function bestOf(pool: readonly Worded[], chosen: readonly Worded[]): Worded | null {
  let best: Worded | null = null;
  let bestWorth = -Infinity;
  for (const candidate of pool) {
    if (chosen.some(({ question }) => question === candidate.question)) continue;
    const worth = candidate.worth - chosen.reduce((cost, one) => cost + costOfBoth(one, candidate), 0);
    if (worth > bestWorth) [best, bestWorth] = [candidate, worth];
  }
  return best;
}

/** An entry's title and what stands below it have one subject. */
function isSameThing(one: Candidate, other: Candidate): boolean {
  const [first, second] = [one.passage.subject.thing, other.passage.subject.thing];
  return first?.ko === second?.ko && one.passage !== other.passage;
}

function costOfBoth(one: Candidate, other: Candidate): number {
  const terms = [one.term, one.other].filter((term) => term !== '');
  const bothSkills = one.passage.type === 'skills' && other.passage.type === 'skills';
  const samePassage = one.passage === other.passage;
  return (
    // A list of skills is as many subjects as it has entries.
    (samePassage ? (bothSkills ? 1 : REPEATED.passage) : 0) +
    (one.kind === other.kind && one.kind !== 'theme' ? REPEATED.kind : 0) +
    (one.passage.subject.thing !== null && isSameThing(one, other) ? REPEATED.thing : 0) +
    (terms.includes(other.term) || terms.includes(other.other) ? REPEATED.term : 0) +
    (bothSkills ? REPEATED.skillQuestion : 0)
  );
}

/** A number from 0 to 1 that depends on the text alone (FNV-1a with a final mix). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
