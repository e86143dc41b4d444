import { type Background, parseColour } from './background.ts';
import { applyToBox, type Box, contains, intersect, multiply, toMatrix } from './geometry.ts';
import { createPen, type GraphicsState, initialState, moveLine, type Pen } from './graphics-state.ts';
import type { PageSurroundings } from './page-text.ts';
import { showText, type TextRun } from './text-run.ts';

/** A page half drawn. */
export type Drawing = {
  readonly around: PageSurroundings;
  readonly page: Box;
  readonly background: Background;
  readonly stack: GraphicsState[];
  /** One entry per open marked content: whether it is shown. */
  readonly layers: boolean[];
  state: GraphicsState;
  pen: Pen;
  runs: TextRun[];
  clipNext: boolean;
  pictureCover: number;
};

type Step = (drawing: Drawing, values: readonly unknown[]) => void;

const save: Step = (drawing) => void drawing.stack.push({ ...drawing.state });
const restore: Step = (drawing) => {
  drawing.state = drawing.stack.pop() ?? drawing.state;
};
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** What each of PDF.js's operations does, by its name in `OPS`; those that are missing change nothing here. */
export const DRAWING_STEPS: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: ({ state }, values) => {
    state.matrix = multiply(state.matrix, toMatrix(values));
  },
  setGState: ({ state }, [entries]) => setGraphicsState(state, entries),
  setFillRGBColor: ({ state }, [colour]) => {
    state.fill = parseColour(colour);
  },
  setFillColorN: ({ state }) => {
    state.fill = undefined;
  },
  setStrokeRGBColor: ({ state }, [colour]) => {
    state.stroke = parseColour(colour);
  },
  setStrokeColorN: ({ state }) => {
    state.stroke = undefined;
  },
  clip: (drawing) => {
    drawing.clipNext = true;
  },
  eoClip: (drawing) => {
    drawing.clipNext = true;
  },
  constructPath: (drawing, [paint, segments, bounds]) => drawPath(drawing, Number(paint), segments, bounds),
  shadingFill: (drawing) => drawing.background.paint(drawing.state.clip, undefined, 1),
  paintFormXObjectBegin: (drawing, [matrix, box]) => {
    save(drawing, []);
    drawing.state.matrix = multiply(drawing.state.matrix, toMatrix(matrix));
    clipTo(drawing.state, box);
  },
  paintFormXObjectEnd: restore,
  beginGroup: (drawing) => {
    save(drawing, []);
    drawing.state.groupAlpha *= drawing.state.alpha;
    drawing.state.alpha = 1;
  },
  endGroup: restore,
  beginAnnotation: (drawing, [, box, transform, matrix]) => {
    save(drawing, []);
    drawing.state = initialState(drawing.around.matrix, drawing.page);
    clipTo(drawing.state, box);
    drawing.state.matrix = multiply(drawing.state.matrix, multiply(toMatrix(transform), toMatrix(matrix)));
  },
  endAnnotation: restore,
  beginMarkedContent: ({ layers }) => void layers.push(true),
  beginMarkedContentProps: ({ layers, around }, [tag, group]) =>
    void layers.push(tag !== 'OC' || around.isLayerShown(group)),
  endMarkedContent: ({ layers }) => void layers.pop(),
  paintImageXObject: (drawing, [name]) => paintPicture(drawing, String(name)),
  paintInlineImageXObject: (drawing) => paintPicture(drawing, undefined),
  paintImageMaskXObject: (drawing) => paintPicture(drawing, undefined),
  beginText: (drawing) => {
    drawing.pen = createPen();
  },
  setTextMatrix: (drawing, [matrix]) => {
    drawing.pen = { text: toMatrix(matrix), line: toMatrix(matrix) };
  },
  moveText: ({ pen }, [x, y]) => moveLine(pen, number(x), number(y)),
  setLeadingMoveText: ({ pen, state }, [x, y]) => {
    state.leading = -number(y);
    moveLine(pen, number(x), number(y));
  },
  nextLine: ({ pen, state }) => moveLine(pen, 0, -state.leading),
  setLeading: ({ state }, [leading]) => {
    state.leading = number(leading);
  },
  setCharSpacing: ({ state }, [spacing]) => {
    state.characterSpacing = number(spacing);
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = number(spacing);
  },
  setHScale: ({ state }, [percent]) => {
    state.stretch = number(percent) / 100;
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = number(rise);
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.mode = number(mode);
  },
  setFont: (drawing, [name, size]) => {
    drawing.state.font = drawing.around.font(String(name));
    drawing.state.fontSize = number(size);
  },
  showText: (drawing, [shown]) => {
    const { pen, state, background } = drawing;
    const runs = Array.isArray(shown) ? showText(shown, pen, state, background) : [];
    if (!drawing.layers.includes(false)) drawing.runs.push(...runs);
  },
};

function setGraphicsState(state: GraphicsState, entries: unknown): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    const [key, value]: unknown[] = Array.isArray(entry) ? entry : [];
    if (key === 'ca') state.alpha = number(value);
    else if (key === 'BM') state.blended = value !== 'source-over';
    else if (key === 'SMask') state.masked = value !== false;
  }
}

function clipTo(state: GraphicsState, box: unknown): void {
  const bounds = toBounds(box);
  if (bounds) state.clip = intersect(state.clip, applyToBox(state.matrix, ...bounds));
}

function toBounds(value: unknown): [number, number, number, number] | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const [left, top, right, bottom] = Array.from(value as ArrayLike<number>);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return [left, top, right, bottom];
}

function drawPath(drawing: Drawing, paint: number, segments: unknown, bounds: unknown): void {
  const { state } = drawing;
  const corners = toBounds(bounds);
  const clipped = drawing.clipNext;
  drawing.clipNext = false;
  if (!corners) return;
  const box = applyToBox(state.matrix, ...corners);
  if (drawing.around.fills(paint)) {
    const alpha = state.alpha * state.groupAlpha;
    drawing.background.paint(box, state.blended || state.masked ? undefined : state.fill, alpha);
    if (isPlain(state) && isRectangle(segments)) cover(drawing, box, 'remove');
  }
  if (clipped) state.clip = intersect(state.clip, box);
}

/** Whether what is painted hides what is below it. */
function isPlain(state: GraphicsState): boolean {
  return state.alpha * state.groupAlpha === 1 && !state.blended && !state.masked;
}

/** PDF.js writes a rectangle as a move (0), three lines (1) and a close (4): 13 numbers. */
function isRectangle(segments: unknown): boolean {
  const path: unknown = Array.isArray(segments) ? segments[0] : undefined;
  if (!ArrayBuffer.isView(path)) return false;
  const [move, x0, y0, line, x1, y1, , x2, y2, , x3, y3, close, more] = Array.from(
    path as unknown as ArrayLike<number>,
  );
  if (move !== 0 || line !== 1 || close !== 4 || more !== undefined) return false;
  return (
    (y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0) || (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0)
  );
}

/** What lay below is gone; below a picture it may be what text recognition read from that very picture. */
function cover(drawing: Drawing, box: Box, how: 'remove' | 'veil'): void {
  const { state } = drawing;
  const visible = intersect(box, state.clip);
  const isCovered = (run: TextRun) => contains(visible, run.x + run.width / 2, run.y - run.size / 4);
  if (how === 'remove') drawing.runs = drawing.runs.filter((run) => !isCovered(run));
  else drawing.runs = drawing.runs.map((run) => (isCovered(run) ? { ...run, veiled: true } : run));
}

function paintPicture(drawing: Drawing, name: string | undefined): void {
  const { state, page } = drawing;
  // A picture is drawn into the unit square.
  const box = applyToBox(state.matrix, 0, 0, 1, 1);
  const seen = intersect(intersect(box, state.clip), page);
  const area = Math.max(0, seen.right - seen.left) * Math.max(0, seen.bottom - seen.top);
  drawing.pictureCover = Math.max(drawing.pictureCover, area / (page.right * page.bottom));
  const picture = name === undefined ? undefined : drawing.around.picture(name);
  drawing.background.paint(seen, picture?.colour, state.alpha * state.groupAlpha);
  if (picture?.opaque === true && isPlain(state)) cover(drawing, seen, 'veil');
}
