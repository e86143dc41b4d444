/** ECMA-48 control sequences and operating system commands. (What `stripVTControlCharacters` takes away differs by Node version.) */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const SEQUENCES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
const LINE_ENDS = /\r\n?|\u2028|\u2029/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm: they can show text in a false order. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text without terminal sequences, control characters (but tab and newline) and direction overrides: safe to show anywhere. */
export function stripControls(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(SEQUENCES, '').replace(CONTROLS, '').replace(DIRECTIONS, '');
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for single characters: an emoji with its modifiers, a Hangul syllable in parts, a letter with its accents. */
export function graphemesOf(text: string): string[] {
  // Printable ASCII is the usual case and needs no segmenter.
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** A stretch of a line in one style. */
export type Span = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
};

/** A line of the Markdown subset of `Outgoing.text`; a fenced block is one line of code each, without its fences. */
export type MarkdownLine =
  | { readonly type: 'text' | 'quote'; readonly spans: readonly Span[] }
  | { readonly type: 'item'; readonly indent: number; readonly spans: readonly Span[] }
  | { readonly type: 'code'; readonly text: string };

/** `snake_case`, `__init__` and `2 ** 3` stand in technical text and mean themselves. */
const INLINE =
  /`([^`\n]+)`|\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*[^\s_])_(?![\p{L}\p{N}_])/gu;

function parseSpans(text: string, style: Omit<Span, 'text'> = {}): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) spans.push({ text: text.slice(end, match.index), ...style });
    const [whole, code, bold, italic] = match;
    if (code !== undefined) spans.push({ text: code, ...style, code: true });
    if (bold !== undefined) spans.push(...parseSpans(bold, { ...style, bold: true }));
    if (italic !== undefined) spans.push(...parseSpans(italic, { ...style, italic: true }));
    end = match.index + whole.length;
  }
  if (end < text.length) spans.push({ text: text.slice(end), ...style });
  return spans;
}

const FENCE = /^\s*```/;

function parseLine(line: string): MarkdownLine {
  const quote = /^> ?(.*)$/.exec(line);
  if (quote) return { type: 'quote', spans: parseSpans(quote[1] ?? '') };
  const item = /^( *)[-*] +(.*)$/.exec(line);
  if (item) return { type: 'item', indent: item[1]?.length ?? 0, spans: parseSpans(item[2] ?? '') };
  return { type: 'text', spans: parseSpans(line) };
}

/** Reads the Markdown subset. Never fails: what is not closed means itself, an unclosed fence lasts to the end. */
export function parseMarkdown(text: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fenced = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    else lines.push(fenced ? { type: 'code', text: line } : parseLine(line));
  }
  return lines;
}

/** Where code fences stand, from the start of the opening line to the end of the closing one. */
function fencesOf(text: string): { start: number; end: number; opening: string }[] {
  const fences: { start: number; end: number; opening: string }[] = [];
  let open: { start: number; opening: string } | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    if (FENCE.test(line)) {
      if (open) fences.push({ ...open, end });
      open = open ? null : { start: offset, opening: line };
    }
    offset = end + 1;
  }
  if (open) fences.push({ ...open, end: text.length });
  return fences;
}

/** Best first: between paragraphs, lines, sentences (Korean ones end alike), words. */
const BREAKS = [/\n\s*\n/g, /\n/g, /(?<=[.!?。！？]["')\]]?)\s+/g, /\s+/g];

/** The last break in reach, a good one preferred unless it would leave more than half of the room empty. */
function findBreak(reach: string, allowed: (offset: number) => boolean): number | null {
  const lastOf = (pattern: RegExp): number =>
    Array.from(reach.matchAll(pattern), ({ index }) => index)
      .filter((index) => index > 0 && allowed(index))
      .at(-1) ?? 0;
  const offsets = BREAKS.map(lastOf);
  return offsets.find((offset) => offset >= reach.length / 2) ?? (Math.max(...offsets) || null);
}

/** Where the last whole grapheme in reach ends; inside one that alone is too long, between its code points. */
function hardBreak(text: string, reach: number): number {
  let end = 0;
  for (const { segment, index } of GRAPHEMES.segment(text.slice(0, reach + 64))) {
    if (index + segment.length > reach) break;
    end = index + segment.length;
  }
  if (end > 0) return end;
  return /[\uD800-\uDBFF]/.test(text[reach - 1] ?? '') ? Math.max(reach - 1, 2) : reach;
}

/** Cuts a piece off the front; a fence too long for one piece is closed there and opened again in the next. */
function cutOnce(text: string, limit: number): [piece: string, rest: string] {
  const fences = fencesOf(text);
  const inFence = (offset: number) => fences.some(({ start, end }) => offset > start && offset < end);
  const [first] = fences;
  if (first?.start === 0 && first.end > limit && first.opening.length + 10 < limit) {
    const reach = text.slice(0, limit - 4);
    const lineEnd = reach.lastIndexOf('\n');
    const cut = lineEnd > first.opening.length ? lineEnd : hardBreak(text, limit - 4);
    return [`${text.slice(0, cut)}\n\`\`\``, `${first.opening}\n${text.slice(cut).replace(/^\n/, '')}`];
  }
  const fenceAhead = fences.find(({ start, end }) => start > 0 && start < limit && end > limit);
  const cut =
    fenceAhead?.start ??
    findBreak(text.slice(0, limit + 1), (offset) => !inFence(offset)) ??
    hardBreak(text, limit);
  return [text.slice(0, cut).trimEnd(), text.slice(cut).replace(/^\s*\n|^\s+/, '')];
}

/**
 * Splits text into pieces of at most `maxCharacters` UTF-16 units (32 or more), at a paragraph, line, sentence
 * or word where there is one. Only white space at the cuts is lost; a code fence is not cut unless it alone
 * is too long, and a character that a reader sees as one never is.
 */
export function splitText(text: string, maxCharacters: number): string[] {
  const limit = Math.max(maxCharacters, 32);
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const [piece, remainder] = cutOnce(rest, limit);
    if (piece !== '') pieces.push(piece);
    rest = remainder;
  }
  if (rest.trim() !== '') pieces.push(rest);
  return pieces;
}
