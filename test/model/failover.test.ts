import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createFailover } from '../../src/model/failover.ts';
import type { LanguageModel, ModelRequest } from '../../src/model/language-model.ts';
import type { ModelCall } from '../../src/model/model-call.ts';
import { ModelError, type ModelErrorCode } from '../../src/model/model-error.ts';
import { createModels } from '../../src/model/models.ts';
import { createProvider } from '../../src/model/provider.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

const REQUEST: ModelRequest<{ ok: boolean }> = {
  purpose: 'grade_technical',
  promptVersion: 'technical-1',
  system: 'Grade.',
  user: '{}',
  schema: z.object({ ok: z.boolean() }),
  schemaName: 'grade',
  maxOutputTokens: 100,
};

/** After `afterMs` an answer, or a failure where one is named. */
type Act = { readonly afterMs: number; readonly fails?: ModelErrorCode; readonly retryAfterMs?: number };

/** A provider that does what its script says, the last act again and again. */
function scripted(id: string, ...acts: readonly Act[]) {
  const calls: { readonly at: number; cancelled: boolean }[] = [];
  const model: LanguageModel = {
    id,
    generate: (request, signal) =>
      new Promise((resolve, reject) => {
        const call = { at: Date.now(), cancelled: false };
        calls.push(call);
        const act = acts[calls.length - 1] ?? acts.at(-1) ?? { afterMs: 0 };
        const timer = setTimeout(() => {
          if (act.fails) {
            reject(new ModelError(act.fails, id, act.fails, { retryAfterMs: act.retryAfterMs ?? null }));
            return;
          }
          const latencyMs = act.afterMs;
          const value = request.schema.parse({ ok: true });
          const tokens = { inputTokens: 1000, outputTokens: 500 };
          resolve({ value, provider: id, model: `${id}-1`, latencyMs, firstByteMs: 1, ...tokens });
        }, act.afterMs);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          call.cancelled = true;
          reject(new ModelError('aborted', id, 'cancelled'));
        });
      }),
  };
  return { model, calls };
}

function setUp(...models: readonly LanguageModel[]) {
  const recorded: ModelCall[] = [];
  let ids = 0;
  const providers = models.map((model) =>
    createProvider({
      model,
      price: model.id === 'priced' ? { input: 0.25, output: 2 } : null,
      record: (call) => recorded.push(call),
      now: Date.now,
      newId: () => `call-${++ids}`,
    }),
  );
  const failover = createFailover(providers, { slowMs: 30_000, now: Date.now, random: () => 1 });
  const startedAt = Date.now();
  /** One call, and how it ended after how long. */
  const ask = async (signal = new AbortController().signal) => {
    const at = Date.now();
    const ending = failover
      .forAccount(
        'account-1',
        models.map(({ id }) => id),
      )
      .generate(REQUEST, signal)
      .then(
        ({ provider }) => ({ by: provider, afterMs: Date.now() - at }),
        (error: ModelError) => ({ error: error.code, retryable: error.retryable, afterMs: Date.now() - at }),
      );
    let ended = false;
    void ending.finally(() => {
      ended = true;
    });
    while (!ended) await vi.advanceTimersByTimeAsync(100);
    return ending;
  };
  const askTimes = async (count: number) => {
    for (let time = 0; time < count; time++) await ask();
  };
  return { failover, recorded, ask, askTimes, startedAt };
}

const round = (result: { afterMs: number }) => ({ ...result, afterMs: Math.round(result.afterMs / 1000) });

describe('several providers as one', () => {
  it('asks the first and leaves the others alone while it is well', async () => {
    const [a, b] = [scripted('a', { afterMs: 3000 }), scripted('b', { afterMs: 10 })];
    const { ask } = setUp(a.model, b.model);
    expect(round(await ask())).toEqual({ by: 'a', afterMs: 3 });
    expect(b.calls).toHaveLength(0);
  });

  it.each([
    'rate_limited',
    'server_error',
    'unreachable',
    'refused',
    'invalid_reply',
    'unauthorised',
  ] as const)('asks the next at once when one fails: %s', async (fails) => {
    const [a, b] = [scripted('a', { afterMs: 500, fails }), scripted('b', { afterMs: 1000 })];
    const { ask } = setUp(a.model, b.model);
    expect(round(await ask())).toMatchObject({ by: 'b', afterMs: 2 });
  });

  it('overtakes one that takes longer than eight seconds and cancels the loser', async () => {
    const [a, b] = [scripted('a', { afterMs: 44_000 }), scripted('b', { afterMs: 2000 })];
    const { ask, recorded } = setUp(a.model, b.model);
    expect(round(await ask())).toEqual({ by: 'b', afterMs: 10 });
    expect(a.calls[0]?.cancelled).toBe(true);
    expect(recorded.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ['b', 'ok'],
      ['a', 'cancelled'],
    ]);
  });

  it('waits longer for one that is usually slower than that', async () => {
    const [a, b] = [
      scripted('a', { afterMs: 14_000 }, { afterMs: 12_000 }),
      scripted('b', { afterMs: 60_000 }),
    ];
    const { ask, askTimes } = setUp(a.model, b.model);
    await askTimes(5);
    const before = b.calls.length;
    expect(round(await ask())).toMatchObject({ by: 'a', afterMs: 12 });
    expect(b.calls).toHaveLength(before);
  });

  it('takes the first good answer, also when the overtaken one is faster after all', async () => {
    const [a, b] = [scripted('a', { afterMs: 9000 }), scripted('b', { afterMs: 5000 })];
    const { ask } = setUp(a.model, b.model);
    expect(round(await ask())).toEqual({ by: 'a', afterMs: 9 });
    expect(b.calls[0]?.cancelled).toBe(true);
  });

  it('asks all again after a pause when all have failed', async () => {
    const [a, b] = [
      scripted('a', { afterMs: 100, fails: 'server_error' }, { afterMs: 100 }),
      scripted('b', { afterMs: 100, fails: 'server_error' }),
    ];
    const { ask } = setUp(a.model, b.model);
    expect(round(await ask())).toMatchObject({ by: 'a', afterMs: 1 });
    expect(a.calls).toHaveLength(2);
  });

  it('waits as long as the only provider asks before it tries again', async () => {
    const a = scripted('a', { afterMs: 0, fails: 'rate_limited', retryAfterMs: 7000 }, { afterMs: 0 });
    const { ask } = setUp(a.model);
    expect(round(await ask())).toEqual({ by: 'a', afterMs: 7 });
  });

  it('waits for one that hangs no longer than for a slow one, however slow it has been', async () => {
    const slow: Act[] = Array(10).fill({ afterMs: 40_000 });
    const a = scripted('a', ...slow, { afterMs: 3_600_000 });
    const b = scripted('b', { afterMs: 44_000 });
    const { ask, askTimes } = setUp(a.model, b.model);
    await askTimes(10);
    expect(round(await ask())).toEqual({ by: 'b', afterMs: 74 });
    expect(a.calls.at(-1)?.cancelled).toBe(true);
  });

  it('gives up within a minute and a half, whatever the providers do, and calls that a timeout', async () => {
    const { ask } = setUp(
      scripted('a', { afterMs: 3_600_000 }).model,
      scripted('b', { afterMs: 3_600_000 }).model,
    );
    const result = await ask();
    expect(result).toMatchObject({ error: 'timeout', retryable: true });
    expect(result.afterMs).toBeLessThanOrEqual(90_100);
  });

  it('does not begin again what would take longer than is left', async () => {
    const a = scripted('a', { afterMs: 60_000, fails: 'timeout' });
    const { ask } = setUp(a.model);
    expect(round(await ask())).toMatchObject({ error: 'timeout', afterMs: 60 });
    expect(a.calls).toHaveLength(1);
  });

  it('does not ask again for what asking again cannot mend', async () => {
    const a = scripted('a', { afterMs: 10, fails: 'refused' });
    const { ask } = setUp(a.model);
    expect(await ask()).toMatchObject({ error: 'refused', retryable: false });
    expect(a.calls).toHaveLength(1);
  });

  it('stops at once when nobody waits any more', async () => {
    const a = scripted('a', { afterMs: 30_000 });
    const { failover } = setUp(a.model);
    const controller = new AbortController();
    const call = failover.forAccount('account-1', ['a']).generate(REQUEST, controller.signal);
    const failure = expect(call).rejects.toMatchObject({ code: 'aborted' });
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    await failure;
    expect(a.calls[0]?.cancelled).toBe(true);
  });
});

describe('a broken provider', () => {
  it('is left alone after five failures and probed after thirty seconds', async () => {
    const a = scripted('a', ...Array(5).fill({ afterMs: 10, fails: 'server_error' }), { afterMs: 10 });
    const b = scripted('b', { afterMs: 10 });
    const { ask, askTimes, failover } = setUp(a.model, b.model);
    await askTimes(5);
    expect(failover.health().find(({ id }) => id === 'a')?.breaker).toBe('open');
    await askTimes(5);
    expect(a.calls).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await ask()).toMatchObject({ by: 'a' });
    expect(failover.health().find(({ id }) => id === 'a')?.breaker).toBe('closed');
  });

  it('is not called broken for what one request did wrong', async () => {
    const a = scripted('a', { afterMs: 10, fails: 'context_too_long' });
    const { askTimes, failover } = setUp(a.model, scripted('b', { afterMs: 10 }).model);
    await askTimes(10);
    expect(failover.health()[0]).toMatchObject({ id: 'a', breaker: 'closed' });
    expect(a.calls).toHaveLength(10);
  });
});

describe('a slow provider', () => {
  it('is asked later while a faster one is there, tried again by probes, and leads again when it has recovered', async () => {
    const slow: Act[] = Array(6).fill({ afterMs: 40_000 });
    const a = scripted('a', ...slow, { afterMs: 1000 });
    const b = scripted('b', { afterMs: 33_000 });
    const { ask, askTimes, failover } = setUp(a.model, b.model);
    await askTimes(6);
    const order = () => failover.health().map(({ id }) => id);
    expect(order()).toContain('b');
    await vi.advanceTimersByTimeAsync(61_000);
    const probe = await ask();
    expect(probe).toMatchObject({ by: 'a' });
    await vi.advanceTimersByTimeAsync(11 * 60_000);
    expect(order()).toEqual(['a', 'b']);
  });

  it('keeps its place when nobody is faster', async () => {
    const { askTimes, failover } = setUp(scripted('a', { afterMs: 40_000 }).model);
    await askTimes(6);
    expect(failover.health().map(({ id }) => id)).toEqual(['a']);
  });
});

describe('what is recorded', () => {
  it('every call with tokens, cost and outcome, and nothing of what was said', async () => {
    const { ask, recorded, startedAt } = setUp(scripted('priced', { afterMs: 2000 }).model);
    await ask();
    expect(recorded).toEqual([
      {
        id: 'call-1',
        at: startedAt,
        accountId: 'account-1',
        provider: 'priced',
        model: 'priced-1',
        purpose: 'grade_technical',
        promptVersion: 'technical-1',
        latencyMs: 2000,
        firstByteMs: 1,
        inputTokens: 1000,
        outputTokens: 500,
        costMicros: 1250,
        outcome: 'ok',
        errorCode: null,
      },
    ]);
  });

  it('gives p50, p95 and error rate of the last calls', async () => {
    const acts: Act[] = [1000, 2000, 3000, 4000, 5000].map((afterMs) => ({ afterMs }));
    const { askTimes, failover } = setUp(scripted('a', ...acts, { afterMs: 10, fails: 'refused' }).model);
    await askTimes(6);
    expect(failover.health()[0]).toMatchObject({ calls: 6, p50Ms: 3000, p95Ms: 5000, errorRate: 1 / 6 });
  });
});

describe('the budget of a day', () => {
  const withBudget = (used: { all: number; own: number }) => {
    const a = scripted('a', { afterMs: 0 });
    const { failover } = setUp(a.model);
    const asked: number[] = [];
    const models = createModels(failover, ['a'], {
      dailyTokens: 1000,
      accountShare: 0.1,
      countTokens: async (since, accountId) => {
        asked.push(since);
        return accountId === null ? used.all : used.own;
      },
      now: Date.now,
    });
    const model = models.forAccount('account-1', ['a']);
    if (!model) throw new Error('There is a model.');
    const call = model.generate(REQUEST, new AbortController().signal);
    call.catch(() => {});
    return { call, a, asked };
  };

  it.each([
    [{ all: 1000, own: 0 }, 'all accounts together'],
    [{ all: 500, own: 100 }, 'one account'],
  ])('refuses before anything is sent when it is used up: %j (%s)', async (used) => {
    const { call, a } = withBudget(used);
    await expect(call).rejects.toMatchObject({ code: 'budget_exhausted', retryable: false });
    expect(a.calls).toHaveLength(0);
  });

  it('lets calls through below it, counting from midnight UTC', async () => {
    const { call, asked } = withBudget({ all: 999, own: 99 });
    await vi.advanceTimersByTimeAsync(100);
    expect(await call).toMatchObject({ provider: 'a' });
    expect(asked.every((since) => since % 86_400_000 === 0)).toBe(true);
  });
});
