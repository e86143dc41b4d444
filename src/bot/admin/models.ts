import { type ModelFigures, modelFigures } from '../../admin/model-figures.ts';
import type { Models } from '../../model/models.ts';
import type { AdminQueries } from '../../store/admin/queries.ts';

export type ProviderState = {
  readonly id: string;
  readonly breaker: 'closed' | 'half_open' | 'open';
  /** Of this process, lately. */
  readonly here: ModelFigures;
  /** Of all processes, in a day. */
  readonly day: ModelFigures;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** The newest calls of the day are enough for a p95. */
const MOST_CALLS = 2_000;

/** The providers in the order in which they would be asked now; none when everything is done offline. */
export async function readModels(
  queries: AdminQueries,
  models: Models | null,
  now: number,
): Promise<readonly ProviderState[]> {
  if (!models) return [];
  const recorded = await queries.readRecordedCalls(now - DAY_MS, MOST_CALLS);
  return models.health().map(({ id, breaker, ...here }) => ({
    id,
    breaker,
    here,
    day: modelFigures(recorded.filter(({ provider }) => provider === id)),
  }));
}

export async function testModels(models: Models | null, signal: AbortSignal) {
  return models ? models.test(signal) : [];
}
