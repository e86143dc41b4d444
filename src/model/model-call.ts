import type { ModelPurpose } from './language-model.ts';
import type { ModelErrorCode } from './model-error.ts';

/** One call to one provider, as it is recorded. Nothing of what was asked or answered is in it. */
export type ModelCall = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whose work it was for; erased with the account. */
  readonly accountId: string | null;
  readonly provider: string;
  /** As the provider names it; `null` when the call failed. */
  readonly model: string | null;
  readonly purpose: ModelPurpose;
  readonly promptVersion: string;
  readonly latencyMs: number;
  /** Until the response began; `null` when it never did. */
  readonly firstByteMs: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** In millionths of a US dollar; `null` when no price is configured. */
  readonly costMicros: number | null;
  /** `cancelled`: another provider was faster, or nobody waited any more. */
  readonly outcome: 'ok' | 'failed' | 'cancelled';
  readonly errorCode: ModelErrorCode | null;
};

/** US dollars for a million tokens. */
export type TokenPrice = { readonly input: number; readonly output: number };

/** What tokens cost, in millionths of a US dollar. */
export function costMicros(
  price: TokenPrice | null,
  inputTokens: number | null,
  outputTokens: number | null,
) {
  if (!price || inputTokens === null || outputTokens === null) return null;
  return Math.round(inputTokens * price.input + outputTokens * price.output);
}
