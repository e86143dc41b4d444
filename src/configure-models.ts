import { uuidv7 } from 'uuidv7';
import { type Config, type ProviderSettings, primaryName } from './config.ts';
import { createFailover } from './model/failover.ts';
import type { ModelCall } from './model/model-call.ts';
import { type Budget, createModels, type Models } from './model/models.ts';
import { createOpenAiModel } from './model/openai.ts';
import { createProvider } from './model/provider.ts';

/** Of the day's tokens, so that one account cannot use up everybody's. */
const ACCOUNT_SHARE = 0.1;

/** Where calls are written down and their tokens counted. */
export type ModelLedger = Pick<Budget, 'countTokens'> & { readonly record: (call: ModelCall) => void };

/** The language models that the settings name; `null` when there is none.  */
export function configureModels(config: Config, ledger: ModelLedger, now: () => number): Models | null {
  const named = [...primary(config), ...config.LLM_FALLBACKS];
  if (named.length === 0) return null;
  const providers = named.map(({ name, baseURL, apiKey, model }) =>
    createProvider({
      model: createOpenAiModel({
        id: name,
        apiKey,
        model,
        deadlineMs: config.LLM_DEADLINE_MS,
        ...(baseURL && { baseURL }),
      }),
      price: config.LLM_PRICES[name] ?? null,
      record: ledger.record,
      now,
      newId: uuidv7,
    }),
  );
  const failover = createFailover(providers, { slowMs: config.LLM_SLOW_MS, now, random: Math.random });
  return createModels(
    failover,
    named.map(({ name }) => name),
    {
      dailyTokens: config.LLM_DAILY_TOKENS ?? null,
      accountShare: ACCOUNT_SHARE,
      countTokens: ledger.countTokens,
      now,
    },
  );
}

function primary(config: Config): readonly ProviderSettings[] {
  if (!config.OPENAI_API_KEY) return [];
  return [
    {
      name: primaryName(config),
      apiKey: config.OPENAI_API_KEY,
      model: config.OPENAI_MODEL,
      baseURL: config.OPENAI_BASE_URL,
    },
  ];
}
