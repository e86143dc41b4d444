import { describe, expect, it } from 'vitest';
import { parsePosition } from '../../src/questions/parse-position.ts';

describe('recognising a position', () => {
  it.each([
    ['be', 'be'],
    [' BE ', 'be'],
    ['backend', 'be'],
    ['Back-End', 'be'],
    ['back end developer', 'be'],
    ['Server Engineer', 'be'],
    ['백엔드', 'be'],
    ['백엔드 개발자', 'be'],
    ['서버 개발', 'be'],
    ['Frontend', 'fe'],
    ['front_end', 'fe'],
    ['프론트엔드', 'fe'],
    ['프런트엔드 엔지니어', 'fe'],
    ['AI', 'ai'],
    ['A.I.', 'ai'],
    ['AI/ML', 'ai'],
    ['ＡＩ', 'ai'],
    ['Machine Learning Engineer', 'ai'],
    ['머신러닝 엔지니어', 'ai'],
    ['Mobile', 'mobile'],
    ['iOS developer', 'mobile'],
    ['안드로이드 개발자', 'mobile'],
    ['React Native', 'mobile'],
  ])('takes %j for %s', (text, position) => {
    expect(parsePosition(text)).toBe(position);
  });

  it.each(['', '   ', 'developer', 'designer', 'fullstack', 'be,fe', 'constructor', '개발자'])(
    'does not guess what %j means',
    (text) => {
      expect(parsePosition(text)).toBeNull();
    },
  );
});
