import { type Json, textOf } from '../../support/json.ts';

/** docs.slack.dev/apis/web-api/rate-limits: calls a minute of each tier, for a method and a workspace. */
const A_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
/** Same page, Posting messages: 1 a second for a channel; that bursts are refused is a stricter reading. */
const POSTING = { calls: 1, windowMs: 1_000 } as const;

/** A method's limit on its page: a tier, or that of posting messages; `null` where the page names no number. */
export type Tier = keyof typeof A_MINUTE | 'posting' | null;

type Window = { readonly endsAt: number; calls: number };

export type RateLimits = {
  /** Counts a call; the result is how many seconds to wait when it is one too many. */
  take(call: {
    readonly method: string;
    readonly tier: Tier;
    readonly teamId: string;
    readonly given: Json;
  }): number | undefined;
};

/** @param enforced `false` lets any number of calls pass. */
export function createRateLimits(now: () => number, enforced: boolean): RateLimits {
  const windows = new Map<string, Window>();
  return {
    take({ method, tier, teamId, given }) {
      if (!enforced || tier === null) return undefined;
      const isPosting = tier === 'posting';
      const [most, windowMs] = isPosting ? [POSTING.calls, POSTING.windowMs] : [A_MINUTE[tier], 60_000];
      const key = [method, teamId, isPosting ? textOf(given['channel']) : ''].join(' ');
      const present = windows.get(key);
      const window = present && present.endsAt > now() ? present : { endsAt: now() + windowMs, calls: 0 };
      windows.set(key, window);
      if (window.calls >= most) return Math.ceil((window.endsAt - now()) / 1000);
      window.calls += 1;
      return undefined;
    },
  };
}

/** Too many calls: status 429, with the seconds to wait. */
export class TooManyCalls extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.name = 'TooManyCalls';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
