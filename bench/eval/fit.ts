import { parseArgs } from 'node:util';
import { gradeOffline } from '../../src/evaluation/grade-offline.ts';
import { createAnswerIndex } from '../../src/evaluation/offline/answer-index.ts';
import type { OverlapWeights } from '../../src/evaluation/offline/calibration.ts';
import { measureOverlap } from '../../src/evaluation/offline/overlap.ts';
import { lowConfidenceScore } from '../../src/evaluation/offline/technical.ts';
import { type GradedAnswer, readGradedAnswers, taskOf } from './dataset.ts';
import { solveRidge } from './ridge.ts';
import { pearson, rootMeanSquareError, rounded } from './statistics.ts';

/** Hardly matters with two features and a thousand rows: from 1 to 100 the cross-validated figures are the same to 0.002. */
const LAMBDA = 10;

type Example = GradedAnswer & { readonly overlap: number; readonly gated: boolean };

const toExample = (row: GradedAnswer): Example => {
  const task = taskOf(row);
  return {
    ...row,
    overlap: measureOverlap(task, createAnswerIndex(row.answer)),
    gated: gradeOffline(task).gate !== null,
  };
};

/** Answers stopped by a gate have their 0 already and teach nothing about overlap. */
const fitWeights = (examples: readonly Example[]): OverlapWeights => {
  const learned = examples.filter(({ gated }) => !gated);
  const solution = solveRidge(
    learned.map(({ overlap }) => [overlap]),
    learned.map(({ marks }) => marks),
    LAMBDA,
  );
  return { intercept: solution.intercept, slope: solution.slopes[0] ?? 0 };
};

const predict = (example: Example, weights: OverlapWeights): number => {
  const task = taskOf(example);
  return gradeOffline(task, weights).score ?? lowConfidenceScore(task, weights);
};

const describe = (name: string, predicted: readonly number[], examples: readonly Example[]): void => {
  const marks = examples.map((example) => example.marks);
  console.log(
    `${name.padEnd(44)} r ${pearson(predicted, marks).toFixed(3)}  RMSE ${rootMeanSquareError(predicted, marks).toFixed(3)}`,
  );
};

/** Each question is graded with weights that were fitted without any answer to it. */
const crossValidate = (examples: readonly Example[]): number[] => {
  const withheld = new Map<string, OverlapWeights>();
  return examples.map((example) => {
    const { question } = example;
    const weights =
      withheld.get(question) ?? fitWeights(examples.filter((other) => other.question !== question));
    withheld.set(question, weights);
    return predict(example, weights);
  });
};

const { values } = parseArgs({ options: { file: { type: 'string' } } });
if (values.file === undefined) {
  console.error('No file given. Usage: npm run eval:fit -- --file F.tsv');
  process.exitCode = 1;
} else {
  const examples = readGradedAnswers(values.file).map(toExample);
  const weights = fitWeights(examples);
  const predicted = crossValidate(examples);
  describe('cross-validated, one question left out a time', predicted, examples);
  const answered = examples.flatMap((example, index) => (example.gated ? [] : [index]));
  describe(
    'the same without "not answered" rows',
    answered.map((index) => predicted[index] ?? 0),
    answered.flatMap((index) => examples[index] ?? []),
  );
  describe(
    'on the rows it was fitted on',
    examples.map((example) => predict(example, weights)),
    examples,
  );
  console.log(
    JSON.stringify(
      Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, rounded(value)])),
    ),
  );
}
