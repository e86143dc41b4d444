import { type Colour, createBackground } from './background.ts';
import { DRAWING_STEPS, type Drawing } from './drawing-steps.ts';
import type { Box, Matrix } from './geometry.ts';
import { createPen, type Font, initialState } from './graphics-state.ts';
import type { TextRun } from './text-run.ts';

/** PDF.js's list of drawing operations, with the names of the operations. */
export type DrawingList = {
  readonly operations: readonly number[];
  readonly arguments: readonly unknown[];
  readonly codes: Readonly<Record<string, number>>;
};

/** What a page's drawing needs to know from outside the list. */
export type PageSurroundings = {
  /** From the page's own coordinates to points from its top left corner. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  font(name: string): Font;
  /** The mean colour of a decoded picture, and whether nothing shines through it. */
  picture(name: string): { readonly colour: Colour | undefined; readonly opaque: boolean } | undefined;
  /** Whether this way of painting a path fills it. */
  fills(paint: number): boolean;
  /** Whether a layer (optional content group) is shown. */
  isLayerShown(group: unknown): boolean;
};

/** What was drawn on a page. `pictureCover` is the share of the page that its largest picture covers, 0–1. */
export type PageText = {
  readonly runs: readonly TextRun[];
  readonly pictureCover: number;
  /** How many shapes were drawn. */
  readonly paths: number;
  /** Whether there is text that PDF.js cannot turn into characters: it gives nothing to show then. */
  readonly unreadable: boolean;
};

/**
 * Follows the drawing of a page and keeps the text that somebody looking at it would see. Left out: text in
 * (nearly) the colour of what is under it, transparent, under 2 points, outside of the page or of the clip, in a
 * layer that is off, or painted over. Text that is drawn invisibly or under a picture is marked `veiled`.
 */
export function readPage(list: DrawingList, around: PageSurroundings): PageText {
  const page: Box = { left: 0, top: 0, right: around.width, bottom: around.height };
  const drawing: Drawing = {
    around,
    page,
    background: createBackground(),
    stack: [],
    layers: [],
    state: initialState(around.matrix, page),
    pen: createPen(),
    runs: [],
    clipNext: false,
    pictureCover: 0,
  };
  const steps = new Map(Object.entries(DRAWING_STEPS).map(([name, step]) => [list.codes[name], step]));
  list.operations.forEach((operation, index) => {
    const values = list.arguments[index];
    steps.get(operation)?.(drawing, Array.isArray(values) ? values : []);
  });
  const paths = list.operations.filter((operation) => operation === list.codes.constructPath).length;
  const unreadable = list.operations.some((operation, index) => {
    const values = list.arguments[index];
    const shown: unknown = Array.isArray(values) ? values[0] : undefined;
    return operation === list.codes.showText && Array.isArray(shown) && shown.length === 0;
  });
  return { runs: drawing.runs, pictureCover: drawing.pictureCover, paths, unreadable };
}
