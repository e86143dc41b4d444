import { normaliseQuestion } from '../../src/questions/normalise-question.ts';

const STOP_WORDS = new Set(
  `a an the of in on to for and or is are was were be been do does did you your would could should can how what
  why when which who where that this these those it its with from by as at into if not no than then so such one
  two there their they we i between about have has had will may might must explain describe`.split(/\s+/),
);
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

export const normalise = normaliseQuestion;
export const wordsOf = (text: string): readonly string[] => {
  const normalised = normalise(text);
  return normalised === '' ? [] : normalised.split(' ');
};

const SUFFIX = /^(.{3,}?)(ations?|ingly|ings?|ies|ied|ers?|ed|es|(?<![su])s)$/;
/** US and UK spelling and the common endings fall together; no more is needed to compare wordings. */
const stem = (word: string): string =>
  word
    .replaceAll('z', 's')
    .replace(SUFFIX, '$1')
    .replace(/^(.{3,})[ey]$/, '$1');

/** Stems of the words that carry content. */
export const contentOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stem);

export const isKorean = (text: string): boolean => /[가-힣]/.test(text);

/** Words in a row, each run once; a shorter text is one run. */
export const shinglesOf = (words: readonly string[], size: number): ReadonlySet<string> => {
  const runs = words.slice(size - 1).map((_, index) => words.slice(index, index + size).join(' '));
  return new Set(runs.length > 0 ? runs : [words.join(' ')].filter((run) => run !== ''));
};

export const jaccard = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared / (left.size + right.size - shared || 1);
};

/** Share of `words` that stand in `bag`; 0 when there are none. */
export const shareIn = (words: ReadonlySet<string>, bag: ReadonlySet<string>): number =>
  words.size === 0 ? 0 : [...words].filter((word) => bag.has(word)).length / words.size;
