import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/observability/metrics.ts';
import { type Probes, serveProbes } from '../../src/observability/probes.ts';
import { createReadiness } from '../../src/observability/readiness.ts';
import type { JobFigures } from '../../src/store/store.ts';

const NOW = 1_800_000_000_000;

let jobs: readonly JobFigures[] | Error;
let connected: boolean;
let probes: Probes;
let metrics: ReturnType<typeof createMetrics>;

beforeEach(async () => {
  jobs = [];
  connected = true;
  const now = () => NOW;
  const readJobs = async () => {
    if (jobs instanceof Error) throw jobs;
    return jobs;
  };
  metrics = createMetrics(readJobs, now);
  const adapters = [{ platform: 'discord', isConnected: () => connected }];
  const readiness = createReadiness({ adapters, readJobs, now });
  probes = await serveProbes({ port: 0, readiness, metrics, logger: pino({ level: 'silent' }) });
});
afterEach(() => probes.close());

async function get(path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${probes.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
}

describe('/healthz', () => {
  it('is alive, whatever the database says', async () => {
    jobs = new Error('disk full');
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' });
  });
});

describe('/readyz', () => {
  it('is ready', async () => {
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  });
  it('names the platform that is not connected', async () => {
    connected = false;
    expect(await get('/readyz')).toEqual({ status: 503, text: 'Not connected to discord.\n' });
  });
  it('is not ready while messages have been due for more than a minute', async () => {
    jobs = [{ kind: 'send', status: 'due', count: 7, oldestDueAt: NOW - 61_000 }];
    expect((await get('/readyz')).status).toBe(503);
  });
  it('does not mind grades that wait for a model', async () => {
    jobs = [{ kind: 'grade', status: 'due', count: 7, oldestDueAt: NOW - 600_000 }];
    expect((await get('/readyz')).status).toBe(200);
  });
  it('is not ready when the database cannot be read', async () => {
    jobs = new Error('disk full');
    expect((await get('/readyz')).status).toBe(503);
  });
});

describe('/metrics', () => {
  it('counts turns, jobs, refusals and calls to models', async () => {
    metrics.observer.turned('text', 'done', 3);
    metrics.observer.worked('send', 'retried', 40);
    metrics.observer.refused('quota');
    metrics.called({
      id: 'call',
      at: NOW,
      accountId: null,
      provider: 'OpenAI',
      model: null,
      purpose: 'grade_cv',
      promptVersion: 'grade-2',
      latencyMs: 24_000,
      firstByteMs: null,
      inputTokens: 100,
      outputTokens: null,
      costMicros: null,
      outcome: 'failed',
      errorCode: 'timeout',
    });
    const { text } = await get('/metrics');
    expect(text).toContain('cyi_turn_seconds_count{kind="text",ending="done"} 1');
    expect(text).toContain('cyi_job_seconds_count{kind="send",ending="retried"} 1');
    expect(text).toContain('cyi_refusals_total{reason="quota"} 1');
    expect(text).toContain(
      'cyi_model_call_seconds_count{provider="OpenAI",purpose="grade_cv",outcome="failed",error="timeout"} 1',
    );
    expect(text).toContain('cyi_model_tokens_total{provider="OpenAI",direction="in"} 100');
  });
  it('shows stored jobs as they are now, dead letters and lag among them', async () => {
    jobs = [
      { kind: 'send', status: 'failed', count: 2, oldestDueAt: NOW },
      { kind: 'grade', status: 'due', count: 3, oldestDueAt: NOW - 90_000 },
    ];
    const { text } = await get('/metrics');
    expect(text).toContain('cyi_jobs{kind="send",status="failed"} 2');
    expect(text).toContain('cyi_job_lag_seconds{kind="grade"} 90');
    jobs = [];
    expect((await get('/metrics')).text).not.toContain('cyi_jobs{');
  });
});

it.each([
  ['/', 'GET', 404],
  ['/metrics', 'POST', 405],
])('%s by %s is answered with %i', async (path, method, status) => {
  expect((await get(path, method)).status).toBe(status);
});
