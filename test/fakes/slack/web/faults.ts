import { createFaultQueue, type FaultQueue } from '../../support/faults.ts';
import type { Json } from '../../support/json.ts';

/** What goes wrong with one request. */
export type Fault =
  /** A plain answer of Slack's edge, as in an outage: 500, 502, 503 … */
  | { readonly type: 'status'; readonly status: number }
  /** A refusal in Slack's words: `channel_not_found`, `fatal_error` … */
  | { readonly type: 'error'; readonly error: string; readonly details?: Json }
  | { readonly type: 'rateLimit'; readonly retryAfterSeconds: number }
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

/** Which requests: a method of the Web API, or a part of the path (`/files-pri/`, `/response/`, `/upload/`). */
export type Match = string | RegExp;
export type Faults = FaultQueue<Match, Fault>;

export function createFaults() {
  return createFaultQueue<Match, Fault, [method: string]>((match, method) =>
    typeof match === 'string'
      ? method === match || (match.startsWith('/') && method.startsWith(match))
      : match.test(method),
  );
}
