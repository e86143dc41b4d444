import type { JobKind } from '../jobs/job.ts';
import type { JobEnding } from '../jobs/worker.ts';

/** What was asked for and not granted. */
export type Refusal = 'quota' | 'not_admin' | 'banned' | 'rate_limited';

/** Whoever counts what goes on. Told after the fact, and never asked to wait; must not throw. */
export type BotObserver = {
  /** One turn: `kind` is the type of the intent or outcome, `tookMs` from asking until it was stored. */
  turned(kind: string, ending: 'done' | 'duplicate' | 'failed', tookMs: number): void;
  worked(kind: JobKind, ending: JobEnding, tookMs: number): void;
  refused(refusal: Refusal): void;
};
