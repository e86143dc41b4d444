import type { createFailover } from './failover.ts';
import type { LanguageModel } from './language-model.ts';
import { ModelError } from './model-error.ts';

export type Budget = {
  /** Tokens in and out that all accounts together may use in a day (UTC); `null` is no limit. */
  readonly dailyTokens: number | null;
  /** The share of it that one account may use, 0–1. */
  readonly accountShare: number;
  /** Tokens used since a moment, of one account or of all. */
  readonly countTokens: (since: number, accountId: string | null) => Promise<number>;
  readonly now: () => number;
};

/** The language models that are configured, as everybody else sees them: one that works for an account. */
export type Models = {
  /** Names of the services that data may be sent to, for the consent text. */
  readonly providers: readonly string[];
  /**
   * For somebody who has agreed to these providers, others are never asked; `null` when there is none. Its calls reject with
   * `budget_exhausted` when the day's tokens are used up.
   */
  forAccount(accountId: string, agreedTo: readonly string[]): LanguageModel | null;
  /** The providers in the order in which they would be asked now, with how they are doing. */
  health: ReturnType<typeof createFailover>['health'];
  /** Calls each provider once. Costs a few tokens and counts for nobody's budget. */
  test: ReturnType<typeof createFailover>['test'];
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Adds a daily budget to the providers. */
export function createModels(
  failover: ReturnType<typeof createFailover>,
  providers: readonly string[],
  budget: Budget,
): Models {
  async function demandBudget(accountId: string): Promise<void> {
    const { dailyTokens, accountShare, countTokens, now } = budget;
    if (dailyTokens === null) return;
    const since = now() - (now() % DAY_MS);
    const used = await countTokens(since, null);
    const own = await countTokens(since, accountId);
    if (used < dailyTokens && own < dailyTokens * accountShare) return;
    throw new ModelError('budget_exhausted', providers.join(', '), 'The tokens of today are used up.');
  }
  const withinBudget = (accountId: string, model: LanguageModel): LanguageModel => ({
    id: model.id,
    async generate(request, signal) {
      await demandBudget(accountId);
      return model.generate(request, signal);
    },
  });

  return {
    providers,
    health: failover.health,
    test: failover.test,
    forAccount(accountId, agreedTo) {
      const names = providers.filter((provider) => agreedTo.includes(provider));
      return names.length === 0 ? null : withinBudget(accountId, failover.forAccount(accountId, names));
    },
  };
}
