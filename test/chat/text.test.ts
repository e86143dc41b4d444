import { describe, expect, it } from 'vitest';
import { graphemesOf, parseMarkdown, splitText, stripControls } from '../../src/chat/text.ts';

describe('stripControls', () => {
  it.each([
    ['a title of the window', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['a cleared screen in one C1 character', '\u009b2Jx', 'x'],
    ['a lone escape', 'a\u001b', 'a'],
    ['a backspace', 'safe\b\b\b\bevil', 'safeevil'],
    ['a carriage return that overwrites', 'one\rtwo', 'one\ntwo'],
    ['a direction override', 'cv\u202efdp.exe', 'cvfdp.exe'],
    ['isolates', '\u2066a\u2069', 'a'],
  ])('takes out %s', (_, text, expected) => {
    expect(stripControls(text)).toBe(expected);
  });

  it('keeps lines, tabs, Hangul and joined emoji', () => {
    const text = 'a\tb\r\n한국어 👩‍💻';
    expect(stripControls(text)).toBe('a\tb\n한국어 👩‍💻');
  });
});

describe('parseMarkdown', () => {
  it.each([
    ['**bold** text', [{ text: 'bold', bold: true }, { text: ' text' }]],
    ['_a_ and `b_c_d`', [{ text: 'a', italic: true }, { text: ' and ' }, { text: 'b_c_d', code: true }]],
    ['**_both_**', [{ text: 'both', bold: true, italic: true }]],
    [
      '**use `x` here**',
      [
        { text: 'use ', bold: true },
        { text: 'x', bold: true, code: true },
        { text: ' here', bold: true },
      ],
    ],
    ['snake_case_name and __init__', [{ text: 'snake_case_name and __init__' }]],
    ['2 ** 3 ** 2 and **kwargs', [{ text: '2 ** 3 ** 2 and **kwargs' }]],
    ['open `tick', [{ text: 'open `tick' }]],
  ])('reads the spans of %s', (text, spans) => {
    expect(parseMarkdown(text)).toEqual([{ type: 'text', spans }]);
  });

  it('reads quotes, lists and fences, and leaves code as it is', () => {
    expect(parseMarkdown('> said\n- one\n  - two\n```ts\n**x** _y_\n```\nend')).toEqual([
      { type: 'quote', spans: [{ text: 'said' }] },
      { type: 'item', indent: 0, spans: [{ text: 'one' }] },
      { type: 'item', indent: 2, spans: [{ text: 'two' }] },
      { type: 'code', text: '**x** _y_' },
      { type: 'text', spans: [{ text: 'end' }] },
    ]);
  });
});

describe('splitText', () => {
  const squeezed = (text: string) => text.replace(/\s/g, '');

  it('leaves what fits alone', () => {
    expect(splitText('short', 100)).toEqual(['short']);
    expect(splitText('   ', 100)).toEqual([]);
  });

  it('cuts between paragraphs before lines, sentences and words', () => {
    const paragraph = 'First sentence here. Second one.';
    expect(splitText(`${paragraph}\n\n${paragraph}`, 40)).toEqual([paragraph, paragraph]);
    expect(splitText('One sentence is here. Another sentence follows it.', 32)).toEqual([
      'One sentence is here.',
      'Another sentence follows it.',
    ]);
    expect(splitText('데이터베이스에 인덱스를 추가했습니다. 그리고 캐시를 두었습니다.', 32)).toEqual([
      '데이터베이스에 인덱스를 추가했습니다.',
      '그리고 캐시를 두었습니다.',
    ]);
  });

  it.each([32, 50, 100, 333])('loses nothing and keeps to %i characters', (limit) => {
    const text = Array.from(
      { length: 60 },
      (_, index) => `Sentence ${index} with 한국어 and 👩‍👩‍👧‍👦 in it.${index % 7 === 0 ? '\n\n' : ' '}`,
    ).join('');
    const pieces = splitText(text, limit);
    expect(pieces.every((piece) => piece.length <= limit && piece.length > 0)).toBe(true);
    expect(squeezed(pieces.join(''))).toBe(squeezed(text));
    expect(pieces.flatMap(graphemesOf).filter((grapheme) => grapheme === '👩‍👩‍👧‍👦')).toHaveLength(60);
  });

  it('never cuts a surrogate pair or a decomposed syllable', () => {
    for (const unit of ['😀', '각'.normalize('NFD'), '🇰🇷']) {
      const pieces = splitText(unit.repeat(100), 35);
      expect(pieces.join('')).toBe(unit.repeat(100));
      expect(pieces.every((piece) => piece.length % unit.length === 0 && piece.isWellFormed())).toBe(true);
    }
  });

  it('gets past a single character that is longer than the limit', () => {
    const zalgo = `a${'\u0301'.repeat(200)}`;
    expect(splitText(zalgo, 32).join('')).toBe(zalgo);
  });

  it('keeps a fence whole where it fits', () => {
    const fence = '```js\nconst a = 1;\n\nconst b = 2;\n```';
    expect(splitText(`Some words before it.\n${fence}\nAnd words after.`, 50)).toEqual([
      'Some words before it.',
      fence,
      'And words after.',
    ]);
  });

  it('closes and opens again a fence that is too long', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line number ${index};`);
    const pieces = splitText(`Before.\n\`\`\`js\n${lines.join('\n')}\n\`\`\`\nAfter.`, 80);
    const code = pieces.filter((piece) => piece.includes('```'));
    expect(pieces.every((piece) => piece.length <= 80)).toBe(true);
    expect(code.every((piece) => /^```js\n[^`]+\n```(\nAfter\.)?$/.test(piece))).toBe(true);
    expect(code.flatMap((piece) => piece.split('\n').filter((line) => line.startsWith('line')))).toEqual(
      lines,
    );
  });

  it('ends on a fence that is one endless line', () => {
    const pieces = splitText(`\`\`\`\n${'x'.repeat(500)}\n\`\`\``, 64);
    expect(pieces.join('').replace(/[^x]/g, '')).toHaveLength(500);
    expect(pieces.every((piece) => piece.length <= 64)).toBe(true);
  });
});
