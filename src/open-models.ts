import type { Config } from './config.ts';
import type { ModelLedger } from './configure-models.ts';
import type { Models } from './model/models.ts';

/** Nothing of a provider is loaded when none is configured: its SDK would take a sixth of the start. */
export async function openModels(
  config: Config,
  ledger: ModelLedger,
  now: () => number,
): Promise<Models | null> {
  if (!config.OPENAI_API_KEY && config.LLM_FALLBACKS.length === 0) return null;
  const { configureModels } = await import('./configure-models.ts');
  return configureModels(config, ledger, now);
}
