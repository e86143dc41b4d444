import type { Route } from './route.ts';

/** topics/rate-limits.mdx, Global Rate Limit: 50 requests a second. */
const GLOBAL_CALLS = 50;
const GLOBAL_WINDOW_MS = 1_000;

export type RateLimits = {
  /** Counts a request. `retryAfterMs` is set when it must be answered with 429. */
  take(route: Route, params: Readonly<Record<string, string>>): Verdict;
};

export type Verdict = {
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
  readonly scope?: 'user' | 'global';
};

type Bucket = { readonly resetAt: number; used: number };

/** Buckets per route and top-level resource (topics/rate-limits.mdx). @param enforced `false` tells, but never refuses. */
export function createRateLimits(now: () => number, enforced: boolean): RateLimits {
  const buckets = new Map<string, Bucket>();

  const take = (key: string, calls: number, windowMs: number): Bucket & { readonly over: boolean } => {
    const present = buckets.get(key);
    const bucket = present && present.resetAt > now() ? present : { resetAt: now() + windowMs, used: 0 };
    buckets.set(key, bucket);
    const over = enforced && bucket.used >= calls;
    if (!over) bucket.used += 1;
    return { ...bucket, over };
  };

  return {
    take(route, params) {
      if (!route.byToken) {
        const all = take('global', GLOBAL_CALLS, GLOBAL_WINDOW_MS);
        if (all.over) return { headers: {}, retryAfterMs: all.resetAt - now(), scope: 'global' };
      }
      if (!route.limit) return { headers: {} };
      const [calls, windowMs] = route.limit;
      const name = `${route.method} ${route.path}`;
      const major = params['channel'] ?? params['guild'] ?? params['token'] ?? '';
      const bucket = take(`${name} ${major}`, calls, windowMs);
      const resetAfterMs = Math.max(0, bucket.resetAt - now());
      const headers = {
        'x-ratelimit-limit': String(calls),
        'x-ratelimit-remaining': String(Math.max(0, calls - bucket.used)),
        'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': (resetAfterMs / 1000).toFixed(3),
        'x-ratelimit-bucket': Buffer.from(name).toString('hex').slice(0, 32),
      };
      return bucket.over ? { headers, retryAfterMs: resetAfterMs, scope: 'user' } : { headers };
    },
  };
}
