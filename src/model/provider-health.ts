/** How a provider has been doing lately. */
export type ProviderFigures = {
  /** How many calls the figures rest on. */
  readonly calls: number;
  /** Milliseconds; `null` without enough calls. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** Share of calls that failed, 0–1. */
  readonly errorRate: number;
};

type Sample = { readonly at: number; readonly latencyMs: number; readonly failed: boolean };

/** The last calls that figures are made of, as long as they are no older than this. */
const WINDOW_CALLS = 20;
const WINDOW_MS = 10 * 60_000;
/** Fewer calls than this say nothing about a p95. */
const ENOUGH_CALLS = 5;

/** Remembers a provider's last calls. */
export function createHealthWindow(now: () => number) {
  let samples: readonly Sample[] = [];
  return {
    /** A cancelled call counts with the time it had taken so far: it was at least that slow. */
    add(latencyMs: number, failed: boolean): void {
      samples = [...samples, { at: now(), latencyMs, failed }].slice(-WINDOW_CALLS);
    },
    figures(): ProviderFigures {
      const recent = samples.filter(({ at }) => at > now() - WINDOW_MS);
      const latencies = recent.filter(({ failed }) => !failed).map(({ latencyMs }) => latencyMs);
      const failures = recent.filter(({ failed }) => failed).length;
      return {
        calls: recent.length,
        p50Ms: quantile(latencies, 0.5),
        p95Ms: quantile(latencies, 0.95),
        errorRate: recent.length === 0 ? 0 : failures / recent.length,
      };
    },
  };
}

/** Nearest rank; `null` without enough values. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length < ENOUGH_CALLS) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
