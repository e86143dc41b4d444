/** Soft hyphens stay until lines are joined; other format characters can hide text or split words, and private ones are icons. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Variation_Selector}]--[\n\u00AD]]/gv;

/**
 * Composes characters (NFC, so that Hangul written as single letters becomes syllables), splits Latin ligatures,
 * drops what has no shape, collapses spaces, and leaves at most one empty line.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\u00AD/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many characters somebody would see. */
export function countVisible(text: string): number {
  return text.replace(/\s/g, '').length;
}
