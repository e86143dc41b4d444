import type { z } from 'zod';

/** What a call is for; every call is recorded under it. */
export type ModelPurpose = 'grade_technical' | 'grade_behavioural' | 'grade_cv' | 'cv_questions' | 'test';

export type ModelRequest<T> = {
  readonly purpose: ModelPurpose;
  readonly promptVersion: string;
  /** Instructions only. Nothing that a user wrote ever stands here. */
  readonly system: string;
  /** Data, as JSON, including everything that is untrusted. */
  readonly user: string;
  /** Shape of the reply, an object whose keys are all required; the provider is held to it where it can be, and it is parsed in any case. */
  readonly schema: z.ZodType<T>;
  readonly schemaName: string;
  readonly maxOutputTokens: number;
};

export type ModelReply<T> = {
  readonly value: T;
  readonly provider: string;
  readonly model: string;
  readonly latencyMs: number;
  /** Until the response began, in milliseconds; `null` when the provider cannot tell. */
  readonly firstByteMs: number | null;
  /** `null` when the provider did not say. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
};

/** Somebody who answers a prompt with data of a given shape. */
export interface LanguageModel {
  /** Name of the provider, for records and for the consent text. */
  readonly id: string;
  /**
   * Rejects with `ModelError`; stops as soon as `signal` is aborted, body included. Asks once more when the reply does
   * not fit the schema, and never retries anything else.
   */
  generate<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelReply<T>>;
}
