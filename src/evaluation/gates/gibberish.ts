import { wordsOf } from '../text/words.ts';

const LOOSE_JAMO = /[ㄱ-ㆎ]/gu;
const LETTER = /\p{L}/gu;
const VOWEL = /[aeiouyàáâäèéêëìíîïòóôöùúûü]/i;
/** Neighbours on the keyboard, both ways, as fingers roll over them. */
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz'];
const LEAST_ROLL = 4;
/** Pairs of letters that no English word has, nor an acronym of the trade. */
const STRANGE_PAIR = /(?<=.)j[bcdfghklmnpqrstvwxz]|qw|wq|zx|xz|qz|zq|vq|qv|xj|qx|xq|kq|vj|gq|hq|zv|fq|qk|qj/;
const REPEATED_LETTER = /(.)\1{4,}/u;
const REPEATED_PIECE = /^(.{2,4}?)\1{2,}.{0,3}$/u;
/** Acronyms have no vowel either, but are shorter. */
const LEAST_NOISE_LENGTH = 5;
const REAL =
  /^(?:qwerty\w*|https|mysql|mbps|kbps|nginx|crypt|html\d?|xhtml|mqtt|rhythm|psql|dsl|gzip|tmpfs)$/;
/** Noise is short; a long text with some strange words is a text. */
const MOST_WORDS = 30;
const NOISE_SHARE = 0.6;

const rollsOverKeys = (word: string): boolean =>
  KEY_ROWS.some((row) =>
    Array.from({ length: row.length - LEAST_ROLL + 1 }, (_unused, from) =>
      row.slice(from, from + LEAST_ROLL),
    ).some((run) => word.includes(run)),
  );

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word) && !REAL.test(word);

const isNoise = (word: string): boolean => {
  if (REPEATED_LETTER.test(word) && !/^\p{N}+$/u.test(word)) return true;
  if (!isLatin(word)) return false;
  if (REPEATED_PIECE.test(word) || rollsOverKeys(word) || STRANGE_PAIR.test(word)) return true;
  return word.length >= LEAST_NOISE_LENGTH && !VOWEL.test(word);
};

/** Beside noise a scrap is noise too: the `qwe` of `asdkjh qwe zzxc`. */
const isScrap = (word: string): boolean =>
  isLatin(word) && (KEY_ROWS.some((row) => row.includes(word)) || !VOWEL.test(word));

/** Whether a text is noise: keys rolled over, one letter held down, loose Korean letters, no word at all. */
export const isGibberish = (answer: string): boolean => {
  const letters = answer.match(LETTER)?.length ?? 0;
  const jamo = answer.match(LOOSE_JAMO)?.length ?? 0;
  if (jamo > 0 && jamo * 2 > letters) return true;
  const pieces = answer.trim().split(/\s+/);
  if (pieces.length > MOST_WORDS) return new Set(pieces).size === 1;
  const words = wordsOf(answer.replace(LOOSE_JAMO, ' ')).map(({ plain }) => plain);
  if (words.length === 0) return true;
  if (words.length >= LEAST_ROLL && new Set(words).size === 1) return true;
  const noise = words.filter(isNoise).length;
  return (
    noise > 0 && words.filter((word) => isNoise(word) || isScrap(word)).length >= words.length * NOISE_SHARE
  );
};
