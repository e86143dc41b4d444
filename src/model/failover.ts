import type { LanguageModel, ModelReply, ModelRequest } from './language-model.ts';
import { ModelError } from './model-error.ts';
import type { Provider } from './provider.ts';
import { type TestResult, testCall } from './test-call.ts';

export type FailoverOptions = {
  /** A provider whose p95 passes this is asked later, while another's is lower; a call that takes longer has the next one asked too. */
  readonly slowMs: number;
  readonly now: () => number;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
};

/** For a whole call, over all providers and attempts: time for one that hangs and for a slow one after it. */
const CALL_DEADLINE_MS = 90_000;
/** Nobody is overtaken before this, however fast it usually is. */
const LEAST_PATIENCE_MS = 8_000;
/** How often all providers are gone through. */
const MAX_ROUNDS = 3;
const FIRST_BACKOFF_MS = 1_000;
/** Who has to wait longer than this is better told at once, and the call made again later. */
const LONGEST_PAUSE_MS = 8_000;
/** A demoted provider leads a call this often, to see whether it has recovered. */
const PROBE_EVERY_MS = 60_000;

/**
 * Several providers as one: the first good answer wins and the others are cancelled. The next one is asked when one fails, or
 * takes longer than its own recent p95. When all have failed, those that may recover are asked again after a pause.
 */
export function createFailover(providers: readonly Provider[], options: FailoverOptions) {
  const order = createOrder(providers, options);
  return {
    /** The providers as they would be asked now, with figures. */
    health: () =>
      order().map((provider) => ({ id: provider.id, breaker: provider.breaker(), ...provider.figures() })),
    /** One call to each provider, to see whether it works. */
    test: (signal: AbortSignal): Promise<readonly TestResult[]> =>
      Promise.all(providers.map((provider) => testCall(provider, signal))),
    /** A language model that works for one account, by the providers of these names. */
    forAccount: (accountId: string | null, names: readonly string[]): LanguageModel => ({
      id: names.join(', '),
      generate: (request, signal) => {
        const asked = order().filter(({ id }) => names.includes(id));
        return generate(asked, request, accountId, signal, options);
      },
    }),
  };
}

async function generate<T>(
  providers: readonly Provider[],
  request: ModelRequest<T>,
  accountId: string | null,
  signal: AbortSignal,
  { slowMs, now, random }: FailoverOptions,
): Promise<ModelReply<T>> {
  const endsAt = now() + CALL_DEADLINE_MS;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), CALL_DEADLINE_MS);
  const either = AbortSignal.any([signal, deadline.signal]);
  try {
    let candidates = providers;
    for (let round = 1; ; round++) {
      const startedAt = now();
      const result = await race(candidates, request, accountId, either, slowMs);
      if ('reply' in result) return result.reply;
      const error = worthReporting(result.failures, providers, signal);
      candidates = candidates.filter(({ id }) =>
        result.failures.some((one) => one.provider === id && one.retryable),
      );
      if (candidates.length === 0 || round === MAX_ROUNDS || either.aborted) throw error;
      const waitMs = backoffMs(round, result.failures, random);
      const wouldEndAt = now() + waitMs + (now() - startedAt);
      if (waitMs > LONGEST_PAUSE_MS || wouldEndAt > endsAt) throw error;
      await pause(waitMs, either);
    }
  } finally {
    clearTimeout(timer);
  }
}

type RaceResult<T> = { readonly reply: ModelReply<T> } | { readonly failures: readonly ModelError[] };

/** Asks one after another until one answers well: the next when one fails, or when the one before has taken too long. */
function race<T>(
  providers: readonly Provider[],
  request: ModelRequest<T>,
  accountId: string | null,
  signal: AbortSignal,
  slowMs: number,
): Promise<RaceResult<T>> {
  const losers = new AbortController();
  const each = AbortSignal.any([signal, losers.signal]);
  const waiting = [...providers];
  const failures: ModelError[] = [];
  let running = 0;
  let patience: NodeJS.Timeout | undefined;

  return new Promise((resolve, reject) => {
    const finish = (result: RaceResult<T>) => {
      clearTimeout(patience);
      losers.abort();
      resolve(result);
    };
    const askNext = () => {
      clearTimeout(patience);
      const provider = waiting.shift();
      if (!provider) return;
      running += 1;
      patience = setTimeout(askNext, patienceWith(provider, slowMs));
      provider.call(request, accountId, each).then(
        (reply) => finish({ reply }),
        (error: unknown) => {
          running -= 1;
          if (!(error instanceof ModelError)) {
            clearTimeout(patience);
            losers.abort();
            reject(error);
            return;
          }
          failures.push(error);
          if (waiting.length > 0 && !signal.aborted) askNext();
          else if (running === 0) finish({ failures });
        },
      );
    };
    askNext();
  });
}

/** A provider's own p95, within bounds: one that hung lately, or is always slow, would otherwise be waited for until it is too late. */
function patienceWith(provider: Provider, slowMs: number): number {
  return Math.max(LEAST_PATIENCE_MS, Math.min(provider.figures().p95Ms ?? 0, slowMs));
}

/**
 * Healthy providers as configured, then those that have become slow; now and then a slow one leads, to be tried again. One
 * whose breaker is open keeps its place: it refuses at once, which costs nothing, until the breaker lets a probe through.
 */
function createOrder(providers: readonly Provider[], { slowMs, now }: FailoverOptions) {
  let probedAt = Number.NEGATIVE_INFINITY;
  return (): readonly Provider[] => {
    const p95 = (provider: Provider) => provider.figures().p95Ms ?? 0;
    const isDemoted = (provider: Provider) =>
      p95(provider) > slowMs && providers.some((other) => other !== provider && p95(other) < p95(provider));
    const demoted = providers.filter(isDemoted);
    const healthy = providers.filter((provider) => !isDemoted(provider));
    if (demoted.length > 0 && now() - probedAt >= PROBE_EVERY_MS) {
      probedAt = now();
      return [...demoted.slice(0, 1), ...healthy, ...demoted.slice(1)];
    }
    return [...healthy, ...demoted];
  };
}

function worthReporting(
  failures: readonly ModelError[],
  providers: readonly Provider[],
  signal: AbortSignal,
): ModelError {
  const name = providers.map(({ id }) => id).join(', ');
  if (signal.aborted) return new ModelError('aborted', name, `${name}: the call was cancelled`);
  const failure =
    failures.find(({ retryable }) => retryable) ??
    failures.find(({ code }) => code === 'aborted') ??
    failures[0];
  // Cancelled, but not by who asked: the deadline of the whole call has passed.
  if (failure?.code === 'aborted')
    return new ModelError('timeout', name, `${name}: no complete answer within the deadline`);
  return failure ?? new ModelError('unreachable', name, `${name}: nobody to ask`);
}

/** Longer each round, half of it left to chance; longer still when every provider asked for it. */
function backoffMs(round: number, failures: readonly ModelError[], random: () => number): number {
  const full = FIRST_BACKOFF_MS * 2 ** (round - 1);
  const asked = Math.min(
    ...failures.filter(({ retryable }) => retryable).map(({ retryAfterMs }) => retryAfterMs ?? 0),
  );
  return Math.max(asked, full / 2 + (random() * full) / 2);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}
