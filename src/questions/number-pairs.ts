/** Texts as numbers of their pairs of neighbouring words; a text of one word has one pair, of nothing and the word. */
export type NumberedPairs = {
  /** The pairs of all texts, one text after the other, each pair once a text. */
  readonly pairs: Int32Array;
  /** Where each text's pairs begin in `pairs`, and at last where those of the last text end. */
  readonly starts: Int32Array;
  /** In how many texts each pair stands, pairs being numbered from 0 in the order in which they come first. */
  readonly counts: Int32Array;
};

/** Odd numbers without a pattern, which spread neighbouring numbers over the table (Knuth's multiplicative hashing). */
const LEFT_FACTOR = 0x9e3779b1;
const RIGHT_FACTOR = 0x85ebca6b;

/**
 * Numbers pairs of numbers by a hash table with open addressing. A Map needs a string or one number beyond 32 bits as its key, and
 * takes three times as long: a bank of 3,600 rows has some 100,000 pairs.
 *
 * @param most no more pairs than this will come.
 */
const createPairNumbering = (most: number) => {
  const bits = Math.ceil(Math.log2(1.5 * most + 2));
  const numbers = new Int32Array(2 ** bits).fill(-1);
  const lefts = new Int32Array(most);
  const rights = new Int32Array(most);
  let count = 0;
  return (left: number, right: number): number => {
    let slot = (Math.imul(left, LEFT_FACTOR) + Math.imul(right, RIGHT_FACTOR)) >>> (32 - bits);
    for (let number = numbers[slot] ?? -1; number !== -1; number = numbers[slot] ?? -1) {
      if (lefts[number] === left && rights[number] === right) return number;
      slot = slot + 1 === numbers.length ? 0 : slot + 1;
    }
    numbers[slot] = count;
    lefts[count] = left;
    rights[count] = right;
    return count++;
  };
};

/** The words of all texts as numbers, one text after the other, and where each text begins and the last one ends. */
const numberWords = (texts: readonly string[]) => {
  const numbers = new Map<string, number>();
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  const words = new Int32Array(Math.ceil(letters / 2) + 2 * texts.length);
  const starts = new Int32Array(texts.length + 1);
  let end = 0;
  texts.forEach((text, index) => {
    const spaced = text.includes(' ') ? text : ` ${text}`;
    for (const word of spaced.split(' ')) {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      words[end++] = number;
    }
    starts[index + 1] = end;
  });
  return { words: words.subarray(0, end), starts };
};

/** Numbers the word pairs of texts whose words stand apart by one space. */
export const numberPairs = (texts: readonly string[]): NumberedPairs => {
  const { words, starts: wordStarts } = numberWords(texts);
  const numberOfPair = createPairNumbering(words.length);
  const pairs = new Int32Array(words.length);
  const counts = new Int32Array(words.length);
  const lastText = new Int32Array(words.length).fill(-1);
  const starts = new Int32Array(texts.length + 1);
  let end = 0;
  for (let text = 0; text < texts.length; text++) {
    const last = (wordStarts[text + 1] ?? 0) - 1;
    for (let at = wordStarts[text] ?? 0; at < last; at++) {
      const pair = numberOfPair(words[at] ?? 0, words[at + 1] ?? 0);
      if (lastText[pair] === text) continue;
      lastText[pair] = text;
      counts[pair] = (counts[pair] ?? 0) + 1;
      pairs[end++] = pair;
    }
    starts[text + 1] = end;
  }
  return { pairs: pairs.subarray(0, end), starts, counts };
};
