/**
 * The stretch of `text` that `quote` repeats, in the text's own characters, or `null` when it stands nowhere in it.
 * Case, white space, typographic quotation marks and dashes may differ, and marks or dots put around the quote.
 */
export function locateQuote(quote: string, text: string): string | null {
  const bare = quote.replace(/^[\s"'“”‘’«»….]+|[\s"'“”‘’«»….]+$/gu, '');
  if (!/[\p{L}\p{N}]/u.test(bare)) return null;
  const wanted = fold(bare).folded;
  const { folded, starts, ends } = fold(text);
  const index = folded.indexOf(wanted);
  return index < 0 ? null : text.slice(starts[index], ends[index + wanted.length - 1]);
}

const TYPOGRAPHY = new Map<string, string>([
  ...[...'‘’‚‛′`´'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟″«»'].map((mark) => [mark, '"'] as const),
  ...[...'‐‑‒–—−'].map((mark) => [mark, '-'] as const),
]);

type Folded = {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Folded text and, for each of its UTF-16 units, where in the original the character that it comes from starts and ends. */
function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(/\s+|[^\s]/gu)) {
    const plain = /^\s/u.test(piece) ? ' ' : (TYPOGRAPHY.get(piece) ?? piece.normalize('NFKC').toLowerCase());
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return { folded, starts, ends };
}
