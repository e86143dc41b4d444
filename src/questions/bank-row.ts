import { importedQuestionId } from './normalise-question.ts';
import { parsePosition } from './parse-position.ts';
import type { Position, Question } from './question.ts';
import type { CellsProblem, TableRow } from './read-table.ts';

/** Without these a file is no bank; the other columns are optional. */
export const REQUIRED_BANK_COLUMNS = ['position', 'question', 'topic', 'example_answer'] as const;
export const BANK_COLUMNS = [
  'id',
  ...REQUIRED_BANK_COLUMNS,
  'difficulty',
  'key_points',
  'question_ko',
  'example_answer_ko',
] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

/**
 * Longest cell in UTF-16 units, never fewer than the characters that MySQL's `varchar(n)` counts. A question must
 * fit one message of a chat; an answer of 10,000 characters takes at most 40,000 of the 65,535 bytes of a `text`.
 */
const MAX_LENGTH = {
  id: 64,
  question: 2_000,
  topic: 100,
  example_answer: 10_000,
  key_points: 4_000,
  question_ko: 2_000,
  example_answer_ko: 10_000,
} as const;
type LimitedColumn = keyof typeof MAX_LENGTH;
const LIMITED_COLUMNS = Object.keys(MAX_LENGTH) as readonly LimitedColumn[];
const MAX_KEY_POINTS = 12;

/** Why one row of a bank was left out; each has a sentence in the dictionary. */
export type RowProblem =
  | CellsProblem
  | 'id_missing'
  | `${(typeof REQUIRED_BANK_COLUMNS)[number]}_missing`
  | `${LimitedColumn}_too_long`
  | 'position_unknown'
  | 'too_many_key_points';

export type BankRow =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly reason: RowProblem };

const DIFFICULTIES: readonly (readonly [1 | 2 | 3, readonly string[]])[] = [
  [1, ['1', 'easy', 'beginner', 'junior', '하', '초급', '쉬움']],
  [2, ['2', 'medium', 'intermediate', 'middle', '중', '중급', '보통']],
  [3, ['3', 'hard', 'advanced', 'senior', '상', '고급', '어려움']],
];

const parseDifficulty = (cell: string): Question['difficulty'] =>
  DIFFICULTIES.find(([, names]) => names.includes(cell.toLowerCase()))?.[0] ?? null;

/** Topics are names to choose by: `System Design` and `system_design` are `system-design`. */
const parseTopic = (cell: string): string => cell.toLowerCase().replaceAll(/[\s_]+/g, '-');

/** Points stand apart by `|` or lines, the alternatives of one point by ` / `. */
const splitKeyPoints = (cell: string): readonly string[] =>
  cell
    .split(/[|\n]/)
    .map((point) => point.trim())
    .filter((point) => point !== '');

const toQuestion = (
  cells: Readonly<Record<BankColumn, string>>,
  position: Position,
  written: readonly string[],
  source: Question['source'],
): Question => ({
  // Ids of an imported file are not trusted: they could name another question of the bank.
  id: source === 'seed' ? cells.id : importedQuestionId(cells.question),
  position,
  topic: parseTopic(cells.topic),
  question: cells.question,
  exampleAnswer: cells.example_answer,
  difficulty: parseDifficulty(cells.difficulty),
  // Deriving takes half a millisecond a row: it is left to the grader, for the questions that are really asked.
  keyPoints: written,
  keyPointsDerived: written.length === 0,
  questionKo: cells.question_ko || null,
  exampleAnswerKo: cells.example_answer_ko || null,
  source,
});

/** Makes a question of a row, or says what is wrong with it: the first thing only. */
export const parseBankRow = (row: TableRow<BankColumn>, source: Question['source']): BankRow => {
  const reject = (reason: RowProblem): BankRow => ({ ok: false, reason });
  const { cells, problem } = row;
  if (problem !== null) return reject(problem);
  const missing = REQUIRED_BANK_COLUMNS.find((column) => cells[column] === '');
  if (missing !== undefined) return reject(`${missing}_missing`);
  if (source === 'seed' && cells.id === '') return reject('id_missing');
  const tooLong = LIMITED_COLUMNS.find(
    (column) => cells[column].length > MAX_LENGTH[column] && (column !== 'id' || source === 'seed'),
  );
  if (tooLong !== undefined) return reject(`${tooLong}_too_long`);
  const position = parsePosition(cells.position);
  if (position === null) return reject('position_unknown');
  const written = splitKeyPoints(cells.key_points);
  if (written.length > MAX_KEY_POINTS) return reject('too_many_key_points');
  return { ok: true, question: toQuestion(cells, position, written, source) };
};
