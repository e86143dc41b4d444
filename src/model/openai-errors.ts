import { APIConnectionTimeoutError, APIError } from 'openai';
import { ModelError, type ModelErrorCode } from './model-error.ts';

/**
 * The longest wait that we accept from a provider's `Retry-After`, in milliseconds. An hour would outlive the interview;
 * a minute is what other clients accept too (vercel/ai `retry-with-exponential-backoff.ts`), and a retry that comes too
 * early only gets another 429.
 */
const MAX_RETRY_AFTER_MS = 60_000;

/** Which of the two signals that can stop a call has done so. */
type StopState = { readonly aborted: boolean; readonly deadlinePassed: boolean };

/**
 * Turns whatever the SDK threw into a `ModelError`. The message carries status, code and request id only: a provider's
 * own text may repeat the key or what the candidate wrote, so neither it nor the error itself is kept.
 */
export function toModelError(error: unknown, provider: string, stop: StopState, now: number): ModelError {
  if (error instanceof ModelError) return error;
  if (stop.aborted) return new ModelError('aborted', provider, `${provider}: the call was cancelled`);
  if (stop.deadlinePassed || error instanceof APIConnectionTimeoutError)
    return new ModelError('timeout', provider, `${provider}: no complete answer within the deadline`);
  if (error instanceof APIError && error.status !== undefined) return fromStatus(error, provider, now);
  if (error instanceof SyntaxError)
    return new ModelError('invalid_reply', provider, `${provider}: the response body is not JSON`);
  return new ModelError('unreachable', provider, `${provider}: no connection${networkCode(error)}`);
}

function fromStatus(error: APIError, provider: string, now: number): ModelError {
  const code = codeOfError(error.status ?? 0, error);
  const parts = [String(error.status), safeWord(error.code), safeWord(error.type), safeWord(error.requestID)];
  const message = `${provider}: ${code}, HTTP ${parts.filter((part) => part !== '').join(' ')}`;
  const retryAfterMs = error.headers === undefined ? null : readRetryAfter(error.headers, now);
  return new ModelError(code, provider, message, { retryAfterMs });
}

type Said = { readonly code?: unknown; readonly message?: unknown };

/** What an HTTP status, with what the server has said to it, means for us. */
export function codeOfError(status: number, { code, message }: Said): ModelErrorCode {
  // Without credit a key opens as little as a wrong one.
  if (status === 401 || status === 402 || status === 403) return 'unauthorised';
  if (status === 429) return 'rate_limited';
  if (status === 408) return 'timeout';
  if (status === 409 || status >= 500) return 'server_error';
  // Groq, when the model has written something else than the schema wants.
  if (code === 'json_validate_failed') return 'invalid_reply';
  const said = `${code ?? ''} ${message ?? ''}`;
  if (status === 413 || /context.{0,3}(length|window|size)|maximum context|prompt is too long/iu.test(said))
    return 'context_too_long';
  if (/content.{0,3}(policy|filter)/iu.test(said)) return 'refused';
  return 'bad_request';
}

/** `Retry-After` (seconds or an HTTP date) or `retry-after-ms`, between 0 and `MAX_RETRY_AFTER_MS`; `null` when not said. */
function readRetryAfter(headers: Headers, now: number): number | null {
  const milliseconds = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return capped(milliseconds);
  const value = headers.get('retry-after');
  if (value === null) return null;
  if (/^\s*\d+(\.\d+)?\s*$/u.test(value)) return capped(Number(value) * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : capped(date - now);
}

function capped(milliseconds: number): number {
  return Math.round(Math.min(Math.max(milliseconds, 0), MAX_RETRY_AFTER_MS));
}

/** Codes and ids as providers write them; anything else (a sentence, a key) is left out. */
function safeWord(value: string | null | undefined): string {
  return value && /^[a-z0-9_.-]{1,64}$/iu.test(value) && !/^sk-/iu.test(value) ? value : '';
}

function networkCode(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? safeWord(cause.code) : '';
    if (code !== '') return ` (${code})`;
  }
  return '';
}

/** What a server that does not know a parameter of the request answers: which one, or `null` for any other error. */
export function unsupportedFeature(error: unknown): 'response_format' | 'max_completion_tokens' | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  if (error.code === 'json_validate_failed') return null;
  const said = `${error.param ?? ''} ${error.message} ${JSON.stringify(error.error ?? '')}`;
  if (/max_completion_tokens/iu.test(said)) return 'max_completion_tokens';
  // Nothing else in a request has a schema, or a grammar made of it.
  return /response_?format|schema|grammar|structured output/iu.test(said) ? 'response_format' : null;
}
