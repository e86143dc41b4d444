import type { BehaviouralQuestion } from './question.ts';
import { type CellsProblem, type FileProblem, readTable } from './read-table.ts';

const COLUMNS = [
  'id',
  'question',
  'topic',
  'good_answer_shows',
  'warning_sign',
  'question_ko',
  'good_answer_shows_ko',
  'warning_sign_ko',
] as const;

export type BehaviouralReading =
  | {
      readonly ok: true;
      readonly questions: readonly BehaviouralQuestion[];
      readonly rejected: readonly { readonly line: number; readonly reason: CellsProblem | 'cell_missing' }[];
    }
  | { readonly ok: false; readonly reason: FileProblem; readonly line: number | null };

const splitPoints = (cell: string): readonly string[] => cell.split('|').map((point) => point.trim());

/** Reads the behavioural questions of the seeds: every column in both languages is required. */
export const parseBehavioural = (bytes: Uint8Array): BehaviouralReading => {
  const table = readTable(bytes, COLUMNS, COLUMNS);
  if (!table.ok) return table;
  const isWhole = (row: (typeof table.rows)[number]) => COLUMNS.every((column) => row.cells[column] !== '');
  const whole = table.rows.filter((row) => row.problem === null && isWhole(row));
  const rejected = table.rows
    .filter((row) => !whole.includes(row))
    .map((row) => ({ line: row.line, reason: row.problem ?? ('cell_missing' as const) }));
  const questions = whole.map(({ cells }) => ({
    id: cells.id,
    competency: cells.topic,
    question: { en: cells.question, ko: cells.question_ko },
    goodAnswerShows: {
      en: splitPoints(cells.good_answer_shows),
      ko: splitPoints(cells.good_answer_shows_ko),
    },
    warningSign: { en: cells.warning_sign, ko: cells.warning_sign_ko },
  }));
  return { ok: true, questions, rejected };
};
