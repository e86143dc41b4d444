import type { Colour } from './background.ts';
import { apply, type Box, IDENTITY, type Matrix, multiply } from './geometry.ts';

/** What PDF.js knows about a font and text placement needs. */
export type Font = { readonly unitsPerEm: number; readonly vertical: boolean; readonly drawn: boolean };

/** The part of the graphics state (ISO 32000-1, 8.4) that decides where text stands and whether it is seen. */
export type GraphicsState = {
  matrix: Matrix;
  clip: Box;
  fill: Colour | undefined;
  stroke: Colour | undefined;
  /** Opacity of what is filled, 0–1. */
  alpha: number;
  /** Opacity of the transparency groups around it, 0–1. */
  groupAlpha: number;
  /** Under a blend mode, what is painted lets shine through what is below. */
  blended: boolean;
  /** Under a soft mask, so do parts of it. */
  masked: boolean;
  font: Font;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a factor. */
  stretch: number;
  rise: number;
  leading: number;
  /** Text rendering mode 0–7, ISO 32000-1, table 106. */
  mode: number;
};

const BLACK: Colour = [0, 0, 0];
/** Glyph widths are thousandths of an em, except in Type 3 fonts. */
export const PLAIN_FONT: Font = { unitsPerEm: 1_000, vertical: false, drawn: false };

/** The state at the start of a page. */
export function initialState(matrix: Matrix, page: Box): GraphicsState {
  return {
    matrix,
    clip: page,
    fill: BLACK,
    stroke: BLACK,
    alpha: 1,
    groupAlpha: 1,
    blended: false,
    masked: false,
    font: PLAIN_FONT,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
    mode: 0,
  };
}

/** Where the next glyph goes: the two text matrices of ISO 32000-1, 9.4.2. */
export type Pen = { text: Matrix; line: Matrix };

/** A pen as a text object begins with it. */
export function createPen(): Pen {
  return { text: IDENTITY, line: IDENTITY };
}

/** Starts a line `x`, `y` away from the start of the present one, in text space. */
export function moveLine(pen: Pen, x: number, y: number): void {
  pen.line = multiply(pen.line, [1, 0, 0, 1, x, y]);
  pen.text = pen.line;
}

/** Moves on by a glyph's width, given in unscaled text space. */
export function advance(pen: Pen, state: GraphicsState, width: number): void {
  const shift: Matrix = state.font.vertical ? [1, 0, 0, 1, 0, width] : [1, 0, 0, 1, width * state.stretch, 0];
  pen.text = multiply(pen.text, shift);
}

/** Where the pen stands on the page, in points from its top left corner. */
export function penPosition(pen: Pen, state: GraphicsState): readonly [number, number] {
  return apply(multiply(state.matrix, pen.text), 0, state.rise);
}
