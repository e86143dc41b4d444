import { BANK_COLUMNS, parseBankRow, REQUIRED_BANK_COLUMNS, type RowProblem } from './bank-row.ts';
import type { Question } from './question.ts';
import { type FileProblem, readTable } from './read-table.ts';

/** `line` is where the row starts in the file, from 1. */
export type RejectedRow = { readonly line: number; readonly reason: RowProblem };
export type ParsedQuestion = Question & { readonly line: number };
export type BankReading =
  | {
      readonly ok: true;
      readonly questions: readonly ParsedQuestion[];
      readonly rejected: readonly RejectedRow[];
    }
  | { readonly ok: false; readonly reason: FileProblem; readonly line: number | null };

/**
 * Reads a question bank from the bytes of a CSV file, in any encoding that `decodeText` knows. The columns
 * position, question, topic and example_answer alone are enough; `docs/question-bank.md` has the others.
 *
 * A bad row is rejected with its line and the others go on. Only a file that is no bank at all gives `ok: false`,
 * with the line of an unclosed quote. Duplicates are kept: `findDuplicates` tells them.
 *
 * @param source with `seed` the column id is required and kept; imported rows get ids made from their text.
 */
export const parseBank = (bytes: Uint8Array, source: Question['source'] = 'import'): BankReading => {
  const table = readTable(bytes, BANK_COLUMNS, REQUIRED_BANK_COLUMNS);
  if (!table.ok) return table;
  const questions: ParsedQuestion[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of table.rows) {
    const parsed = parseBankRow(row, source);
    if (parsed.ok) questions.push({ ...parsed.question, line: row.line });
    else rejected.push({ line: row.line, reason: parsed.reason });
  }
  return { ok: true, questions, rejected };
};
