import type { Block, Line } from './reading-order.ts';

/** What starts a line of a list. Private-use characters are what symbol fonts call their bullets. */
const BULLET = /^\s*(?:[•◦▪▫●○■□◆◇▶►‣⁃∙·※✓✔➢➤\uE000-\uF8FF]|[-–—*+](?=\s)|\(?\d{1,2}[.)](?=\s))/u;
const SYMBOL_FONT_BULLET = /^(\s*)[\uE000-\uF8FF]\s*/u;
/** Lines further apart than this many usual steps belong to different paragraphs. */
const WIDE_STEP = 1.35;
/** Sizes further apart than this share are a heading and its text. */
const SAME_SIZE = 0.08;
/** What a word before a hyphen at the line's end keeps its hyphen for. */
const COMPOUNDS = new Set(
  'full front back end end-to high low real cross open self long short large small multi non well state data event test user third server client cloud key cost fault type role rule domain object service message command decision problem single double two three half cutting fast'.split(
    ' ',
  ),
);

/** Makes text of a page's blocks: lines of a paragraph joined, an empty line between paragraphs far apart. */
export function toText(blocks: readonly Block[]): string {
  return blocks.map(blockToText).join('\n\n');
}

function blockToText(block: Block): string {
  const step = usualStep(block);
  const right = Math.max(...block.map((line) => line.right));
  let text = '';
  let last: Line | undefined;
  for (const line of block) {
    const wording = clean(line.text);
    if (!last) text = wording;
    else if (continues(last, line, step, right)) text = join(text, wording);
    else text += (line.y - last.y > step * WIDE_STEP ? '\n\n' : '\n') + wording;
    last = line;
  }
  return text;
}

function clean(text: string): string {
  return text.replace(SYMBOL_FONT_BULLET, '$1• ').replace(/\s+/g, ' ').trim();
}

/** The median distance between lines; where there is one line only, its size says. */
function usualStep(block: Block): number {
  const steps = block
    .slice(1)
    .map((line, index) => line.y - (block[index]?.y ?? line.y))
    .filter((step) => step > 0)
    .toSorted((one, other) => one - other);
  return steps[Math.floor(steps.length / 2)] ?? (block[0]?.size ?? 0) * 1.2;
}

/** A line goes on in the next one when the next one's first word would not have fitted at its end. */
function continues(line: Line, next: Line, step: number, right: number): boolean {
  if (line.parted || next.parted || BULLET.test(next.text)) return false;
  if (next.y - line.y > step * WIDE_STEP || next.y <= line.y) return false;
  if (Math.abs(line.size - next.size) > SAME_SIZE * line.size) return false;
  const characterWidth = (next.right - next.x) / Math.max(1, next.text.trim().length);
  const word = next.text.trim().split(/\s/, 1)[0] ?? '';
  return line.right + (word.length + 1) * characterWidth >= right - characterWidth;
}

/** Joins two lines and undoes the hyphen at the end of the first, unless it belongs to the word. */
function join(text: string, next: string): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  const hyphenated = /([\p{Script=Latin}-]+)[-‐]$/u.exec(text);
  if (!hyphenated || !/^\p{Ll}/u.test(next)) return `${text} ${next}`;
  const isCompound = COMPOUNDS.has(hyphenated[1]?.toLowerCase() ?? '');
  return (isCompound ? text : text.slice(0, -1)) + next;
}
