/** Controls, bidirectional overrides, tags, zero-width marks and halves of characters; not tab, newline or the joiners of scripts and emoji. */
const INVISIBLE = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const SEPARATORS = /[\u2028\u2029]/g;
const PLAIN_ASCII = /^[\t\n\r\x20-\x7e]*$/;

/**
 * Text as it is kept: without what cannot be seen but changes how it is read, and composed (Hangul from a Mac
 * arrives in parts). Formulas, mentions and markup stay: they are text, and escaping them is the adapters' work.
 * Lines stay where they are.
 */
export const cleanText = (text: string): string =>
  PLAIN_ASCII.test(text) ? text : text.replace(SEPARATORS, ' ').replace(INVISIBLE, '').normalize('NFC');
