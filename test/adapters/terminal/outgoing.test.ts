import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toBodyLines, toChoiceLines, type View } from '../../../adapters/terminal/outgoing.ts';
import { textWidth } from '../../../adapters/terminal/width.ts';
import type { Outgoing } from '../../../src/chat/message.ts';
import { WORDS } from './harness.ts';

const view: View = { columns: 40, colour: false, words: WORDS };
const card = (points: number | null, estimate = false): Outgoing => ({
  cards: [{ title: 'T', score: { points, outOf: 5, estimate } }],
});

describe('toBodyLines', () => {
  it('renders the Markdown subset in plain text', () => {
    const text =
      '**Bold** and _italic_ and `code`.\n\n- one item that is long enough to wrap\n> said\n```js\na  =  1\n```';
    expect(toBodyLines({ text }, view)).toEqual([
      'Bold and italic and `code`.',
      '',
      '• one item that is long enough to wrap',
      '│ said',
      '    a  =  1',
    ]);
  });

  it('hangs the second line of an item and of a field', () => {
    const narrow = { ...view, columns: 20 };
    expect(toBodyLines({ text: '- an item that is rather long' }, narrow)).toEqual([
      '• an item that is',
      '  rather long',
    ]);
    const fields = [{ name: 'Covered', value: 'the B-tree and its order' }];
    expect(toBodyLines({ cards: [{ title: 'Title', fields }] }, narrow).slice(1)).toEqual(
      ['', 'Covered: the', '  B-tree and its', '  order'].filter((line) => line !== ''),
    );
  });

  it.each([
    [3.4, true, '3.4 / 5 ███████░░░ estimate'],
    [4.7, false, '4.7 / 5 █████████▌'],
    [5, false, '5.0 / 5 ██████████'],
    [0, false, '0.0 / 5 ░░░░░░░░░░'],
    [null, true, '– / 5 ░░░░░░░░░░ unscored'],
    [9, false, '9.0 / 5 ██████████'],
  ])('shows %s points as a bar', (points, estimate, line) => {
    expect(toBodyLines(card(points, estimate), view)[1]).toBe(line);
  });

  it('rules off a card as wide as the terminal, counting wide characters', () => {
    const [rule] = toBodyLines({ cards: [{ title: '평가 결과' }] }, view);
    expect(rule).toMatch(/^── 평가 결과 ─+$/);
    expect(textWidth(rule ?? '')).toBe(40);
  });

  it('shows a list in a field below its name, and files as they are', () => {
    const lines = toBodyLines(
      {
        cards: [{ title: 'T', fields: [{ name: 'Missed', value: '- a\n- b' }] }],
        files: [{ name: 'export.json', alt: 'All of it', content: '{\n\t"a": "**b**"\n}\n' }],
      },
      view,
    );
    expect(lines.slice(1)).toEqual([
      'Missed:',
      '  • a',
      '  • b',
      '',
      '[export.json] All of it',
      '{',
      '    "a": "**b**"',
      '}',
    ]);
  });

  it('is never wider than the terminal', () => {
    const text =
      '- 한국어로 답변하셨는데 **조금 더** 구체적으로 말씀해 주시면 좋겠습니다 `SELECT * FROM 아주긴테이블이름`';
    const message: Outgoing = {
      text,
      cards: [{ title: text, body: text, fields: [{ name: text, value: text }], footer: text }],
    };
    for (const colour of [true, false]) {
      for (let columns = 20; columns < 60; columns += 3) {
        const lines = toBodyLines(message, { ...view, columns, colour });
        expect(lines.filter((line) => textWidth(stripVTControlCharacters(line)) > columns)).toEqual([]);
      }
    }
  });

  it('colours only where colour is wanted', () => {
    const text = 'some **bold** text';
    expect(toBodyLines({ text }, { ...view, colour: true })).toEqual(['some \u001b[1mbold\u001b[22m text']);
    expect(toBodyLines({ text }, view)).toEqual(['some bold text']);
  });
});

describe('toChoiceLines', () => {
  it('numbers the choices and marks the one that the arrows stand on', () => {
    const choices = [
      { id: 'a', label: 'AI' },
      { id: 'b', label: 'Backend', hint: 'servers' },
    ];
    expect(toChoiceLines(choices, view)).toEqual(['  1) AI', '  2) Backend — servers']);
    expect(toChoiceLines(choices, view, 1)).toEqual(['  1) AI', '❯ 2) Backend — servers']);
  });
});
