const BASE = 36;

const decode = (text: string): bigint =>
  [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, BASE)), 0n);

/**
 * Growing ids as `FIRST.STEP.STEP…` in base 36, of at most so many characters. Ids of messages sent together differ little,
 * so about twice as many fit as would in full; those that do not fit, or do not grow, are left out from there on.
 */
export function packIds(ids: readonly bigint[], maxCharacters: number): string {
  let packed = '';
  let previous = 0n;
  for (const id of ids) {
    const step = id < previous ? '' : `${packed === '' ? '' : '.'}${(id - previous).toString(BASE)}`;
    if (step === '' || packed.length + step.length > maxCharacters) break;
    packed += step;
    previous = id;
  }
  return packed;
}

/** Reads what `packIds` wrote. */
export function unpackIds(packed: string): bigint[] {
  let id = 0n;
  return packed.split('.').map((step) => {
    id += decode(step);
    return id;
  });
}
