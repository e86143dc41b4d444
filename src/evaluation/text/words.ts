import { COMMON_WORDS, NEGATIONS, NOT_NEGATIONS, SPOKEN_SYMBOLS } from './lexicon.ts';
import { stemOf } from './stem.ts';
import { synonymGroupsOf } from './synonyms.ts';

/** One word of a text, reduced to what is compared. */
export type Word = {
  /** Porter stem in American spelling; a Korean word without its particle; a Big-O term without its spaces. */
  readonly stem: string;
  /** The word as it is read, in lower case. */
  readonly plain: string;
  /** Carries grammar rather than meaning. */
  readonly common: boolean;
  /** Turns the meaning of its clause round: `not`, `never`, `without`. */
  readonly negation: boolean;
  /** Pairs of neighbouring letters of `stem`, sorted, for comparing spellings; none for a common word. */
  readonly pairs: readonly number[];
  /** Groups of words that stand for one another to which this one belongs. */
  readonly synonyms: readonly number[];
};

const BIG_O = /\b(?:o|θ|Θ|ω)\s*\(\s*([^()]*(?:\([^()]*\))?[^()]*)\)/giu;
const WORD = /o\([^)\s]*\)?\)|[\p{Script=Latin}][\p{Script=Latin}\p{N}]*[+#]*|\p{N}+|[\p{Script=Hangul}]+/gu;
const BARE_LOG = /(?<![a-z])(n?)\s*\*?\s*log\s*(?:2\s*)?\(?\s*n\b\s*\)?/g;
const CONTRACTED_NOT = /\b(\p{L}{1,30})n['’]t\b/gu;
const NO_NEGATION = new RegExp(
  `\\b(?:${[...NOT_NEGATIONS.keys()].join('|').replaceAll(' ', '\\s+')})\\b`,
  'g',
);
const FIRST_IN = /\bfirst[\s-]*in[\s,-]*(?:and\s+)?first[\s-]*out\b/g;
const LAST_IN =
  /\b(?:last[\s-]*in[\s,-]*(?:and\s+)?first[\s-]*out|first[\s-]*in[\s,-]*(?:and\s+)?last[\s-]*out)\b/g;
const POSSESSIVE = /['’]s\b/g;
const pairsOf = (stem: string): number[] => {
  const pairs: number[] = [];
  for (let index = 1; index < stem.length; index += 1) {
    pairs.push(stem.charCodeAt(index - 1) * 65_536 + stem.charCodeAt(index));
  }
  return pairs.sort((left, right) => left - right);
};

const toWord = (plain: string): Word => {
  const stem = stemOf(plain);
  const common = COMMON_WORDS.has(plain);
  return {
    stem,
    plain,
    common,
    negation: NEGATIONS.has(plain),
    pairs: common ? [] : pairsOf(stem),
    synonyms: synonymGroupsOf(stem),
  };
};

/** `O(n log n)` and `n log(n)` become the one word `o(nlogn)`, and `log` beside it for those who write it out. */
const complexity = (inside: string): string => {
  const plain = inside.replace(/log\(?n\)?/g, 'logn');
  return plain.includes('log') ? ` log o(${plain}) ` : ` o(${plain}) `;
};

/** Lower case, typographic quotes made plain, Big-O terms and set phrases made one word. */
const prepare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // Patterns below backtrack over white space: a long run of it would hold the event loop for minutes.
    .replace(/\s+/g, ' ')
    .replace(BIG_O, (_whole, inside: string) => complexity(inside.replace(/[\s*·×]+/g, '')))
    .replace(BARE_LOG, (_whole, factor: string) => complexity(`${factor}log(n)`))
    .replace(/\b(?:can['’]?t|cannot)\b/g, 'can not')
    .replace(CONTRACTED_NOT, '$1 not')
    .replace(NO_NEGATION, (phrase) => NOT_NEGATIONS.get(phrase.replace(/\s+/g, ' ')) ?? phrase)
    .replace(POSSESSIVE, '')
    .replace(LAST_IN, 'lifo')
    .replace(FIRST_IN, 'fifo')
    .replace(/[&<>]=?|!=|==/g, (symbol) => SPOKEN_SYMBOLS.get(symbol) ?? ' ');

/** The words of a text in reading order. */
export const wordsOf = (text: string): Word[] => {
  const known = new Map<string, Word>();
  return Array.from(prepare(text).matchAll(WORD), ([plain]) => {
    const seen = known.get(plain);
    if (seen) return seen;
    const word = toWord(plain);
    known.set(plain, word);
    return word;
  });
};

/** Dice coefficient of two words' letter pairs, 0–1, or 0 where it cannot reach `least`. Finds typing errors and endings that the stemmer leaves. */
export const spellingLikeness = (left: Word, right: Word, least: number): number => {
  const [rows, columns] = [left.pairs, right.pairs];
  const total = rows.length + columns.length;
  if (total === 0 || 2 * Math.min(rows.length, columns.length) < least * total) return 0;
  let shared = 0;
  for (let row = 0, column = 0; row < rows.length && column < columns.length; ) {
    const one = rows[row] ?? 0;
    const other = columns[column] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) row += 1;
    if (other <= one) column += 1;
  }
  const likeness = (2 * shared) / total;
  return likeness >= least ? likeness : 0;
};
