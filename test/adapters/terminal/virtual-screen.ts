import { stripVTControlCharacters } from 'node:util';
import { textWidth } from '../../../adapters/terminal/width.ts';
import { graphemesOf } from '../../../src/chat/text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: sequences begin with one
const SEQUENCE = /\u001b\[(\??[\d;]*)([A-Za-z])/y;

/** What a terminal of this size shows after some output: enough of a VT100 for what the adapter writes. Throws at what it does not know. */
export type VirtualScreen = {
  write(output: string): void;
  /** All lines since the beginning, also those that were scrolled out, without spaces at their ends. */
  lines(): string[];
  /** Where the cursor stands, counted from the first of `lines()`. */
  cursor(): { row: number; column: number };
};

/** A screen that scrolls for ever; wide characters fill two cells. */
export function createVirtualScreen(columns: number): VirtualScreen {
  const cells: string[][] = [[]];
  let row = 0;
  let column = 0;
  const lineAt = (at: number): string[] => {
    while (cells.length <= at) cells.push([]);
    return cells[at] ?? [];
  };
  const put = (grapheme: string) => {
    const width = textWidth(grapheme);
    if (column + width > columns) {
      row += 1;
      column = 0;
    }
    const line = lineAt(row);
    while (line.length < column) line.push(' ');
    line[column] = grapheme;
    if (width === 2) line[column + 1] = '';
    column += width;
  };
  const obey = (parameter: string, command: string) => {
    const count = Number(parameter || 1);
    if (command === 'A') row = Math.max(0, row - count);
    else if (command === 'C') column = Math.min(columns - 1, column + count);
    else if (command === 'J' && parameter === '') {
      lineAt(row).length = Math.min(lineAt(row).length, column);
      cells.length = row + 1;
    } else if (command !== 'm' && parameter !== '?2004')
      throw new Error(`Unknown sequence ${parameter}${command}`);
  };
  const print = (text: string) => {
    for (const grapheme of graphemesOf(text)) {
      if (grapheme === '\r\n' || grapheme === '\n') {
        row += 1;
        column = 0;
        lineAt(row);
      } else if (grapheme === '\r') column = 0;
      else put(grapheme);
    }
  };
  return {
    write(output) {
      for (let index = 0; index < output.length; ) {
        SEQUENCE.lastIndex = index;
        const sequence = SEQUENCE.exec(output);
        if (sequence) {
          obey(sequence[1] ?? '', sequence[2] ?? '');
          index = SEQUENCE.lastIndex;
          continue;
        }
        const end = output.indexOf('\u001b', index + 1);
        const text = output.slice(index, end === -1 ? output.length : end);
        if (stripVTControlCharacters(text) !== text)
          throw new Error(`Unknown sequence in ${JSON.stringify(text)}`);
        print(text);
        index += text.length;
      }
    },
    lines: () =>
      cells.map((line) =>
        Array.from(line, (cell) => cell ?? ' ')
          .join('')
          .trimEnd(),
      ),
    cursor: () => ({ row, column }),
  };
}
