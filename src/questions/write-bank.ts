import { BANK_COLUMNS, type BankColumn } from './bank-row.ts';
import { guardFormula } from './formula.ts';
import type { Question } from './question.ts';

/** By this Excel takes a file for UTF-8, and Korean stays readable. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Questions as a CSV file that `parseBank` reads again, safe to open in a spreadsheet. */
export const writeBank = (questions: readonly Question[]): string => {
  const lines = questions.map((question) => {
    const cells = cellsOf(question);
    return BANK_COLUMNS.map((column) => quoted(guardFormula(cells[column]))).join(',');
  });
  return `${BYTE_ORDER_MARK}${[BANK_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
};

const cellsOf = (question: Question): Readonly<Record<BankColumn, string>> => ({
  id: question.id,
  position: question.position,
  question: question.question,
  topic: question.topic,
  example_answer: question.exampleAnswer,
  difficulty: question.difficulty === null ? '' : String(question.difficulty),
  key_points: question.keyPoints.join(' | '),
  question_ko: question.questionKo ?? '',
  example_answer_ko: question.exampleAnswerKo ?? '',
});

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
