import { createFaultQueue, type FaultQueue } from '../../support/faults.ts';

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

export type Faults = FaultQueue<Match, Fault>;

export function createFaults() {
  return createFaultQueue<Match, Fault, [method: string, path: string]>(
    (match, method, path) => (match.method ?? method) === method && (match.path?.test(path) ?? true),
  );
}
