import type { LanguageModel, ModelReply, ModelRequest } from '../../src/model/language-model.ts';
import { ModelError, type ModelErrorCode } from '../../src/model/model-error.ts';

/** One reply of the script: data, a failure, or silence until the call is cancelled. */
export type ScriptedReply =
  | { readonly value: unknown }
  | { readonly fails: ModelErrorCode; readonly retryAfterMs?: number }
  | { readonly hangs: true };

/** What was asked, with the schema left out: it is code, not data. */
export type RecordedRequest = Omit<ModelRequest<unknown>, 'schema'>;

export type ScriptedModel = LanguageModel & { readonly requests: readonly RecordedRequest[] };

/**
 * A language model that says what it is told to: a list, used up one reply a call, or a function of the request.
 * It throws when the script runs out, so that a call nobody expected fails the test.
 */
export function createScriptedModel(
  replies: readonly ScriptedReply[] | ((request: RecordedRequest) => ScriptedReply | Promise<ScriptedReply>),
  id = 'scripted',
): ScriptedModel {
  const requests: RecordedRequest[] = [];

  async function generate<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelReply<T>> {
    const { schema, ...recorded } = request;
    requests.push(recorded);
    if (signal.aborted) throw cancelled(id);
    const reply = typeof replies === 'function' ? await replies(recorded) : replies[requests.length - 1];
    if (reply === undefined) throw new Error(`The script of ${id} has no reply for call ${requests.length}.`);
    if ('hangs' in reply) return untilAborted(signal, id);
    if ('fails' in reply)
      throw new ModelError(reply.fails, id, `${id}: scripted ${reply.fails}`, {
        retryAfterMs: reply.retryAfterMs ?? null,
      });
    const parsed = schema.safeParse(reply.value);
    if (!parsed.success)
      throw new ModelError('invalid_reply', id, `${id}: does not fit ${request.schemaName}`);
    return {
      value: parsed.data,
      provider: id,
      model: `${id}-1`,
      latencyMs: 1,
      firstByteMs: 1,
      inputTokens: 10,
      outputTokens: 20,
    };
  }

  return { id, requests, generate };
}

function untilAborted(signal: AbortSignal, id: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled(id)), { once: true });
  });
}

function cancelled(id: string): ModelError {
  return new ModelError('aborted', id, `${id}: the call was cancelled`);
}
