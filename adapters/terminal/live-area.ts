import { graphemesOf } from '../../src/chat/text.ts';
import type { Editor } from './editor.ts';
import { chunkByWidth, textWidth } from './width.ts';

/** What stands below the conversation and is drawn anew all the time. Lines are narrower than the terminal. */
export type LiveArea = {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number };
};

type TypedLines = { rows: string[]; cursor: { row: number; column: number } };

/** Lays what is typed out in rows of at most `columns`, and finds the cursor in them. */
function layOut({ text, cursor }: Editor, columns: number, hidden: boolean): TypedLines {
  const rows = [''];
  let width = 0;
  let offset = 0;
  let at = { row: 0, column: 0 };
  for (const grapheme of graphemesOf(text)) {
    if (offset === cursor) at = { row: rows.length - 1, column: width };
    offset += grapheme.length;
    const shown = grapheme === '\n' ? '' : hidden ? '•' : grapheme;
    const own = textWidth(shown);
    if (grapheme === '\n' || width + own > columns) {
      rows.push('');
      width = 0;
    }
    // A cursor in front of what moved to the next row moves with it.
    if (shown !== '' && offset - grapheme.length === cursor) at = { row: rows.length - 1, column: width };
    rows[rows.length - 1] += shown;
    width += own;
  }
  if (offset === cursor) at = { row: rows.length - 1, column: width };
  return { rows, cursor: at };
}

/** The prompt, plain and in its colours. */
type Label = { readonly text: string; readonly painted: string };

/** What the live area is made from; every part but the typed text comes rendered. */
type LiveParts = {
  readonly above: readonly string[];
  readonly prompt: Label;
  readonly editor: Editor;
  readonly hidden: boolean;
  readonly below: readonly string[];
  readonly columns: number;
  readonly rows: number;
};

/** The prompt with what is typed, between what stands above and below it; long text shows the rows around the cursor. */
export function layOutLiveArea(parts: LiveParts): LiveArea {
  const promptWidth = textWidth(parts.prompt.text);
  // One column stays free, so that the cursor after a full row does not wrap.
  const typed = layOut(parts.editor, Math.max(parts.columns - promptWidth - 1, 4), parts.hidden);
  const room = Math.max(parts.rows - parts.above.length - parts.below.length - 1, 3);
  const first = Math.max(0, Math.min(typed.cursor.row - Math.floor(room / 2), typed.rows.length - room));
  const rows = typed.rows.slice(first, first + room);
  const indent = ' '.repeat(promptWidth);
  return {
    lines: [
      ...parts.above,
      ...rows.map((row, index) => (index === 0 && first === 0 ? parts.prompt.painted : indent) + row),
      ...parts.below,
    ],
    cursor: { row: parts.above.length + typed.cursor.row - first, column: promptWidth + typed.cursor.column },
  };
}

/** A sent line as it stays in the conversation, in full. */
export function sentLines(text: string, prompt: Label, columns: number): string[] {
  const width = textWidth(prompt.text);
  const rows = text.split('\n').flatMap((line) => chunkByWidth(line, Math.max(columns - width - 1, 4)));
  return rows.map((row, index) => (index === 0 ? prompt.painted : ' '.repeat(width)) + row);
}
