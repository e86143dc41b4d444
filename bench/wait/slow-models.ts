import { randomFrom } from '../../src/interview/random.ts';
import { createFailover } from '../../src/model/failover.ts';
import type { ModelCall } from '../../src/model/model-call.ts';
import { createModels, type Models } from '../../src/model/models.ts';
import { createProvider } from '../../src/model/provider.ts';
import { createSlowProvider, type SlowProvider } from './slow-provider.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The default of `LLM_SLOW_MS`. */
const SLOW_MS = 30_000;

/** The real failover over as many slow providers, as `src/configure-models.ts` puts it together. */
export function createSlowModels(
  ids: readonly string[],
  seed: string,
  clock: VirtualClock,
  record: (call: ModelCall) => void,
): { models: Models; providers: readonly SlowProvider[] } {
  const { now } = clock;
  const random = randomFrom(`${seed}:failover`);
  let calls = 0;
  const providers = ids.map((id) => createSlowProvider(id, seed, clock));
  const failover = createFailover(
    providers.map((model) =>
      createProvider({ model, price: null, record, now, newId: () => `call-${++calls}` }),
    ),
    { slowMs: SLOW_MS, now, random },
  );
  const noLimit = { dailyTokens: null, accountShare: 1, countTokens: async () => 0, now };
  return { models: createModels(failover, ids, noLimit), providers };
}
