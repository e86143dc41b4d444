import type { AspectGrade, CvTask } from '../grade.ts';
import { sentencesOf } from '../text/clauses.ts';
import { isKorean } from '../text/language.ts';
import { wordsOf } from '../text/words.ts';
import { findCues, LATIN_TERM, MEASURE, NAME, NUMBER, OWN_PART, RESULT, SHARED_PART } from './cues.ts';

const atMost5 = (score: number): number => Math.min(5, Math.max(1, Math.round(score)));

const gradeSpecificity = (answer: string): AspectGrade => {
  const found = findCues(answer, [MEASURE, NUMBER, NAME, LATIN_TERM]);
  if (found === null) return { aspect: 'specificity', score: null, quote: null };
  return { aspect: 'specificity', score: atMost5(1 + found.times), quote: found.quote };
};

/** Who did it: `I` throughout is 5, `we` throughout 1. */
const gradeOwnership = (answer: string): AspectGrade => {
  const own = findCues(answer, OWN_PART);
  const shared = findCues(answer, SHARED_PART);
  if (own === null && shared === null) return { aspect: 'ownership', score: null, quote: null };
  const mine = own?.times ?? 0;
  const share = mine / (mine + (shared?.times ?? 0));
  return {
    aspect: 'ownership',
    score: atMost5(1 + 4 * Math.min(1, share * 1.5)),
    quote: (own ?? shared)?.quote ?? null,
  };
};

/** What came of it: an outcome is 3, one that is measured 5, a measure alone 2. */
const gradeImpact = (answer: string): AspectGrade => {
  const outcome = findCues(answer, RESULT);
  const measure = findCues(answer, [MEASURE]);
  if (outcome === null) return { aspect: 'impact', score: measure && 2, quote: measure?.quote ?? null };
  if (outcome.quote.search(MEASURE) >= 0) return { aspect: 'impact', score: 5, quote: outcome.quote };
  return { aspect: 'impact', score: measure ? 4 : 3, quote: outcome.quote };
};

const termsOf = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap(({ common, stem }) => (common || stem.length < 2 ? [] : [stem])));

const sharedTerms = (text: string, known: ReadonlySet<string>): number =>
  [...termsOf(text)].filter((term) => known.has(term)).length;

/**
 * How far the answer speaks of what the CV says: terms shared with the passage asked about count double those shared
 * with the rest. `null` when nothing can be compared: the answer and the CV share no term, or are in two languages.
 */
const gradeConsistency = (task: CvTask): AspectGrade => {
  const nothing: AspectGrade = { aspect: 'consistency', score: null, quote: null };
  if (isKorean(task.answer) !== isKorean(`${task.quote}\n${task.cvText}`)) return nothing;
  const asked = termsOf(task.question);
  const inQuote = termsOf(task.quote);
  const inCv = new Set([...termsOf(task.cvText)].filter((term) => !inQuote.has(term) && !asked.has(term)));
  const evidence = 2 * sharedTerms(task.answer, inQuote) + sharedTerms(task.answer, inCv);
  const known = new Set([...inQuote, ...inCv]);
  const [best] = sentencesOf(task.answer)
    .map(([start, end]) => task.answer.slice(start, end))
    .sort((left, right) => sharedTerms(right, known) - sharedTerms(left, known));
  if (evidence === 0 || best === undefined) return nothing;
  return { aspect: 'consistency', score: atMost5(1 + evidence / 2), quote: best };
};

/** Grades an answer about one's own CV on four scales by cues in English and Korean. */
export const gradeCvOffline = (task: CvTask): AspectGrade[] => [
  gradeSpecificity(task.answer),
  gradeOwnership(task.answer),
  gradeImpact(task.answer),
  gradeConsistency(task),
];
