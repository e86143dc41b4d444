import type { TextRun } from './text-run.ts';

/** Text on one line without a wide gap in it. Points; `y` is the baseline. */
export type Segment = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
};

/** Segments that share a baseline, from left to right. */
export type Row = readonly Segment[];

/** Baselines closer than this much of the text's size are one: superscripts, mixed fonts. */
const SAME_BASELINE = 0.4;
/** A gap of this many ems parts two segments: columns, a date at the right margin. */
const WIDE_GAP = 1.2;
/** A gap of this much of an em is a space between words. */
const WORD_GAP = 0.15;

/** Gathers runs into rows from top to bottom. */
export function toRows(runs: readonly TextRun[]): readonly Row[] {
  const rows: { y: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    if (row && run.y - row.y <= SAME_BASELINE * Math.min(run.size, row.size)) {
      row.runs.push(run);
      row.size = Math.max(row.size, run.size);
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => toSegments(row.runs));
}

function toSegments(runs: readonly TextRun[]): Row {
  const segments: Segment[] = [];
  let last: TextRun | undefined;
  for (const run of runs.toSorted((one, other) => one.x - other.x)) {
    // Bold is sometimes made by printing twice, a hair apart.
    if (last && last.text === run.text && run.x - last.x < 0.3 * run.size) continue;
    last = run;
    const piece = { text: run.text, x: run.x, right: run.x + run.width, y: run.y, size: run.size };
    const segment = segments.at(-1);
    const gap = segment ? piece.x - segment.right : 0;
    if (segment && gap < WIDE_GAP * run.size) {
      segments[segments.length - 1] = append(segment, piece, gap > WORD_GAP * run.size);
    } else segments.push(piece);
  }
  return segments;
}

function append(segment: Segment, piece: Segment, isApart: boolean): Segment {
  return {
    text: segment.text + (isApart ? ' ' : '') + piece.text,
    x: segment.x,
    right: Math.max(segment.right, piece.right),
    y: segment.y,
    size: Math.max(segment.size, piece.size),
  };
}
