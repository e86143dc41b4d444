import { describe, expect, it } from 'vitest';
import { importedQuestionId, normaliseQuestion } from '../../src/questions/normalise-question.ts';

describe('the words of a question', () => {
  it.each([
    ['case and punctuation do not count', 'What IS a “cache”, (really)?', 'what is a cache really'],
    ['signs between words leave one space', 'a , b\t\n- c  d', 'a b c d'],
    ['names of languages keep their signs', 'C++ or C#?', 'c++ or c#'],
    ['a curly apostrophe is a straight one', 'It’s Node’s', "it's node's"],
    ['compatible forms are one', 'ＨＴＴＰ ﬁle', 'http file'],
    ['other alphabets are words too', '‘캐시’는, 왜 빠른가요?', "'캐시'는 왜 빠른가요"],
    ['an accent in two parts is one letter', 'Cafe\u0301?', 'café'],
    ['nothing but signs is nothing', ' ?! — ', ''],
  ])('%s', (_, question, words) => {
    expect(normaliseQuestion(question)).toBe(words);
  });

  it('gives the same id to the same words, and stays the same between versions', () => {
    expect(importedQuestionId('WHAT IS A CACHE')).toBe(importedQuestionId('What is a “cache”?'));
    expect(importedQuestionId('What is a cache?')).toBe('import-67522e57187fdff00ea5c2b4');
  });
});
