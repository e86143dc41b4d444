/** Texts as numbers of their pairs of neighbouring words; a text of one word has one pair, of nothing and the word. */
export type NumberedPairs = {
  /** For each text its pairs, each once. */
  readonly pairsOfTexts: readonly (readonly number[])[];
  /** For each pair in how many texts it stands. Pairs are numbered from 0 in the order in which they come first. */
  readonly counts: readonly number[];
};

const createWordNumbering = () => {
  const numbers = new Map<string, number>();
  return (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
};

/** Odd numbers without a pattern, which spread neighbouring numbers over the table (Knuth's multiplicative hashing). */
const LEFT_FACTOR = 0x9e3779b1;
const RIGHT_FACTOR = 0x85ebca6b;

/**
 * Numbers pairs of numbers by a hash table with open addressing. A Map needs a string or one number beyond 32 bits as its key, and
 * takes three times as long: a bank of 3,600 rows has some 130,000 pairs.
 *
 * @param most no more pairs than this will come.
 */
const createPairNumbering = (most: number) => {
  const bits = Math.max(1, Math.ceil(Math.log2(2 * most)));
  const lefts = new Int32Array(2 ** bits);
  const rights = new Int32Array(2 ** bits);
  const numbers = new Int32Array(2 ** bits).fill(-1);
  let count = 0;
  return (left: number, right: number): number => {
    let slot = (Math.imul(left, LEFT_FACTOR) + Math.imul(right, RIGHT_FACTOR)) >>> (32 - bits);
    while (numbers[slot] !== -1) {
      if (lefts[slot] === left && rights[slot] === right) return numbers[slot] ?? -1;
      slot = slot + 1 === numbers.length ? 0 : slot + 1;
    }
    lefts[slot] = left;
    rights[slot] = right;
    numbers[slot] = count;
    return count++;
  };
};

/** Numbers the word pairs of texts whose words stand apart by one space. */
export const numberPairs = (texts: readonly string[]): NumberedPairs => {
  const numberOfWord = createWordNumbering();
  const sentences = texts.map((text) => (text.includes(' ') ? text : ` ${text}`).split(' ').map(numberOfWord));
  const numberOfPair = createPairNumbering(sentences.reduce((sum, { length }) => sum + length, 1));
  const counts: number[] = [];
  const lastText: number[] = [];
  const pairsOfTexts = sentences.map((sentence, text) => {
    const pairs: number[] = [];
    for (let at = 1; at < sentence.length; at++) {
      const pair = numberOfPair(sentence[at - 1] ?? 0, sentence[at] ?? 0);
      if (lastText[pair] === text) continue;
      lastText[pair] = text;
      counts[pair] = (counts[pair] ?? 0) + 1;
      pairs.push(pair);
    }
    return pairs;
  });
  return { pairsOfTexts, counts };
};
