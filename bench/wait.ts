import type { ModelCall } from '../src/model/model-call.ts';
import { printResult, printTable } from './support/report.ts';
import { median, percentile, rounded } from './support/statistics.ts';
import { createHuman, type Human } from './wait/human.ts';
import { inBackground } from './wait/in-background.ts';
import { onDemand } from './wait/on-demand.ts';
import { createSlowModels } from './wait/slow-models.ts';
import type { SlowProvider } from './wait/slow-provider.ts';
import { withVirtualClock } from './wait/virtual-clock.ts';
import type { Waits } from './wait/waits.ts';

const USUAL_INTERVIEWS = 600;
/** An interview takes about five and a half minutes: more than fifty at a time. */
const ARRIVES_EVERY_MS = 6_000;
const START = 1_800_000_000_000;
const NOTICED_MS = 2_000;
const BARS = { waitsOver2sShare: 0.01, afterMedian: 1.1, afterP99: 2.2 };

/**
 * `wait [interviews] [seed]`: whole interviews on a virtual clock with providers that take 23–44 s. How often somebody waits for a model
 * before the last answer, and how long after it, in model latencies: with one fallback, with none, and if models were asked on demand.
 */
export async function run([count, wantedSeed]: readonly string[]): Promise<void> {
  const interviews = count === undefined ? USUAL_INTERVIEWS : Number(count);
  const seed = wantedSeed ?? '1';
  const humans = Array.from({ length: interviews }, (_, index) =>
    createHuman(`${seed}:human:${index}`, ARRIVES_EVERY_MS),
  );
  const fallback = await measureInBackground(humans, seed, ['first', 'fallback']);
  const none = await measureInBackground(humans, seed, ['first']);
  const demanded = await measureOnDemand(humans, seed, ['first', 'fallback']);
  printTable([
    { with: 'one fallback', ...fallback },
    { with: 'no fallback', ...none },
    { with: 'one fallback, on demand', ...demanded },
  ]);
  if (Object.entries(BARS).some(([name, bar]) => fallback[name as keyof typeof BARS] > bar)) {
    console.log('A bar is missed.');
    process.exitCode = 1;
  }
  printResult({ interviews, ...fallback, none, onDemand: demanded, seed });
}

async function measureInBackground(humans: readonly Human[], seed: string, ids: readonly string[]) {
  return withVirtualClock(START, async (clock) => {
    let providers: readonly SlowProvider[] = [];
    const waits = await inBackground(humans, seed, clock, (store) => {
      const record = (call: ModelCall) => void store.recordModelCall(call);
      const slow = createSlowModels(ids, seed, clock, record);
      providers = slow.providers;
      return slow.models;
    });
    return figuresOf(waits, providers);
  });
}

async function measureOnDemand(humans: readonly Human[], seed: string, ids: readonly string[]) {
  return withVirtualClock(START, async (clock) => {
    const { models, providers } = createSlowModels(ids, seed, clock, () => undefined);
    return figuresOf(await onDemand(humans, clock, models), providers);
  });
}

function figuresOf(waits: readonly Waits[], providers: readonly SlowProvider[]) {
  const latencyMs = median(providers.flatMap(({ latencies }) => latencies));
  const before = waits.map((interview) => Math.max(...interview.before));
  const after = waits.flatMap(({ completeAfter }) => (completeAfter === null ? [] : [completeAfter]));
  const partial = waits.flatMap(({ partialAfter }) => (partialAfter === null ? [] : [partialAfter]));
  const calls = providers.reduce((sum, provider) => sum + provider.calls(), 0);
  return {
    waitsOver2sShare: rounded(before.filter((wait) => wait > NOTICED_MS).length / waits.length, 4),
    longestWaitSeconds: rounded(Math.max(...before) / 1_000, 2),
    afterMedian: rounded(median(after) / latencyMs, 2),
    afterP99: rounded(percentile(after, 0.99) / latencyMs, 2),
    afterLongest: rounded(Math.max(...after) / latencyMs, 2),
    partialP99Seconds: rounded(percentile(partial, 0.99) / 1_000, 2),
    latencySeconds: rounded(latencyMs / 1_000, 1),
    callsPerInterview: rounded(calls / waits.length, 2),
    cvQuestionsByModel: rounded(
      waits.filter(({ modelMadeCvQuestion }) => modelMadeCvQuestion).length / waits.length,
      2,
    ),
  };
}
