/**
 * A short stretch of a passage (white space folded) for use inside a sentence, without its last full stop. Cut between
 * words; when `around` lies too far back, it starts at the clause that names it.
 */
export function excerptOf(text: string, maxCharacters: number, around: string | null): string {
  const whole = text.replace(/[\s.。;:,]+$/u, '');
  if (whole.length <= maxCharacters) return whole;
  const wanted = around === null ? 0 : Math.max(whole.indexOf(around), 0);
  const start =
    wanted + (around?.length ?? 0) <= maxCharacters ? 0 : clauseStart(whole, wanted, maxCharacters);
  const rest = whole.slice(start);
  const shortened = rest.length <= maxCharacters ? rest : `${cut(rest, maxCharacters)}…`;
  return start === 0 ? shortened : `…${shortened}`;
}

function clauseStart(text: string, index: number, maxCharacters: number): number {
  const before = text.slice(0, index);
  const clause =
    [...before.matchAll(/[,;:–—]\s+/gu)].map((match) => match.index + match[0].length).at(-1) ?? 0;
  if (clause > 0 && index - clause < maxCharacters / 2) return clause;
  const word = before.indexOf(' ', Math.max(0, index - Math.floor(maxCharacters / 3)));
  return word < 0 ? index : word + 1;
}

function cut(text: string, maxCharacters: number): string {
  const head = text.slice(0, maxCharacters);
  const clause = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '));
  const end = clause > maxCharacters * 0.6 ? clause : head.lastIndexOf(' ');
  return head.slice(0, end > 0 ? end : maxCharacters).replace(/[\s,;:–—-]+$/u, '');
}
