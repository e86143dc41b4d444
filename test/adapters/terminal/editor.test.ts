import { describe, expect, it } from 'vitest';
import { afterSubmit, EMPTY_EDITOR, insert, press, withText } from '../../../adapters/terminal/editor.ts';
import { layOutLiveArea } from '../../../adapters/terminal/live-area.ts';

const key = (name: string) => {
  const [, modifier, plain] = /^(?:(ctrl|meta)-)?(.+)$/.exec(name) ?? [];
  return {
    name: plain ?? '',
    ctrl: modifier === 'ctrl',
    meta: modifier === 'meta',
    shift: false,
    sequence: '',
  };
};
/** `|` stands for the cursor. */
const editorAt = (marked: string) => withText(EMPTY_EDITOR, marked.replace('|', ''), marked.indexOf('|'));
const marked = ({ text, cursor }: { text: string; cursor: number }) =>
  `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('press', () => {
  it.each([
    ['left', '한국|어', '한|국어'],
    ['left', 'a👩‍💻|b', 'a|👩‍💻b'],
    ['left', '|a', '|a'],
    ['right', '|👩‍💻b', '👩‍💻|b'],
    ['backspace', 'a한|', 'a|'],
    ['backspace', 'a👩‍💻|b', 'a|b'],
    ['backspace', '|a', '|a'],
    ['delete', 'a|한b', 'a|b'],
    ['ctrl-d', 'a|b', 'a|'],
    ['ctrl-w', 'one two |three', 'one |three'],
    ['ctrl-u', 'one\ntwo| three', 'one\n| three'],
    ['ctrl-k', 'on|e\ntwo', 'on|\ntwo'],
    ['ctrl-a', 'one\ntw|o', 'one\n|two'],
    ['home', '|\nx', '|\nx'],
    ['end', 'o|ne\ntwo', 'one|\ntwo'],
    ['meta-b', 'one two|', 'one |two'],
    ['meta-f', '|one two', 'one| two'],
    ['meta-return', 'a|b', 'a\n|b'],
    ['up', 'one\ntw|o', 'on|e\ntwo'],
    ['up', '\nx|', '|\nx'],
    ['down', 'one|\nt', 'one\nt|'],
    ['down', 'on|e\n가나다', 'one\n가나|다'],
    ['f5', 'a|b', 'a|b'],
    ['ctrl-y', 'a|b', 'a|b'],
  ])('does %s at %j', (name, before, after) => {
    expect(marked(press(editorAt(before), undefined, key(name)))).toBe(after);
  });

  it('types at the cursor, and nothing that a terminal would obey', () => {
    expect(marked(press(editorAt('a|c'), '가', key('가')))).toBe('a가|c');
    expect(marked(insert(editorAt('|'), 'x\u001b[2J\ty\u202e'))).toBe('x  y|');
  });

  it('walks through the history and back to what was being typed', () => {
    let editor = afterSubmit(withText(EMPTY_EDITOR, 'first'), false);
    editor = afterSubmit(withText(editor, 'second'), false);
    editor = withText(editor, 'draft');
    const seen: string[] = [];
    for (const name of ['up', 'up', 'up', 'down', 'down', 'down']) {
      editor = press(editor, undefined, key(name));
      seen.push(editor.text);
    }
    expect(seen).toEqual(['second', 'first', 'first', 'second', 'draft', 'draft']);
  });

  it('keeps no secret, no blank line and no repetition in the history', () => {
    let editor = EMPTY_EDITOR;
    for (const [text, secret] of [
      ['same', false],
      ['same', false],
      ['password', true],
      ['  ', false],
    ] as const) {
      editor = afterSubmit(withText(editor, text), secret);
    }
    expect(editor.history).toEqual(['same']);
  });
});

describe('layOutLiveArea', () => {
  const parts = {
    above: [],
    below: [],
    prompt: { text: 'you › ', painted: 'you › ' },
    editor: EMPTY_EDITOR,
    hidden: false,
    columns: 17,
    rows: 24,
  };

  it('wraps what is typed by width and puts the cursor where the next character goes', () => {
    const typed = layOutLiveArea({ ...parts, editor: withText(EMPTY_EDITOR, '가나다라마바') });
    expect(typed).toEqual({ lines: ['you › 가나다라마', '      바'], cursor: { row: 1, column: 8 } });
    const full = layOutLiveArea({ ...parts, editor: withText(EMPTY_EDITOR, '가나다라마') });
    expect(full.cursor).toEqual({ row: 0, column: 16 });
  });

  it('moves a cursor before a wrapped character along with it', () => {
    const typed = layOutLiveArea({ ...parts, editor: withText(EMPTY_EDITOR, '가나다라마바', 5) });
    expect(typed.cursor).toEqual({ row: 1, column: 6 });
  });

  it('hides a secret', () => {
    expect(layOutLiveArea({ ...parts, hidden: true, editor: withText(EMPTY_EDITOR, 'pass') }).lines).toEqual([
      'you › ••••',
    ]);
  });

  it('shows the rows around the cursor when there are more than the window has', () => {
    const text = Array.from({ length: 50 }, (_, index) => `row ${index}`).join('\n');
    const { lines, cursor } = layOutLiveArea({ ...parts, rows: 10, editor: withText(EMPTY_EDITOR, text) });
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toContain('row 49');
    expect(cursor).toEqual({ row: 8, column: 12 });
  });
});
