import { describe, expect, it } from 'vitest';
import { toHome, toParts } from '../../../adapters/slack/outgoing.ts';
import type { Outgoing } from '../../../src/chat/message.ts';
import { blockProblems } from '../../fakes/slack/rules/surfaces.ts';
import { WORDS } from './words.ts';

const parts = (message: Outgoing) => toParts(message, WORDS, 'en');
const text = (message: Outgoing) =>
  parts(message)
    .map((part) => part.text)
    .join('\n');

describe('a message', () => {
  it('is structured text, in which nothing is read as markup', () => {
    const [part] = parts({
      text: '**Bold** and `__init__` <!channel>\n- one\n  - two\n> said\n```\na*b*c\n```',
    });
    expect(part?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Bold', style: { bold: true } },
              { type: 'text', text: ' and ' },
              { type: 'text', text: '__init__', style: { code: true } },
              { type: 'text', text: ' <!channel>' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 0,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 1,
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] }],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said' }] },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a*b*c' }] },
        ],
      },
    ]);
    expect(part?.text).toBe('Bold and __init__ <!channel>\n• one\n• two\n> said\na*b*c');
  });

  it('of nothing says at least that, and one of files alone is those files', () => {
    expect(text({})).toBe('…');
    expect(parts({ files: [{ name: 'a.txt', content: 'x', alt: 'A' }] })).toEqual([]);
  });

  it('shows a card with its score, fields and footer', () => {
    const card = {
      title: 'Evaluation',
      score: { points: 3.4, outOf: 5, estimate: true },
      body: 'The **body**.',
      fields: [{ name: 'Topic', value: 'caching' }],
      footer: 'The footer.',
    };
    const [part] = parts({ cards: [card] });
    expect(part?.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'context']);
    expect(part?.text).toContain('Evaluation\n3.4 / 5 ▰▰▰▰▰▰▰▱▱▱ · estimate\n\nThe body.\n\nTopic: caching');
    expect(text({ cards: [{ title: 'x', score: { points: null, outOf: 5, estimate: false } }] })).toContain(
      '– / 5 ▱▱▱▱▱▱▱▱▱▱ · not scored',
    );
  });

  it('speaks its language', () => {
    const score = { points: 1, outOf: 5, estimate: true };
    expect(text({ locale: 'ko', cards: [{ title: 'x', score }] })).toContain('추정');
    expect(text({ locale: 'ko', text: 'x', expects: 'file' })).toContain(WORDS.ko.howToUpload);
  });

  it('that waits for a file has a button for it', () => {
    const [part] = parts({ text: 'Your CV?', expects: 'file', choices: [{ id: 'cv:1', label: 'Old one' }] });
    expect(part?.blocks.slice(1)).toMatchObject([
      { type: 'actions', elements: [{ value: 'cv:1' }] },
      { type: 'actions', elements: [{ action_id: 'slack-upload' }] },
    ]);
  });

  it('offers few choices as buttons, and many, long or explained ones as a menu', () => {
    const types = (choices: Outgoing['choices']) =>
      parts({ text: '?', choices: choices ?? [] }).flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === 'actions' ? block.elements.map(({ type }) => type) : [])),
      );
    const many = Array.from({ length: 130 }, (_, index) => ({ id: `${index}`, label: `Choice ${index}` }));
    expect(types(many.slice(0, 3))).toEqual(['button', 'button', 'button']);
    expect(types(many)).toEqual(['static_select', 'static_select']);
    expect(types(many.slice(0, 2).map((choice) => ({ ...choice, hint: 'why' })))).toEqual(['static_select']);
  });

  it.each<[string, Outgoing]>([
    ['a long text', { text: 'word '.repeat(8_000) }],
    ['one word without end', { text: 'x'.repeat(30_000) }],
    ['a long fence', { text: `\`\`\`\n${'code line\n'.repeat(2_000)}\`\`\`` }],
    [
      'a card of everything',
      {
        cards: [
          {
            title: 't'.repeat(500),
            score: { points: 9, outOf: 5, estimate: false },
            body: 'body '.repeat(3_000),
            fields: Array.from({ length: 60 }, (_, index) => ({ name: `n${index}`, value: 'v'.repeat(400) })),
            footer: 'f'.repeat(5_000),
          },
        ],
      },
    ],
    ['a hundred cards', { cards: Array.from({ length: 100 }, () => ({ title: 'Card', body: 'b' })) }],
    [
      'empty parts',
      { text: ' ', cards: [{ title: '', body: '', fields: [{ name: '', value: '' }], footer: '' }] },
    ],
    [
      'hostile choices',
      { choices: [{ id: 'i'.repeat(100), label: '\u0007'.repeat(3), hint: 'h'.repeat(200) }] },
    ],
    ['half a character', { text: `a\ud83d${'b'.repeat(5_000)}` }],
  ])('keeps every limit: %s', (_name, message) => {
    for (const { blocks, text: twin } of parts(message)) {
      expect(blockProblems(blocks, 'message', '/blocks')).toEqual([]);
      expect(JSON.stringify(blocks).length).toBeLessThan(40_000);
      expect(twin.length).toBeLessThanOrEqual(9_500);
      expect(blocks.length).toBeGreaterThan(0);
    }
  });
});

describe('the Home tab', () => {
  it('keeps its limit and its buttons, whatever there is to show', () => {
    const view: Outgoing = {
      cards: Array.from({ length: 80 }, (_, index) => ({ title: `Card ${index}`, body: 'b' })),
      choices: [{ id: 'start', label: 'Start' }],
    };
    const blocks = toHome(view, WORDS, 'en');
    expect(blockProblems(blocks, 'home', '/blocks')).toEqual([]);
    expect(blocks).toHaveLength(100);
    expect(blocks[0]).toMatchObject({ type: 'actions', elements: [{ value: 'start' }] });
  });
});
