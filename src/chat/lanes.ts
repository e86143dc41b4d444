/** Runs what belongs to one lane one after another, in the order in which it was asked for; a failure stops nothing. */
export type Lanes = <Result>(lane: string, work: () => Promise<Result>) => Promise<Result>;

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return (lane, work) => {
    const result = (tails.get(lane) ?? Promise.resolve()).then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
    tails.set(lane, tail);
    return result;
  };
}
