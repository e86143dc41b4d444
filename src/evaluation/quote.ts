/** Typographic characters become the ones on a keyboard, white space one blank, capitals small. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * Whether `quote` stands in `text` word for word. White space, capitals, typographic quotes and dashes may differ, and
 * so may quotation marks or dots that were put around the quote. A quote without a letter or digit is none.
 */
export const verifyQuote = (quote: string, text: string): boolean => {
  const whole = fold(text);
  const folded = fold(quote);
  const bare = folded.replace(/^["'.\s]+|["'.\s]+$/g, '');
  return /[\p{L}\p{N}]/u.test(bare) && (whole.includes(folded) || whole.includes(bare));
};
