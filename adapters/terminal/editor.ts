import type { Key } from 'node:readline';
import { graphemesOf, stripControls } from '../../src/chat/text.ts';
import { TERMINAL_LIMITS } from './limits.ts';

/** The line being typed, perhaps of several pasted lines. Offsets are UTF-16 units, always between whole characters. */
export type Editor = {
  readonly text: string;
  readonly cursor: number;
  /** Oldest first. */
  readonly history: readonly string[];
  /** Index into the history of the line that is recalled, `null` when none is. */
  readonly recalled: number | null;
  /** What was being typed when the history was entered. */
  readonly draft: string;
};

/** An editor in which nothing was typed yet. */
export const EMPTY_EDITOR: Editor = { text: '', cursor: 0, history: [], recalled: null, draft: '' };

/** The editor with other text in it, the cursor at its end. */
export function withText(editor: Editor, text: string, cursor = text.length): Editor {
  return { ...editor, text, cursor };
}

/** Puts text in at the cursor; what a terminal would obey is taken out. */
export function insert(editor: Editor, text: string): Editor {
  const safe = stripControls(text).replaceAll('\t', '  ');
  const { cursor } = editor;
  return withText(
    editor,
    editor.text.slice(0, cursor) + safe + editor.text.slice(cursor),
    cursor + safe.length,
  );
}

/** The editor after a line was sent: empty, with the line in its history unless it is secret or sent twice in a row. */
export function afterSubmit(editor: Editor, secret: boolean): Editor {
  const { text, history } = editor;
  const kept = secret || text.trim() === '' || history.at(-1) === text ? history : [...history, text];
  return { ...EMPTY_EDITOR, history: kept.slice(-TERMINAL_LIMITS.historyLines) };
}

function recall(editor: Editor, step: -1 | 1): Editor {
  const from = editor.recalled ?? editor.history.length;
  const to = from + step;
  if (to < 0 || to > editor.history.length) return editor;
  const draft = editor.recalled === null ? editor.text : editor.draft;
  const recalled = to === editor.history.length ? null : to;
  return { ...withText(editor, recalled === null ? draft : (editor.history[to] ?? '')), recalled, draft };
}

/** Up and down move between the lines of what is typed, and from its first or last one into the history. */
function moveVertically(editor: Editor, step: -1 | 1): Editor {
  const { text, cursor } = editor;
  const start = lineStart(editor);
  const column = cursor - start;
  if (step === -1) {
    if (start === 0) return recall(editor, -1);
    const above = text.slice(0, start - 1).lastIndexOf('\n') + 1;
    return atCharacter(editor, Math.min(above + column, start - 1));
  }
  const end = lineEnd(editor);
  if (end === text.length) return recall(editor, 1);
  const below = text.indexOf('\n', end + 1);
  return atCharacter(editor, Math.min(end + 1 + column, below === -1 ? text.length : below));
}

/** The cursor at an offset, moved back to the start of the character that it would stand in. */
function atCharacter(editor: Editor, offset: number): Editor {
  let cursor = 0;
  for (const grapheme of graphemesOf(editor.text)) {
    if (cursor + grapheme.length > offset) break;
    cursor += grapheme.length;
  }
  return { ...editor, cursor };
}

const before = ({ text, cursor }: Editor): number =>
  cursor - (graphemesOf(text.slice(0, cursor)).at(-1)?.length ?? 0);
const after = ({ text, cursor }: Editor): number =>
  cursor + (graphemesOf(text.slice(cursor))[0]?.length ?? 0);
const wordBefore = ({ text, cursor }: Editor): number =>
  text.slice(0, cursor).replace(/\S+\s*$|\s+$/, '').length;
const wordAfter = ({ text, cursor }: Editor): number =>
  cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0);
const lineStart = ({ text, cursor }: Editor): number => text.slice(0, cursor).lastIndexOf('\n') + 1;
const lineEnd = ({ text, cursor }: Editor): number => {
  const end = text.indexOf('\n', cursor);
  return end === -1 ? text.length : end;
};

function remove(editor: Editor, from: number, to: number): Editor {
  return withText(editor, editor.text.slice(0, from) + editor.text.slice(to), from);
}

/** The keys of readline and of Emacs, as shells have them. `ctrl-x`, `meta-x` or the key's plain name. */
const KEYS: Readonly<Record<string, (editor: Editor) => Editor>> = {
  left: (editor) => ({ ...editor, cursor: before(editor) }),
  'ctrl-b': (editor) => ({ ...editor, cursor: before(editor) }),
  right: (editor) => ({ ...editor, cursor: after(editor) }),
  'ctrl-f': (editor) => ({ ...editor, cursor: after(editor) }),
  'ctrl-left': (editor) => ({ ...editor, cursor: wordBefore(editor) }),
  'meta-left': (editor) => ({ ...editor, cursor: wordBefore(editor) }),
  'meta-b': (editor) => ({ ...editor, cursor: wordBefore(editor) }),
  'ctrl-right': (editor) => ({ ...editor, cursor: wordAfter(editor) }),
  'meta-right': (editor) => ({ ...editor, cursor: wordAfter(editor) }),
  'meta-f': (editor) => ({ ...editor, cursor: wordAfter(editor) }),
  home: (editor) => ({ ...editor, cursor: lineStart(editor) }),
  'ctrl-a': (editor) => ({ ...editor, cursor: lineStart(editor) }),
  end: (editor) => ({ ...editor, cursor: lineEnd(editor) }),
  'ctrl-e': (editor) => ({ ...editor, cursor: lineEnd(editor) }),
  backspace: (editor) => remove(editor, before(editor), editor.cursor),
  'ctrl-h': (editor) => remove(editor, before(editor), editor.cursor),
  delete: (editor) => remove(editor, editor.cursor, after(editor)),
  'ctrl-d': (editor) => remove(editor, editor.cursor, after(editor)),
  'ctrl-w': (editor) => remove(editor, wordBefore(editor), editor.cursor),
  'meta-backspace': (editor) => remove(editor, wordBefore(editor), editor.cursor),
  'meta-d': (editor) => remove(editor, editor.cursor, wordAfter(editor)),
  'ctrl-u': (editor) => remove(editor, lineStart(editor), editor.cursor),
  'ctrl-k': (editor) => remove(editor, editor.cursor, lineEnd(editor)),
  'meta-return': (editor) => insert(editor, '\n'),
  'meta-enter': (editor) => insert(editor, '\n'),
  up: (editor) => moveVertically(editor, -1),
  down: (editor) => moveVertically(editor, 1),
  'ctrl-p': (editor) => recall(editor, -1),
  'ctrl-n': (editor) => recall(editor, 1),
};

/** `ctrl-a`, `meta-b`, `left`: a key's name with what was held down. */
export function keyName(key: Key): string {
  return `${key.ctrl ? 'ctrl-' : ''}${key.meta ? 'meta-' : ''}${key.name ?? ''}`;
}

/** The editor after a key. `character` is what the key types, if it types anything. */
export function press(editor: Editor, character: string | undefined, key: Key): Editor {
  const edit = KEYS[keyName(key)];
  if (edit) return edit(editor);
  return character === undefined || key.ctrl || key.meta ? editor : insert(editor, character);
}
