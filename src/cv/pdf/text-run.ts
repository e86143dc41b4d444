import type { Background } from './background.ts';
import { contains, multiply } from './geometry.ts';
import { advance, type GraphicsState, type Pen, penPosition } from './graphics-state.ts';

/** A piece of text in one style on one line. Points from the page's top left corner; `y` is the baseline. */
export type TextRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** False for text that does not run from left to right along the line. */
  readonly upright: boolean;
  /** Drawn invisibly or covered by a picture: what text recognition lays over a scan, or a trick. */
  readonly veiled: boolean;
};

/** A glyph as PDF.js gives it in `showText`, or a number that moves the pen back by thousandths of an em. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

/** Text smaller than this many points cannot be read on paper. */
const TINY_SIZE = 2;
/** A shift of the pen by this much of an em is a space that was not written. */
const SPACE_SHIFT = 0.17;
/** And this much is a gap between two things. */
const GAP_SHIFT = 1.2;
/** ISO 32000-1, table 106: neither filled nor stroked. */
const INVISIBLE_MODES = new Set([3, 7]);
/** Grace at the page's edge, for glyphs that begin a hair outside of it. */
const EDGE_SLACK = 2;

type Draft = { text: string; x: number; y: number; endX: number; endY: number };

/** Moves the pen over what is shown and gives the runs that a reader of the page would see, and the veiled ones. */
export function showText(
  shown: readonly Shown[],
  pen: Pen,
  state: GraphicsState,
  background: Background,
): TextRun[] {
  const runs: TextRun[] = [];
  let draft: Draft | undefined;
  let widths = 0;
  let glyphs = 0;
  const flush = () => {
    const run = draft && finish(draft, pen, state, background, glyphs === 0 ? 0 : widths / glyphs);
    if (run) runs.push(run);
    draft = undefined;
  };
  for (const item of shown) {
    if (typeof item === 'number') {
      const shift = -item / 1_000;
      if (shift >= GAP_SHIFT) flush();
      else if (shift >= SPACE_SHIFT && draft) draft.text += ' ';
      advance(pen, state, shift * state.fontSize);
      continue;
    }
    const [x, y] = penPosition(pen, state);
    const width = item.width / state.font.unitsPerEm;
    widths += Math.abs(width);
    glyphs += 1;
    const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0);
    advance(pen, state, width * state.fontSize + spacing);
    if (!contains(state.clip, x, y, EDGE_SLACK)) continue;
    const [endX, endY] = penPosition(pen, state);
    draft ??= { text: '', x, y, endX, endY };
    draft.text += item.isSpace ? ' ' : item.unicode;
    draft.endX = endX;
    draft.endY = endY;
  }
  flush();
  return runs;
}

function finish(
  draft: Draft,
  pen: Pen,
  state: GraphicsState,
  background: Background,
  meanWidth: number,
): TextRun | undefined {
  if (draft.text.trim() === '') return undefined;
  const [a, b, c, d] = multiply(state.matrix, pen.text);
  const fontSize = Math.abs(state.fontSize);
  // A Type 3 font has no em of its own; a glyph is about half as wide as a line is high.
  const em = state.font.drawn ? meanWidth * 2 * fontSize : fontSize;
  const height = em * Math.hypot(c, d);
  const width = em * Math.hypot(a, b) * Math.abs(state.stretch);
  if (Math.min(height, width) < TINY_SIZE) return undefined;
  const veiled = INVISIBLE_MODES.has(state.mode);
  const centreX = (draft.x + draft.endX) / 2;
  const centreY = (draft.y + draft.endY) / 2 - height / 4;
  if (!veiled && !isSeen(state, background, centreX, centreY)) return undefined;
  const forward = draft.endX >= draft.x;
  return {
    text: draft.text,
    x: Math.min(draft.x, draft.endX),
    y: draft.y,
    width: Math.abs(draft.endX - draft.x),
    size: height,
    upright: forward && Math.abs(b) <= Math.abs(a) * 0.1 && !state.font.vertical,
    veiled,
  };
}

function isSeen(state: GraphicsState, background: Background, x: number, y: number): boolean {
  const alpha = state.alpha * state.groupAlpha;
  const outlined = state.mode === 1 || state.mode === 2 || state.mode === 5 || state.mode === 6;
  const filled = state.mode !== 1 && state.mode !== 5;
  return (
    (filled && background.shows(state.fill, alpha, x, y)) ||
    (outlined && background.shows(state.stroke, alpha, x, y))
  );
}
