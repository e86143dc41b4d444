/**
 * A cell that begins so is computed by spreadsheets, the full-width ones by those set to an East Asian language: a question
 * could send away what stands beside it. An apostrophe before it makes it text (owasp.org, CSV Injection).
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/;

export const guardFormula = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What `guardFormula` was given. */
export const unguardFormula = (cell: string): string => cell.replace(GUARDED, '');
