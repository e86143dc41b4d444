/** The middle of `values`; of an even number the upper one, so that it is a value that was measured. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that a share of `values` lies below. @throws RangeError when there is none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new RangeError('There is nothing to take a percentile of.');
  return found;
}

/** Rounded to so many digits after the point. */
export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
