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

/** Rounded to four digits after the point, for printing. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
