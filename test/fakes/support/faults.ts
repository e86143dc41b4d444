/** Faults that a test orders for requests to come. */
export type FaultQueue<Match, Fault> = {
  /** The next `times` requests (once) that match meet this fault. Faults are used up in the order given. */
  next(match: Match, fault: Fault, times?: number): void;
  /** Every request that matches, until the result is called. */
  always(match: Match, fault: Fault): () => void;
  clear(): void;
};

type Entry<Match, Fault> = { readonly match: Match; readonly fault: Fault; left: number };

/** @param fits whether a request, described by `Request`, is one of those. */
export function createFaultQueue<Match, Fault, Request extends readonly unknown[]>(
  fits: (match: Match, ...request: Request) => boolean,
): FaultQueue<Match, Fault> & { take(...request: Request): Fault | undefined } {
  const entries: Entry<Match, Fault>[] = [];
  const drop = (entry: Entry<Match, Fault>) => {
    const index = entries.indexOf(entry);
    if (index >= 0) entries.splice(index, 1);
  };
  const add = (match: Match, fault: Fault, left: number) => {
    const entry = { match, fault, left };
    entries.push(entry);
    return entry;
  };

  return {
    next: (match, fault, times = 1) => void add(match, fault, times),
    always(match, fault) {
      const entry = add(match, fault, Number.POSITIVE_INFINITY);
      return () => drop(entry);
    },
    clear: () => void entries.splice(0),
    take(...request) {
      const entry = entries.find(({ match }) => fits(match, ...request));
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) drop(entry);
      return entry.fault;
    },
  };
}
