import { z } from 'zod';
import type { ModelRequest } from './language-model.ts';
import { ModelError, type ModelErrorCode } from './model-error.ts';
import type { Provider } from './provider.ts';

/** What became of one call that was made to see whether a provider works. */
export type TestResult = { readonly id: string } & (
  | { readonly ok: true; readonly model: string; readonly latencyMs: number }
  | { readonly ok: false; readonly code: ModelErrorCode }
);

const REQUEST: ModelRequest<{ readonly ready: boolean }> = {
  purpose: 'test',
  promptVersion: 'test-1',
  system: 'Reply with JSON in which "ready" is true.',
  user: '{}',
  schema: z.object({ ready: z.boolean() }),
  schemaName: 'readiness',
  maxOutputTokens: 500,
};

/** A call with nobody's data in it. It is recorded like any other, and a provider that rests refuses it at once. */
export async function testCall(provider: Provider, signal: AbortSignal): Promise<TestResult> {
  const { id } = provider;
  try {
    const { model, latencyMs } = await provider.call(REQUEST, null, signal);
    return { id, ok: true, model, latencyMs };
  } catch (error) {
    if (!(error instanceof ModelError) || signal.aborted) throw error;
    return { id, ok: false, code: error.code };
  }
}
