import { stemmer } from 'stemmer';
import { DIGITS } from './lexicon.ts';

/** Particles and the commonest endings; a syllable or two must be left before them. */
const KOREAN_ENDING =
  /(?<=.)(?:으로써|으로서|에서는|에게서|이라는|입니다|합니다|됩니다|습니다|했습니다|하면|하고|하는|하여|해서|해요|하기|되는|되어|된다|한다|에서|에게|으로|부터|까지|처럼|보다|마다|이나|이며|이고|은|는|이|가|을|를|에|의|로|와|과|도|만)$/;

/** British and American spelling become one. What it does to words that only look alike it does on both sides. */
const SPELT_TWO_WAYS =
  /(?:[iy]s(?:e|ed|es|er|ers|ing|ation|ations)|our(?:s|ed|ing|al|able|ite|ites)?|ll(?:ed|ing|er|ers)|[tb]res?|ogues?|ence)$/;

const foldSpelling = (word: string): string => {
  if (word.length < 6 || !SPELT_TWO_WAYS.test(word)) return word;
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|ed|es|er|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|al|able|ite|ites)?$/, 'or$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/(t|b)re(s?)$/, '$1er$2')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/ence$/, 'ense');
};

/** What a word in lower case is compared by: its Porter stem in one spelling, digits for a number word, Korean without particle. */
export const stemOf = (plain: string): string => {
  if (/^\p{Script=Hangul}/u.test(plain)) return plain.replace(KOREAN_ENDING, '');
  return DIGITS.get(plain) ?? stemmer(foldSpelling(plain));
};
