import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/questions/clean-text.ts';

describe('cleaning text', () => {
  it.each([
    ['controls', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['bidirectional overrides and isolates', 'a\u202eb\u202cc\u2066d\u2069e\u200ff\u061cg', 'abcdefg'],
    ['zero-width marks', 'a\u200bb\ufeffc\u2060d\u00ade', 'abcde'],
    ['text hidden in tags', 'a\u{e0041}\u{e0042}b', 'ab'],
  ])('removes %s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it.each([
    ['tabs and newlines', 'a\tb\r\nc'],
    ['joined emoji', '👩‍💻'],
    ['markup, mentions and formulas', '<script>x</script> @everyone <!channel> =1+1'],
    ['Korean', '캐시를 언제 비우나요?'],
  ])('keeps %s', (_, text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('composes Hangul that arrives in parts', () => {
    expect(cleanText('한글'.normalize('NFD'))).toBe('한글');
  });

  it('turns the separators of lines into spaces, so that line numbers stay', () => {
    expect(cleanText('a\u2028b\u2029c')).toBe('a b c');
  });

  it('replaces half a character', () => {
    expect(cleanText('a\ud83db')).toBe('a\ufffdb');
  });
});
