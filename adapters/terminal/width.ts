import { graphemesOf, type Span } from '../../src/chat/text.ts';

/** East Asian Wide and Fullwidth ranges (Unicode Standard Annex 11) without emoji, merged over unassigned gaps. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /^\p{Emoji_Presentation}|\ufe0f/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]/u;

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}

/** Columns that the text takes in a terminal; a Hangul syllable takes two. The text holds no control characters. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return graphemesOf(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** Cuts text that is wider than `columns`, by whole characters. */
export function chunkByWidth(text: string, columns: number): string[] {
  const chunks: string[] = [];
  let chunk = '';
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    const own = graphemeWidth(grapheme);
    if (width + own > columns && chunk !== '') {
      chunks.push(chunk);
      chunk = '';
      width = 0;
    }
    chunk += grapheme;
    width += own;
  }
  return chunk === '' && chunks.length > 0 ? chunks : [...chunks, chunk];
}

type Word = { text: string; spans: Span[]; width: number; space: Span | null };

/** Words with the space before each; a word may run over several spans, as in `**never**,`. */
function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = [];
  let space: Span | null = null;
  let open = false;
  for (const span of spans) {
    for (const part of span.text.split(/( +)/)) {
      if (part === '') continue;
      const piece = { ...span, text: part };
      const word = words.at(-1);
      if (part.startsWith(' ')) {
        space = piece;
        open = false;
      } else if (open && word) {
        word.text += part;
        word.spans.push(piece);
        word.width += textWidth(part);
      } else {
        words.push({ text: part, spans: [piece], width: textWidth(part), space });
        space = null;
        open = true;
      }
    }
  }
  return words;
}

/** A word that is too wide for a line runs over its edge, cut between characters. */
function cutWord(spans: readonly Span[], lines: Span[][], start: number, columns: number): number {
  let width = start;
  for (const span of spans) {
    let text = '';
    for (const grapheme of graphemesOf(span.text)) {
      const own = graphemeWidth(grapheme);
      if (width + own > columns) {
        if (text !== '') lines.at(-1)?.push({ ...span, text });
        lines.push([]);
        text = '';
        width = 0;
      }
      text += grapheme;
      width += own;
    }
    if (text !== '') lines.at(-1)?.push({ ...span, text });
  }
  return width;
}

/** Breaks at spaces so that no line is wider than `columns` (2 or more); a word that alone is too wide is cut. */
export function wrapSpans(spans: readonly Span[], columns: number): Span[][] {
  const lines: Span[][] = [[]];
  let width = 0;
  for (const word of wordsOf(spans)) {
    const spaceWidth = word.space?.text.length ?? 0;
    if (width > 0 && width + spaceWidth + word.width > columns) {
      lines.push([]);
      width = 0;
    } else if (word.space && width + spaceWidth < columns) {
      lines.at(-1)?.push(word.space);
      width += spaceWidth;
    }
    if (width + word.width > columns) {
      width = cutWord(word.spans, lines, width, columns);
    } else {
      lines.at(-1)?.push(...word.spans);
      width += word.width;
    }
  }
  return lines;
}
