import { quantile } from './statistics.ts';

export type RecordedCall = {
  readonly provider: string;
  readonly latencyMs: number;
  readonly outcome: 'ok' | 'failed' | 'cancelled';
};

export type ModelFigures = {
  readonly calls: number;
  /** Of the calls that went well, in milliseconds. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** Share of the calls that failed, 0–1; one that another provider overtook has not. */
  readonly errorRate: number;
};

export function modelFigures(calls: readonly RecordedCall[]): ModelFigures {
  const latencies = calls.filter(({ outcome }) => outcome === 'ok').map(({ latencyMs }) => latencyMs);
  const failed = calls.filter(({ outcome }) => outcome === 'failed').length;
  return {
    calls: calls.length,
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
    errorRate: calls.length === 0 ? 0 : failed / calls.length,
  };
}
