const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Pearson's correlation; 0 when one side does not vary, since nothing can be said then. */
export const pearson = (left: readonly number[], right: readonly number[]): number => {
  const [leftMean, rightMean] = [mean(left), mean(right)];
  let [both, leftSquares, rightSquares] = [0, 0, 0];
  for (const [index, value] of left.entries()) {
    const [one, other] = [value - leftMean, (right[index] ?? 0) - rightMean];
    both += one * other;
    leftSquares += one * one;
    rightSquares += other * other;
  }
  return leftSquares === 0 || rightSquares === 0 ? 0 : both / Math.sqrt(leftSquares * rightSquares);
};

/** Root of the mean squared difference, in marks. */
export const rootMeanSquareError = (left: readonly number[], right: readonly number[]): number =>
  Math.sqrt(mean(left.map((value, index) => (value - (right[index] ?? 0)) ** 2)));

/**
 * The numbers put on the scale of the marks by a straight line, each group by the line of all the others: what a grader that
 * is right in order but not in level would reach.
 */
export const calibrated = (
  numbers: readonly number[],
  marks: readonly number[],
  groups: readonly string[],
): readonly number[] => {
  const lines = new Map(
    [...new Set(groups)].map((group) => [group, lineOf(numbers, marks, (index) => groups[index] !== group)]),
  );
  return numbers.map((number, index) => {
    const { slope, intercept } = lines.get(groups[index] ?? '') ?? { slope: 1, intercept: 0 };
    return Math.min(5, Math.max(0, intercept + slope * number));
  });
};

const lineOf = (numbers: readonly number[], marks: readonly number[], uses: (index: number) => boolean) => {
  const used = numbers.flatMap((number, index) => (uses(index) ? [{ number, mark: marks[index] ?? 0 }] : []));
  const numberMean = mean(used.map(({ number }) => number));
  const markMean = mean(used.map(({ mark }) => mark));
  const spread = used.reduce((sum, { number }) => sum + (number - numberMean) ** 2, 0);
  const both = used.reduce((sum, { number, mark }) => sum + (number - numberMean) * (mark - markMean), 0);
  const slope = spread === 0 ? 0 : both / spread;
  return { slope, intercept: markMean - slope * numberMean };
};

/** Rounded to four digits after the point, for printing. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
