import type { Logger } from 'pino';
import type { BotObserver } from '../bot/observer.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { Store } from '../store/store.ts';
import { createMetrics } from './metrics.ts';
import { type Probes, serveProbes } from './probes.ts';
import { createReadiness } from './readiness.ts';

export type Observability = {
  readonly observer: BotObserver;
  readonly called: (call: ModelCall) => void;
  /** Begins to answer; from then on `/readyz` says what these platforms still lack. */
  listen(adapters: readonly ChatAdapter[]): Promise<Probes>;
};

type Parts = {
  readonly port: number;
  readonly store: Store;
  readonly now: () => number;
  readonly logger: Logger;
};

/** Figures and probes over a store, on a port of this machine. */
export function openObservability({ port, store, now, logger }: Parts): Observability {
  const readJobs = () => store.readJobFigures(now());
  const metrics = createMetrics(readJobs, now);
  return {
    observer: metrics.observer,
    called: metrics.called,
    listen: (adapters) =>
      serveProbes({ port, readiness: createReadiness({ adapters, readJobs, now }), metrics, logger }),
  };
}
