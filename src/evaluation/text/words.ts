import { stemmer } from 'stemmer';
import { COMMON_WORDS, DIGITS, NEGATIONS, SPOKEN_SYMBOLS } from './lexicon.ts';

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
  /** Pairs of neighbouring letters of `stem`, sorted, for comparing spellings. */
  readonly pairs: readonly number[];
};

const BIG_O = /\b(?:o|θ|Θ|ω)\s*\(\s*([^()]*(?:\([^()]*\))?[^()]*)\)/giu;
const WORD = /o\([^)\s]*\)?\)|[\p{Script=Latin}][\p{Script=Latin}\p{N}]*[+#]*|\p{N}+|[\p{Script=Hangul}]+/gu;
const BARE_LOG = /(?<![a-z])(n?)\s*\*?\s*log\s*(?:2\s*)?\(?\s*n\b\s*\)?/g;
const CONTRACTED_NOT = /\b(\p{L}+)n['’]t\b/gu;
const FIRST_IN = /\bfirst[\s-]*in[\s,-]*(?:and\s+)?first[\s-]*out\b/g;
const LAST_IN = /\b(?:last[\s-]*in[\s,-]*(?:and\s+)?first[\s-]*out|first[\s-]*in[\s,-]*(?:and\s+)?last[\s-]*out)\b/g;
const POSSESSIVE = /['’]s\b/g;
/** Particles and the commonest endings; a syllable or two must be left before them. */
const KOREAN_ENDING =
  /(?<=.)(?:으로써|으로서|에서는|에게서|이라는|입니다|합니다|됩니다|습니다|했습니다|하면|하고|하는|하여|해서|해요|하기|되는|되어|된다|한다|에서|에게|으로|부터|까지|처럼|보다|마다|이나|이며|이고|은|는|이|가|을|를|에|의|로|와|과|도|만)$/;

/** British and American spelling become one. What it does to words that only look alike it does on both sides. */
const foldSpelling = (word: string): string => {
  if (word.length < 6) return word === 'grey' ? 'gray' : word;
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|ed|es|er|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|al|able|ite|ites)?$/, 'or$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/(t|b)re(s?)$/, '$1er$2')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/ence$/, 'ense');
};

const pairsOf = (stem: string): number[] => {
  const pairs: number[] = [];
  for (let index = 1; index < stem.length; index += 1) {
    pairs.push(stem.charCodeAt(index - 1) * 65_536 + stem.charCodeAt(index));
  }
  return pairs.sort((left, right) => left - right);
};

/** What a word in lower case is compared by. */
export const stemOf = (plain: string): string => {
  if (/^\p{Script=Hangul}/u.test(plain)) return plain.replace(KOREAN_ENDING, '');
  return DIGITS.get(plain) ?? stemmer(foldSpelling(plain));
};

const toWord = (plain: string): Word => {
  const stem = stemOf(plain);
  return {
    stem,
    plain,
    common: COMMON_WORDS.has(plain),
    negation: NEGATIONS.has(plain),
    pairs: pairsOf(stem),
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
    .replace(BIG_O, (_whole, inside: string) => complexity(inside.replace(/[\s*·×]+/g, '')))
    .replace(BARE_LOG, (_whole, factor: string) => complexity(`${factor}log(n)`))
    .replace(/\b(?:can['’]?t|cannot)\b/g, 'can not')
    .replace(/\bno longer\b/g, 'nolonger')
    .replace(CONTRACTED_NOT, '$1 not')
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

/** Dice coefficient of two words' letter pairs, 0–1. Finds typing errors and endings that the stemmer leaves. */
export const spellingLikeness = (left: Word, right: Word): number => {
  const total = left.pairs.length + right.pairs.length;
  if (total === 0) return 0;
  let shared = 0;
  let row = 0;
  let column = 0;
  while (row < left.pairs.length && column < right.pairs.length) {
    const one = left.pairs[row] ?? 0;
    const other = right.pairs[column] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) row += 1;
    if (other <= one) column += 1;
  }
  return (2 * shared) / total;
};
