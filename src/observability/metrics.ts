import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BotObserver } from '../bot/observer.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { JobFigures } from '../store/store.ts';

const TURN_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const JOB_BUCKETS = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 15, 30, 60, 120];

export type Metrics = {
  readonly observer: BotObserver;
  /** A call to a language model has ended. */
  called(call: ModelCall): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
};

/**
 * Figures for Prometheus; all names begin with `cyi_`, durations are in seconds.
 *
 * @param readJobs what is stored and not done, asked for at each scrape
 */
export function createMetrics(readJobs: () => Promise<readonly JobFigures[]>, now: () => number): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'cyi_' });
  const turns = new Histogram({
    name: 'cyi_turn_seconds',
    help: 'From an event until it was stored.',
    labelNames: ['kind', 'ending'],
    buckets: TURN_BUCKETS,
    registers,
  });
  const jobs = new Histogram({
    name: 'cyi_job_seconds',
    help: 'Work on one job.',
    labelNames: ['kind', 'ending'],
    buckets: JOB_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'cyi_refusals_total',
    help: 'What was asked for and not granted.',
    labelNames: ['reason'],
    registers,
  });
  const calls = new Histogram({
    name: 'cyi_model_call_seconds',
    help: 'Calls to language models.',
    labelNames: ['provider', 'purpose', 'outcome', 'error'],
    buckets: JOB_BUCKETS,
    registers,
  });
  const tokens = new Counter({
    name: 'cyi_model_tokens_total',
    help: 'Tokens that language models took in and gave out.',
    labelNames: ['provider', 'direction'],
    registers,
  });
  const showStoredJobs = createJobGauges(registers);

  return {
    observer: {
      turned: (kind, ending, tookMs) => turns.observe({ kind, ending }, tookMs / 1000),
      worked: (kind, ending, tookMs) => jobs.observe({ kind, ending }, tookMs / 1000),
      refused: (reason) => refusals.inc({ reason }),
    },
    called({ provider, purpose, outcome, errorCode, latencyMs, inputTokens, outputTokens }) {
      calls.observe({ provider, purpose, outcome, error: errorCode ?? '' }, latencyMs / 1000);
      tokens.inc({ provider, direction: 'in' }, inputTokens ?? 0);
      tokens.inc({ provider, direction: 'out' }, outputTokens ?? 0);
    },
    contentType: registry.contentType,
    async text() {
      showStoredJobs(await readJobs(), now());
      return registry.metrics();
    },
  };
}

/** Gauges over the job table: how many of each kind there are, and how late the oldest due one is. */
function createJobGauges(registers: Registry[]) {
  const lag = new Gauge({
    name: 'cyi_job_lag_seconds',
    help: 'How long the oldest due job of a kind has been waiting.',
    labelNames: ['kind'],
    registers,
  });
  const stored = new Gauge({
    name: 'cyi_jobs',
    help: 'Jobs that are due, running, or given up (dead letters).',
    labelNames: ['kind', 'status'],
    registers,
  });
  return (figures: readonly JobFigures[], now: number): void => {
    stored.reset();
    lag.reset();
    for (const { kind, status, count, oldestDueAt } of figures) {
      stored.set({ kind, status }, count);
      if (status === 'due') lag.set({ kind }, Math.max(0, now - oldestDueAt) / 1000);
    }
  };
}
