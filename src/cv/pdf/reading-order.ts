import type { Row, Segment } from './segments.ts';

/** A line of text in reading order. `parted` says that it holds a wide gap, as before a date at the right margin. */
export type Line = Segment & { readonly parted: boolean };
/** Lines that stand in one column. */
export type Block = readonly Line[];

type Gutter = { readonly from: number; readonly to: number; readonly crossed: number };

/** A gutter narrower than this many points is chance. */
const MIN_GUTTER = 8;
/** Fewer segments beside a gutter are a table or a letterhead, which is read row by row. */
const MIN_COLUMN_SEGMENTS = 6;
/** And so is a side with less of the text than this. */
const MIN_COLUMN_SHARE = 0.12;
/** More rows across a gutter than this share of all mean that there is none. */
const MAX_CROSSED_SHARE = 0.25;
/** A column of periods belongs to the lines beside it. */
const PERIOD = /(?:19|20)\d{2}|\d{2}\s*[./]\s*\d{2}|present|current|현재|재직/i;
const MAX_PERIOD_SHARE = 0.5;

/**
 * Orders a page: top to bottom; where a gutter parts columns, one column after the other, with what spans them
 * both read where it stands. Columns may hold columns.
 */
export function toBlocks(rows: readonly Row[]): readonly Block[] {
  const gutter = findGutter(rows);
  if (!gutter) return [rows.flatMap((row) => toLine(row))];
  const middle = (gutter.from + gutter.to) / 2;
  const blocks: Block[] = [];
  let band: Row[] = [];
  const closeBand = () => {
    const left = band
      .map((row) => row.filter((segment) => segment.x < middle))
      .filter((row) => row.length > 0);
    const right = band
      .map((row) => row.filter((segment) => segment.x >= middle))
      .filter((row) => row.length > 0);
    blocks.push(...toBlocks(left), ...toBlocks(right));
    band = [];
  };
  for (const row of rows) {
    if (row.some((segment) => crosses(segment, middle))) {
      closeBand();
      blocks.push(toLine(row));
    } else band.push(row);
  }
  closeBand();
  return blocks.filter((block) => block.length > 0);
}

function toLine(row: Row): Line[] {
  const [first, ...others] = row;
  if (!first) return [];
  const text = row.map((segment) => segment.text.trim()).join(' ');
  const right = Math.max(...row.map((segment) => segment.right));
  const size = Math.max(...row.map((segment) => segment.size));
  return [{ ...first, text: others.length > 0 ? text : first.text, right, size, parted: others.length > 0 }];
}

function crosses(segment: Segment, x: number): boolean {
  return segment.x < x && segment.right > x;
}

/** The largest gap in x that few lines cross and that has columns on both sides. */
function findGutter(rows: readonly Row[]): Gutter | undefined {
  const segments = rows.flat();
  if (segments.length < 2 * MIN_COLUMN_SEGMENTS) return undefined;
  const mostCrossed = Math.floor(rows.length * MAX_CROSSED_SHARE);
  return findGaps(segments, mostCrossed)
    .toSorted((one, other) => one.crossed - other.crossed || other.to - other.from - (one.to - one.from))
    .find((gap) => partsColumns(rows, (gap.from + gap.to) / 2));
}

/** Every stretch of x that at most so many segments cross, for each such number that occurs. */
function findGaps(segments: readonly Segment[], mostCrossed: number): readonly Gutter[] {
  const steps = segments
    .flatMap(({ x, right }) => [
      { x, change: 1 },
      { x: right, change: -1 },
    ])
    .toSorted((one, other) => one.x - other.x);
  const end = steps.at(-1)?.x ?? 0;
  const gaps: Gutter[] = [];
  let open = 0;
  steps.forEach((step, index) => {
    open += step.change;
    const to = steps[index + 1]?.x ?? end;
    if (open <= mostCrossed && to - step.x >= MIN_GUTTER && to < end) {
      gaps.push({ from: step.x, to, crossed: open });
    }
  });
  return gaps;
}

function partsColumns(rows: readonly Row[], middle: number): boolean {
  const beside = rows.filter((row) => !row.some((segment) => crosses(segment, middle))).flat();
  const left = beside.filter((segment) => segment.x < middle);
  const right = beside.filter((segment) => segment.x >= middle);
  const total = countCharacters(beside);
  return [left, right].every(
    (side) =>
      side.length >= MIN_COLUMN_SEGMENTS &&
      countCharacters(side) >= total * MIN_COLUMN_SHARE &&
      side.filter(({ text }) => PERIOD.test(text)).length <= side.length * MAX_PERIOD_SHARE,
  );
}

function countCharacters(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}
