import { stripVTControlCharacters } from 'node:util';
import type { LiveArea } from './live-area.ts';
import { textWidth } from './width.ts';
import type { Write } from './writer.ts';

const NEW_LINE = '\r\n';
const ERASE_BELOW = '\u001b[J';
const CLEAR = '\u001b[H\u001b[2J';
const PASTE_ON = '\u001b[?2004h';
const PASTE_OFF = '\u001b[?2004l';
const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const right = (columns: number): string => (columns > 0 ? `\u001b[${columns}C` : '');

/** Who a block of lines is from; blocks of different speakers, and each of the bot's, stand apart. */
type Speaker = 'bot' | 'user';

/** A conversation that only grows, with a live area below it. Every change is one write, so nothing tears. */
type LiveScreen = {
  open(): void;
  /** Takes the live area away for good; what is printed later just follows. */
  close(): Promise<void>;
  /** Prints lines above the live area; `joined` leaves no blank line before them. */
  print(lines: readonly string[], speaker: Speaker, joined?: boolean): Promise<void>;
  /** Draws the live area anew. */
  redraw(): void;
  /** Clears the window, keeping the live area. */
  clear(): void;
};

/** @param area the live area as it should look now, its first line directly below the conversation when `joined` says so. */
export function createLiveScreen(
  write: Write,
  columns: () => number,
  area: () => LiveArea & { readonly joined: boolean },
): LiveScreen {
  let drawn: LiveArea | null = null;
  let isOpen = false;
  let last: Speaker | null = null;

  /** Where the cursor stands below the area's top, in rows of the terminal as wide as it is now. */
  const rowsAbove = ({ lines, cursor }: LiveArea): number => {
    const width = Math.max(columns(), 1);
    const rowsOf = (line: string) =>
      Math.max(1, Math.ceil(textWidth(stripVTControlCharacters(line)) / width));
    const before = lines.slice(0, cursor.row).reduce((rows, line) => rows + rowsOf(line), 0);
    return before + Math.floor(cursor.column / width);
  };
  const erase = (): string => {
    if (!drawn) return '';
    const erased = `${up(rowsAbove(drawn))}\r${ERASE_BELOW}`;
    drawn = null;
    return erased;
  };
  const draw = (): string => {
    if (!isOpen) return '';
    const { joined, ...wanted } = area();
    const gap = last !== 'bot' || joined ? 0 : 1;
    const lines = gap === 1 ? ['', ...wanted.lines] : wanted.lines;
    const cursor = { row: wanted.cursor.row + gap, column: wanted.cursor.column };
    drawn = { lines, cursor };
    return `${lines.join(NEW_LINE)}${up(lines.length - 1 - cursor.row)}\r${right(cursor.column)}`;
  };
  /** Drawing may fail when the terminal has gone, which the stream's own error says. */
  const writeQuietly = (text: string): void => {
    write(text).catch(() => undefined);
  };

  return {
    open() {
      isOpen = true;
      writeQuietly(PASTE_ON + draw());
    },
    close() {
      const text = isOpen ? erase() + PASTE_OFF : '';
      isOpen = false;
      return text === '' ? Promise.resolve() : write(text);
    },
    print(lines, speaker, joined = false) {
      const together = joined || last === null || (speaker === 'user' && last === 'user');
      const gap = together ? '' : NEW_LINE;
      const erased = erase();
      last = speaker;
      return write(`${erased}${gap}${lines.map((line) => line + NEW_LINE).join('')}${draw()}`);
    },
    redraw() {
      if (isOpen) writeQuietly(erase() + draw());
    },
    clear() {
      drawn = null;
      if (isOpen) writeQuietly(CLEAR + draw());
    },
  };
}
