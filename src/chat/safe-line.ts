import { graphemesOf, stripControls } from './text.ts';

/** One line of at most `maxCharacters` UTF-16 units, cut between characters as a reader sees them. Never empty. */
export function safeLine(text: string, maxCharacters: number): string {
  const line = stripControls(text).replace(/\s+/g, ' ').trim();
  if (line.length <= maxCharacters) return line === '' ? '…' : line;
  let cut = '';
  for (const grapheme of graphemesOf(line)) {
    if (cut.length + grapheme.length + 1 > maxCharacters) break;
    cut += grapheme;
  }
  return `${cut.trimEnd()}…`;
}
