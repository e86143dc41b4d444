import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/questions/find-duplicates.ts';

const candidates = (...questions: readonly string[]) =>
  questions.map((question, index) => ({ id: `c${index + 2}`, line: index + 2, question }));
const LONG = 'Which isolation level would you choose for a report that reads the same rows twice';

describe('finding duplicates', () => {
  it('finds a question of the bank again, whatever its case and punctuation', () => {
    const existing = [{ id: 'be-caching-001', question: 'What is a “cache”?' }];
    expect(findDuplicates(candidates('what is a cache', 'Why is it fast?'), existing)).toEqual([
      { line: 2, sameAs: { id: 'be-caching-001', line: null }, similarity: 1 },
    ]);
  });

  it('finds a repetition in the same file and says on which line the first one stands', () => {
    expect(findDuplicates(candidates('One?', 'Two?', 'ONE', 'one!'), [])).toEqual([
      { line: 4, sameAs: { id: 'c2', line: 2 }, similarity: 1 },
      { line: 5, sameAs: { id: 'c2', line: 2 }, similarity: 1 },
    ]);
  });

  it('finds a question with a word changed', () => {
    const [duplicate] = findDuplicates(candidates(LONG.replace('report', 'job')), [
      { id: 'a', question: LONG },
    ]);
    expect(duplicate?.sameAs.id).toBe('a');
    // 14 pairs of neighbours, two of which change on either side: 12 of 16.
    expect(duplicate?.similarity).toBeCloseTo(12 / 16, 10);
  });

  it.each([
    ['exactly six of ten pairs in common', 'a b c d e f g p q', 'a b c d e f g x y', true],
    ['six of eleven', 'a b c d e f g p q', 'a b c d e f g x y z', false],
    ['the same words in another order', 'a b c d e f', 'f e d c b a', false],
    ['nothing in common', 'a b c', 'd e f', false],
    ['a single word each', 'cache', 'index', false],
    ['a single word that the other ends with', 'what caching', 'caching', false],
  ])('with %s', (_, left, right, same) => {
    expect(findDuplicates(candidates(left, right), [])).toHaveLength(same ? 1 : 0);
  });

  it('names the question with the same words before one that is merely alike', () => {
    const existing = [
      { id: 'alike', question: LONG.replace('report', 'job') },
      { id: 'same', question: LONG },
    ];
    expect(findDuplicates(candidates(LONG.toUpperCase()), existing)).toEqual([
      { line: 2, sameAs: { id: 'same', line: null }, similarity: 1 },
    ]);
  });

  it('compares what has no Latin letters, and what has hardly any words', () => {
    const questions = candidates(
      '격리 수준을 어떻게 고르나요?',
      '격리 수준을 어떻게 고르나요',
      '',
      '…',
      'C++?',
      'c++',
    );
    expect(findDuplicates(questions, []).map(({ line, sameAs }) => [line, sameAs.line])).toEqual([
      [3, 2],
      [5, 4],
      [7, 6],
    ]);
  });

  it('finds exactly what comparing each with each would find', () => {
    const words = ['a', 'b', 'c', 'd'];
    const texts = Array.from({ length: 256 }, (_, number) =>
      [0, 1, 2, 3].map((place) => words[Math.floor(number / 4 ** place) % 4]).join(' '),
    );
    const pairsOf = (text: string) =>
      new Set(
        text
          .split(' ')
          .slice(1)
          .map((word, index) => `${text.split(' ')[index]} ${word}`),
      );
    const jaccard = (left: Set<string>, right: Set<string>) => {
      const shared = [...left].filter((pair) => right.has(pair)).length;
      return shared / (left.size + right.size - shared);
    };
    const kept: string[] = [];
    const expected = texts.flatMap((text, index) => {
      const repeats = kept.some((other) => jaccard(pairsOf(other), pairsOf(text)) >= 0.6);
      if (!repeats) kept.push(text);
      return repeats ? [index + 2] : [];
    });
    expect(findDuplicates(candidates(...texts), []).map(({ line }) => line)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(50);
  });
});
