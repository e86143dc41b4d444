import { readFileSync } from 'node:fs';
import type { TechnicalTask } from '../../src/evaluation/grade.ts';

/** One graded answer. `marks` is the mean of the human marks, 0–5. */
export type GradedAnswer = {
  readonly question: string;
  readonly reference: string;
  readonly answer: string;
  readonly marks: number;
};

const COLUMNS = ['question', 'reference', 'answer', 'score_avg'] as const;

/** Reads tab-separated values without quoting. Throws a sentence that names what is missing or wrong, and where. */
export const readGradedAnswers = (path: string): GradedAnswer[] => {
  const [header = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const names = header.split('\t').map((name) => name.trim());
  const [question = -1, reference = -1, answer = -1, marks = -1] = COLUMNS.map((name) => names.indexOf(name));
  const absent = COLUMNS.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new Error(`${path} has no column ${absent.join(', ')} in its first line.`);
  return lines.flatMap((line, number): GradedAnswer[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const mark = Number(cells[marks]?.trim() || Number.NaN);
    if (Number.isNaN(mark)) throw new Error(`${path}, line ${number + 2}: score_avg is not a number.`);
    return [
      {
        question: cells[question] ?? '',
        reference: cells[reference] ?? '',
        answer: cells[answer] ?? '',
        marks: mark,
      },
    ];
  });
};

/** The task that an interview would give its grader for this answer; the key points are derived from the reference. */
export const taskOf = ({ question, reference, answer }: Omit<GradedAnswer, 'marks'>): TechnicalTask => ({
  type: 'technical',
  question,
  exampleAnswer: reference,
  keyPoints: [],
  answer,
  locale: 'en',
});
