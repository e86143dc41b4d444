import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/questions/decode-text.ts';

const HEADER = 'position,question,topic,example_answer\n';
const KOREAN = `${HEADER}be,캐시를 언제 비우나요?,caching,값이 바뀔 때 비웁니다\n`;

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
/** `be,한글` in CP949; the last syllable stands outside the older EUC-KR. */
const CP949_ROW = [0x62, 0x65, 0x2c, 0xc7, 0xd1, 0xb1, 0xdb, 0x20, 0xc4, 0xb3, 0xbd, 0xc3, 0x20, 0x8c, 0x63];

describe('decoding a file from a spreadsheet', () => {
  it.each([
    ['UTF-8', Buffer.from(KOREAN)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${KOREAN}`)],
    ['UTF-16 LE with a byte-order mark', utf16(KOREAN, 'le', true)],
    ['UTF-16 BE with a byte-order mark', utf16(KOREAN, 'be', true)],
    ['UTF-16 LE without one', utf16(KOREAN, 'le', false)],
    ['UTF-16 BE without one', utf16(KOREAN, 'be', false)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(KOREAN);
  });

  it('reads CP949, with syllables that EUC-KR lacks', () => {
    const bytes = Buffer.concat([Buffer.from(HEADER), Buffer.from(CP949_ROW)]);
    expect(decodeText(bytes)).toBe(`${HEADER}be,한글 캐시 똠`);
  });

  it('takes lone high bytes for Windows-1252, not for Korean', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}be,What`),
      Buffer.from([0x92]),
      Buffer.from('s a cache?'),
    ]);
    expect(decodeText(bytes)).toBe(`${HEADER}be,What’s a cache?`);
  });

  it.each([
    [
      'a picture',
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0xff],
    ],
    ['UTF-16 cut in the middle of a character', [0xff, 0xfe, 0x61, 0x00, 0x62]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeNull();
  });
});
