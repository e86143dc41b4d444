import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { LanguageModel, ModelReply, ModelRequest } from './language-model.ts';
import { costMicros, type ModelCall, type TokenPrice } from './model-call.ts';
import { ModelError, type ModelErrorCode } from './model-error.ts';
import { createHealthWindow, type ProviderFigures } from './provider-health.ts';

/** A provider that is watched: every call recorded, a breaker that keeps calls from it while it is broken. */
export type Provider = {
  readonly id: string;
  /** Rejects with `ModelError`; at once, with `unreachable`, while the breaker is open. */
  call<T>(request: ModelRequest<T>, accountId: string | null, signal: AbortSignal): Promise<ModelReply<T>>;
  figures(): ProviderFigures;
  breaker(): 'closed' | 'open' | 'half_open';
};

type Parts = {
  readonly model: LanguageModel;
  readonly price: TokenPrice | null;
  readonly record: (call: ModelCall) => void;
  readonly now: () => number;
  readonly newId: () => string;
};

const FAILURES_UNTIL_OPEN = 5;
const PROBE_AFTER_MS = 30_000;
/** Failures that say something about the provider, not about one request. */
const PROVIDER_FAILURES: readonly ModelErrorCode[] = [
  'unreachable',
  'timeout',
  'rate_limited',
  'server_error',
  'unauthorised',
  'empty_reply',
];

export function createProvider({ model, price, record, now, newId }: Parts): Provider {
  const health = createHealthWindow(now);
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ModelError && PROVIDER_FAILURES.includes(error.code)),
    { halfOpenAfter: PROBE_AFTER_MS, breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN) },
  );

  async function observed<T>(
    request: ModelRequest<T>,
    accountId: string | null,
    signal: AbortSignal,
  ): Promise<ModelReply<T>> {
    const startedAt = now();
    const finish = (result: Pick<ModelCall, 'outcome' | 'errorCode'>, reply: ModelReply<T> | null) => {
      const latencyMs = now() - startedAt;
      health.add(latencyMs, result.outcome === 'failed');
      record({
        ...result,
        id: newId(),
        at: startedAt,
        accountId,
        provider: model.id,
        model: reply?.model ?? null,
        purpose: request.purpose,
        promptVersion: request.promptVersion,
        latencyMs,
        firstByteMs: reply?.firstByteMs ?? null,
        inputTokens: reply?.inputTokens ?? null,
        outputTokens: reply?.outputTokens ?? null,
        costMicros: reply && costMicros(price, reply.inputTokens, reply.outputTokens),
      });
    };
    try {
      const reply = await model.generate(request, signal);
      finish({ outcome: 'ok', errorCode: null }, reply);
      return reply;
    } catch (error) {
      const code = error instanceof ModelError ? error.code : 'invalid_reply';
      finish({ outcome: code === 'aborted' ? 'cancelled' : 'failed', errorCode: code }, null);
      throw error;
    }
  }

  return {
    id: model.id,
    async call(request, accountId, signal) {
      try {
        return await breaker.execute(() => observed(request, accountId, signal));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new ModelError('unreachable', model.id, `${model.id}: resting after repeated failures`, {
          retryAfterMs: PROBE_AFTER_MS,
        });
      }
    },
    figures: () => health.figures(),
    breaker: () => {
      if (breaker.state === CircuitState.Closed) return 'closed';
      return breaker.state === CircuitState.HalfOpen ? 'half_open' : 'open';
    },
  };
}
