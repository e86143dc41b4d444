import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { unguardFormula } from './formula.ts';
import { type CsvRecord, parseCsv } from './parse-csv.ts';

/** Why a file cannot be read as a table at all; each has a sentence in the dictionary. */
export type FileProblem = 'too_large' | 'not_text' | 'empty' | 'no_header' | 'unclosed_quote';
/** Why the cells of one row cannot be trusted. */
export type CellsProblem = 'broken_quotes' | 'too_many_cells';

/** `line` is where the row starts in the file, from 1. A cell that the row or the file lacks is `''`. */
export type TableRow<Column extends string> = {
  readonly line: number;
  readonly problem: CellsProblem | null;
  readonly cells: Readonly<Record<Column, string>>;
};
export type Table<Column extends string> =
  | { readonly ok: true; readonly rows: readonly TableRow<Column>[] }
  | { readonly ok: false; readonly reason: FileProblem; readonly line: number | null };

/** 3,600 questions in both languages are about 10 MB. */
const MAX_TABLE_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 20_000;
/** Excel writes tabs in "Unicode text" and semicolons where the comma is the decimal sign. */
const DELIMITERS = [',', '\t', ';'] as const;

/** `Example Answer`, `example_answer` and `exampleAnswer` are one column. */
const columnKey = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

const columnsOf = (header: CsvRecord | undefined): Map<string, number> => {
  const columns = new Map<string, number>();
  header?.cells.forEach((name, index) => {
    const key = columnKey(name);
    if (key !== '' && !columns.has(key)) columns.set(key, index);
  });
  return columns;
};

const firstLine = (text: string): string => {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  return line;
};

const delimiterOf = (text: string, required: readonly string[]): string | null => {
  const line = firstLine(text);
  const fits = DELIMITERS.find((delimiter) => {
    const columns = columnsOf(parseCsv(line, delimiter).records[0]);
    return required.every((column) => columns.has(columnKey(column)));
  });
  return fits ?? null;
};

const problemOf = (record: CsvRecord, width: number): CellsProblem | null => {
  if (record.brokenQuotes) return 'broken_quotes';
  // An unquoted comma has shifted the cells; empty cells at the end are what spreadsheets leave.
  return record.cells.slice(width).some((cell) => cell.trim() !== '') ? 'too_many_cells' : null;
};

/**
 * Reads a file with a header row into rows whose cells are found by column name; other columns are ignored.
 *
 * @param columns names in lower case with `_` between words.
 * @param required those of `columns` without which the file is refused.
 * @returns with `ok: false`, `line` is where an unclosed quote opens, `null` for other reasons.
 */
export const readTable = <Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
  required: readonly Column[],
): Table<Column> => {
  const refuse = (reason: FileProblem, line: number | null = null) => ({ ok: false, reason, line }) as const;
  if (bytes.length > MAX_TABLE_BYTES) return refuse('too_large');
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('not_text');
  const text = cleanText(decoded);
  if (text.trim() === '') return refuse('empty');
  const delimiter = delimiterOf(text, required);
  if (delimiter === null) return refuse('no_header');
  const { records, unclosedQuoteLine } = parseCsv(text, delimiter, MAX_ROWS + 2);
  if (unclosedQuoteLine !== null) return refuse('unclosed_quote', unclosedQuoteLine);
  const [header, ...body] = records;
  if (body.length > MAX_ROWS) return refuse('too_large');
  const indexOf = columnsOf(header);
  const indexes = columns.map((column) => [column, indexOf.get(columnKey(column)) ?? Infinity] as const);
  const width = header?.cells.length ?? 0;
  const toRow = (record: CsvRecord): TableRow<Column> => {
    const cells = {} as Record<Column, string>;
    for (const [column, index] of indexes) cells[column] = unguardFormula(record.cells[index]?.trim() ?? '');
    return { line: record.line, problem: problemOf(record, width), cells };
  };
  return { ok: true, rows: body.map(toRow) };
};
