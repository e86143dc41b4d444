import { type ModelFigures, modelFigures } from '../../admin/model-figures.ts';
import type { Models } from '../../model/models.ts';
import type { AdminQueries } from '../../store/admin/queries.ts';
import { type AdminCommand, say, written } from './command.ts';
import { modelsView, modelTestView } from './views/models-view.ts';

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

export const listModels: AdminCommand = async ({ store, models, now, texts }) =>
  say(modelsView(texts, await readModels(store.admin, models, now())));

/** Costs a little, so it is written down. */
export const testModels: AdminCommand = async (task) => {
  const results = task.models ? await task.models.test(task.signal) : [];
  const answer = say(modelTestView(task.texts, results));
  return task.models ? written(answer, task, { action: 'models.test', subject: null, detail: null }) : answer;
};

/** The providers in the order in which they would be asked now; none when everything is done offline. */
async function readModels(
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
