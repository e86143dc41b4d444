/** A linear model: `intercept + Σ slope × feature`. */
export type LinearModel = { readonly intercept: number; readonly slopes: readonly number[] };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

/** Solves a small positive definite system by Gauss-Jordan elimination. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [pivot, pivotRow] of rows.entries()) {
    const head = pivotRow[pivot] ?? 1;
    for (const [number, row] of rows.entries()) {
      if (number === pivot) continue;
      const factor = (row[pivot] ?? 0) / head;
      for (const [column, value] of pivotRow.entries()) row[column] = (row[column] ?? 0) - factor * value;
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
};

/** Least squares with a penalty on the slopes of the standardised features; the intercept is free. */
export const solveRidge = (
  features: readonly (readonly number[])[],
  targets: readonly number[],
  penalty: number,
): LinearModel => {
  const columns = (features[0] ?? []).map((_first, column) => features.map((row) => row[column] ?? 0));
  const means = columns.map(mean);
  const spreads = columns.map(
    (column, index) => Math.sqrt(mean(column.map((value) => (value - (means[index] ?? 0)) ** 2))) || 1,
  );
  const standard = columns.map((column, index) =>
    column.map((value) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
  );
  const targetMean = mean(targets);
  const centred = targets.map((target) => target - targetMean);
  const matrix = standard.map((left, row) =>
    standard.map((right, column) => dot(left, right) + (row === column ? penalty : 0)),
  );
  const slopes = solve(
    matrix,
    standard.map((column) => dot(column, centred)),
  ).map((slope, index) => slope / (spreads[index] ?? 1));
  return { intercept: targetMean - dot(slopes, means), slopes };
};
