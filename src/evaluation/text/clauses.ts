/** A clause of a text: `text.slice(start, end)`, trimmed, with the number of the sentence it stands in. */
export type Clause = { readonly start: number; readonly end: number; readonly sentence: number };

/** Not the point of `e.g.`, `i.e.`, `vs.`, nor of `3.5` or `Node.js`. */
const SENTENCE_END =
  /(?<!\b(?:e\.g|i\.e|vs|etc|cf|approx))[.!?。…]{1,20}(?=["'”’)\]]{0,5}(?:\s|$))["'”’)\]]{0,5}|\n+|;/giu;
const CLAUSE_END =
  /,(?=\s)|:(?=\s)|\s[–—-]\s|—|(?=\s(?:but|whereas|while|because|since|although|so that|so (?:it|they|you|we|the)|which means|then)\s)|(?<=\S)(?=\s\()/giu;

const cut = (text: string, separator: RegExp, offset: number): [number, number][] => {
  const parts: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    const to = match.index + match[0].length;
    parts.push([offset + from, offset + to]);
    from = to;
  }
  parts.push([offset + from, offset + text.length]);
  return parts;
};

const trimmed = (text: string, start: number, end: number): [number, number] => {
  const piece = text.slice(start, end);
  const inner = piece.trim();
  const begin = start + piece.indexOf(inner);
  return [begin, begin + inner.length];
};

/** The sentences of a text as `[start, end]`, trimmed, none of them without a letter or digit. */
export const sentencesOf = (text: string): [number, number][] =>
  cut(text, SENTENCE_END, 0)
    .map(([start, end]) => trimmed(text, start, end))
    .filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));

/** The clauses of a text in reading order, none of them without a letter or digit. */
export const clausesOf = (text: string): Clause[] =>
  sentencesOf(text).flatMap(([from, to], sentence) =>
    cut(text.slice(from, to), CLAUSE_END, from)
      .map(([start, end]) => trimmed(text, start, end))
      .filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .map(([start, end]) => ({ start, end, sentence })),
  );
