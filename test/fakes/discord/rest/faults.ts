/** What goes wrong with one request. */
export type Fault =
  /** A plain answer of Discord's edge, as in an outage: 500, 502, 503 … */
  | { readonly type: 'status'; readonly status: number }
  /** A refusal with Discord's JSON. */
  | { readonly type: 'error'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly type: 'rateLimit'; readonly retryAfterMs: number; readonly global?: boolean }
  /** The request is carried out, and the connection ends before the answer: closed, or `reset`. */
  | { readonly type: 'loseResponse'; readonly reset?: boolean }
  /** The connection breaks before anything is done. */
  | { readonly type: 'loseRequest' }
  /** Of a file: half of it is sent, and then nothing more. */
  | { readonly type: 'stall' }
  /** Waits before it is carried out. */
  | { readonly type: 'delay'; readonly until: Promise<unknown> }
  /** Carried out at once, answered late. */
  | { readonly type: 'delayResponse'; readonly until: Promise<unknown> };

/** Which requests: by method and by path, as in `/channels/123/messages` (or `/attachments/…`), without query. */
export type Match = { readonly method?: string; readonly path?: RegExp };

export type Faults = {
  /** The next `times` requests (once) that match meet this fault. Faults are used up in the order given. */
  next(match: Match, fault: Fault, times?: number): void;
  /** Every request that matches, until the result is called. */
  always(match: Match, fault: Fault): () => void;
  clear(): void;
};

type Entry = { readonly match: Match; readonly fault: Fault; left: number };

export function createFaults(): Faults & { take(method: string, path: string): Fault | undefined } {
  const entries: Entry[] = [];
  const drop = (entry: Entry) => {
    const index = entries.indexOf(entry);
    if (index >= 0) entries.splice(index, 1);
  };
  const add = (match: Match, fault: Fault, left: number) => {
    const entry: Entry = { match, fault, left };
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
    take(method, path) {
      const entry = entries.find(
        ({ match }) => (match.method ?? method) === method && (match.path?.test(path) ?? true),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) drop(entry);
      return entry.fault;
    },
  };
}
