import type { CompetencyRubric, RUBRIC_LEVELS } from './question.ts';
import { readTable, type TableRow } from './read-table.ts';

const COLUMNS = ['competency', 'level', 'en', 'ko'] as const;
type Row = TableRow<(typeof COLUMNS)[number]>;

const toRubric = (competency: string, rows: readonly Row[]): CompetencyRubric => {
  const anchor = (level: (typeof RUBRIC_LEVELS)[number]) => {
    const row = rows.find(({ cells }) => cells.level === String(level));
    if (row === undefined || row.cells.en === '' || row.cells.ko === '') {
      throw new Error(`Competency ${competency}: level ${level} needs a text in both languages.`);
    }
    return { en: row.cells.en, ko: row.cells.ko };
  };
  return { competency, levels: { 1: anchor(1), 3: anchor(3), 5: anchor(5) } };
};

/**
 * Reads the anchored scales of the competencies, a row for each of `RUBRIC_LEVELS`.
 *
 * @throws Error when the file is no such table or a level is missing: the file is part of the product.
 */
export const parseRubrics = (bytes: Uint8Array): readonly CompetencyRubric[] => {
  const table = readTable(bytes, COLUMNS, COLUMNS);
  if (!table.ok) throw new Error(`The competencies cannot be read: ${table.reason}.`);
  const byCompetency = Map.groupBy(table.rows, ({ cells }) => cells.competency);
  return [...byCompetency].map(([competency, rows]) => toRubric(competency, rows));
};
