import { parseArgs } from 'node:util';
import type { Grade } from '../src/evaluation/grade.ts';
import { readAdversarialCases, reportAdversarial } from './eval/adversarial.ts';
import { type GradedAnswer, readGradedAnswers, taskOf } from './eval/dataset.ts';
import { createGrader, GRADERS, type Grader, type GraderName, numberOf } from './eval/grader.ts';
import { describeCost } from './eval/model-grader.ts';
import { calibrated, pearson, rootMeanSquareError, rounded } from './eval/statistics.ts';

const USAGE = `Usage: npm run eval -- --file F.tsv [--grader offline|model] [--adversarial F.jsonl]`;

type Measured = {
  readonly marks: number;
  readonly question: string;
  readonly number: number;
  readonly grade: Grade;
};

const isGraderName = (name: string): name is GraderName => (GRADERS as readonly string[]).includes(name);

/** How many answers a model grades at a time. */
const CONCURRENCY = 8;

const measure = async (rows: readonly GradedAnswer[], grade: Grader): Promise<Measured[]> => {
  const measured: Measured[] = [];
  const left = rows.entries();
  const work = async () => {
    for (const [index, row] of left) {
      const task = taskOf(row);
      const given = await grade(task);
      measured[index] = {
        marks: row.marks,
        question: row.question,
        number: numberOf(given, task),
        grade: given,
      };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return measured;
};

const describe = (name: string, rows: readonly Measured[]): void => {
  const marks = rows.map((row) => row.marks);
  const numbers = rows.map((row) => row.number);
  const [correlation, error] = [pearson(numbers, marks), rootMeanSquareError(numbers, marks)];
  console.log(
    `${name.padEnd(36)} n ${String(rows.length).padStart(5)}  r ${correlation.toFixed(3)}  RMSE ${error.toFixed(3)}`,
  );
};

const describeCalibrated = (rows: readonly Measured[]): void => {
  const numbers = calibrated(
    rows.map((row) => row.number),
    rows.map((row) => row.marks),
    rows.map((row) => row.question),
  );
  describe(
    'calibrated (by the other questions)',
    rows.map((row, index) => ({ ...row, number: numbers[index] ?? row.number })),
  );
};

const report = (rows: readonly Measured[]): void => {
  const scored = rows.filter(({ grade }) => grade.score !== null);
  describe('all rows', rows);
  describe(
    'without "not answered" rows',
    rows.filter(({ grade }) => grade.gate === null),
  );
  describe('rows with a score', scored);
  describe(
    'unscored rows (number from overlap)',
    rows.filter(({ grade }) => grade.score === null),
  );
  describeCalibrated(rows);
  const numbers = rows.map((row) => row.number);
  const marks = rows.map((row) => row.marks);
  console.log(
    JSON.stringify({
      n: rows.length,
      pearson: rounded(pearson(numbers, marks)),
      rmse: rounded(rootMeanSquareError(numbers, marks)),
      abstained: rows.length - scored.length,
    }),
  );
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      grader: { type: 'string', default: 'offline' },
      adversarial: { type: 'string' },
    },
  });
  if (values.file === undefined) throw new Error(`No file given. ${USAGE}`);
  if (!isGraderName(values.grader)) throw new Error(`There is no grader "${values.grader}". ${USAGE}`);
  const grade = createGrader(values.grader);
  const answers = readGradedAnswers(values.file);
  if (values.grader === 'model') console.log(describeCost(answers.map(taskOf)));
  const rows = await measure(answers, grade);
  if (values.adversarial !== undefined)
    await reportAdversarial(readAdversarialCases(values.adversarial), grade);
  report(rows);
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
