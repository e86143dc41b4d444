import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LanguageModel, ModelRequest } from '../../src/model/language-model.ts';
import { ModelError, type ModelErrorCode } from '../../src/model/model-error.ts';
import type { ScriptedReply } from '../fakes/scripted-model.ts';

export type LanguageModelHarness = {
  readonly model: LanguageModel;
  /** The texts that reached the provider, one entry a call, in order. */
  readonly received: () => readonly { readonly system: string; readonly user: string }[];
  /** Resolves once a call has arrived and waits for its reply. */
  readonly arrived: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const schema = z.object({ verdict: z.enum(['met', 'missed']), quote: z.string().nullable() });

export function modelRequest(changes: Partial<ModelRequest<z.infer<typeof schema>>> = {}) {
  return {
    purpose: 'grade_technical' as const,
    promptVersion: 'contract-1',
    system: 'You grade one answer.',
    user: JSON.stringify({ answer: 'A cache keeps copies.' }),
    schema,
    schemaName: 'verdict',
    maxOutputTokens: 200,
    ...changes,
  };
}

export async function failureOf(call: Promise<unknown>): Promise<ModelError> {
  const error = await call.then(
    () => new Error('The call was expected to fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ModelError)) throw error;
  return error;
}

/** What every implementation of `LanguageModel` promises. `create` is given the replies of its provider, one a call. */
export function languageModelContract(
  name: string,
  create: (replies: readonly ScriptedReply[]) => Promise<LanguageModelHarness>,
): void {
  describe(`${name} keeps the contract of a language model`, () => {
    let harness: LanguageModelHarness | null = null;
    const start = async (...replies: ScriptedReply[]) => {
      harness = await create(replies);
      return harness;
    };
    const never = new AbortController().signal;
    beforeEach(() => {
      harness = null;
    });
    afterEach(async () => harness?.close());

    it('gives the reply as data of the wanted shape, with who made it', async () => {
      const { model } = await start({ value: { verdict: 'met', quote: 'keeps copies' } });
      const reply = await model.generate(modelRequest(), never);
      expect(reply.value).toEqual({ verdict: 'met', quote: 'keeps copies' });
      expect(reply.provider).toBe(model.id);
      expect(reply.model).not.toBe('');
      expect(reply.latencyMs).toBeGreaterThanOrEqual(0);
      expect([reply.inputTokens, reply.outputTokens].every((count) => count === null || count >= 0)).toBe(
        true,
      );
    });

    it('sends instructions and data apart, both unchanged', async () => {
      const { model, received } = await start({ value: { verdict: 'missed', quote: null } });
      const request = modelRequest();
      await model.generate(request, never);
      expect(received()).toEqual([{ system: request.system, user: request.user }]);
    });

    it.each<[ModelErrorCode, boolean]>([
      ['refused', false],
      ['truncated', false],
      ['empty_reply', true],
      ['server_error', true],
      ['unauthorised', false],
      ['context_too_long', false],
      ['bad_request', false],
    ])('rejects with %s, retryable: %s', async (code, retryable) => {
      const { model } = await start({ fails: code });
      const error = await failureOf(model.generate(modelRequest(), never));
      expect(error).toMatchObject({ code, retryable, provider: model.id, retryAfterMs: null });
    });

    it('hands on how long a limited provider wants to be left alone', async () => {
      const { model } = await start({ fails: 'rate_limited', retryAfterMs: 7_000 });
      const error = await failureOf(model.generate(modelRequest(), never));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 7_000 });
    });

    it('rejects a reply that never fits the schema', async () => {
      const wrong = { value: { verdict: 'perhaps' } };
      const { model } = await start(wrong, wrong);
      const error = await failureOf(model.generate(modelRequest(), never));
      expect(error).toMatchObject({ code: 'invalid_reply', retryable: true });
    });

    it('does not start a call whose signal is aborted already', async () => {
      const { model } = await start({ value: { verdict: 'met', quote: null } });
      const error = await failureOf(model.generate(modelRequest(), AbortSignal.abort()));
      expect(error).toMatchObject({ code: 'aborted', retryable: false });
    });

    it('stops waiting as soon as the signal is aborted', async () => {
      const { model, arrived } = await start({ hangs: true });
      const controller = new AbortController();
      const failure = failureOf(model.generate(modelRequest(), controller.signal));
      await arrived();
      controller.abort();
      expect((await failure).code).toBe('aborted');
    });

    it('keeps two calls in flight apart', async () => {
      const { model } = await start({ value: { verdict: 'met', quote: null } }, { fails: 'server_error' });
      const results = await Promise.allSettled([
        model.generate(modelRequest(), never),
        model.generate(modelRequest(), never),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
}
