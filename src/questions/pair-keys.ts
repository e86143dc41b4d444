/**
 * Texts as numbers of their pairs of neighbouring words. Each text's numbers ascend, each stands once, and a pair that is rarer over all
 * texts has a lower one. A text of one word has one pair, of nothing and the word.
 */
export type PairKeys = {
  /** The pairs of all texts. */
  readonly keys: Float64Array;
  /** Where each text's pairs begin in `keys`. */
  readonly starts: Int32Array;
  /** Where they end, in the same order. */
  readonly ends: Int32Array;
  /** Every pair with a lower number stands in one text only. */
  readonly shared: number;
};

/** A number is 8 bits of how often its pair occurs, then 45 of its hash: what a double holds exactly. */
const HIGH_BITS = 13;
const HASH_RANGE = 2 ** (32 + HIGH_BITS);
/**
 * Pairs are counted by some bits of their hash: two that share them count together, which changes their order and nothing else. So
 * few counters that they stay in the processor's cache.
 */
const COUNTERS = 2 ** 18;

const SPACE = 32;
/** Odd numbers without a pattern: FNV's prime, and those of MurmurHash3. */
const WORD_FACTOR = 0x01000193;
const LEFT_FACTOR = 0x85ebca6b;
const RIGHT_FACTOR = 0xc2b2ae35;
const EMPTY_WORD = 0x811c9dc5;

/**
 * Numbers the pairs of texts whose words stand apart by one space. Two different pairs have the same number about once in ten
 * thousand banks.
 */
export const numberPairs = (texts: readonly string[]): PairKeys => {
  const most = texts.reduce((sum, { length }) => sum + Math.ceil(length / 2) + 1, 0);
  const lows = new Uint32Array(most);
  const highs = new Uint16Array(most);
  const starts = new Int32Array(texts.length + 1);
  const counts = new Uint8ClampedArray(COUNTERS);
  let end = 0;
  const add = (left: number, right: number): void => {
    const low = mixed(Math.imul(left, LEFT_FACTOR) + Math.imul(right, RIGHT_FACTOR));
    lows[end] = low;
    highs[end] = mixed(low ^ left) >>> (32 - HIGH_BITS);
    end += 1;
    const counter = low & (COUNTERS - 1);
    counts[counter] = (counts[counter] ?? 0) + 1;
  };
  texts.forEach((text, index) => {
    pairsOf(text, add);
    starts[index + 1] = end;
  });
  const keys = new Float64Array(end);
  for (let at = 0; at < end; at += 1) {
    const low = lows[at] ?? 0;
    keys[at] = (counts[low & (COUNTERS - 1)] ?? 0) * HASH_RANGE + (highs[at] ?? 0) * 2 ** 32 + low;
  }
  const ends = new Int32Array(texts.length);
  for (let index = 0; index < texts.length; index += 1)
    ends[index] = sortUnique(keys, starts[index] ?? 0, starts[index + 1] ?? 0);
  return { keys, starts, ends, shared: 2 * HASH_RANGE };
};

/** Hands over the hashes of neighbouring words. */
const pairsOf = (text: string, add: (left: number, right: number) => void): void => {
  let left = EMPTY_WORD;
  let word = EMPTY_WORD;
  let words = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = at === text.length ? SPACE : text.charCodeAt(at);
    if (character !== SPACE) {
      word = Math.imul(word ^ character, WORD_FACTOR);
      continue;
    }
    words += 1;
    if (words > 1) add(left, word);
    left = word;
    word = EMPTY_WORD;
  }
  if (words === 1) add(EMPTY_WORD, left);
};

/** Spreads what is known over all 32 bits (the last step of MurmurHash3). */
const mixed = (hash: number): number => {
  let value = hash | 0;
  value = Math.imul(value ^ (value >>> 16), LEFT_FACTOR);
  value = Math.imul(value ^ (value >>> 13), RIGHT_FACTOR);
  return (value ^ (value >>> 16)) >>> 0;
};

/** Sorts a stretch and leaves out what stands there twice. @returns its new end */
const sortUnique = (numbers: Float64Array, start: number, end: number): number => {
  numbers.subarray(start, end).sort();
  let last = start;
  for (let at = start + 1; at < end; at += 1) {
    if (numbers[at] !== numbers[last]) numbers[++last] = numbers[at] ?? 0;
  }
  return Math.min(last + 1, end);
};
