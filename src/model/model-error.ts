export type ModelErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'aborted'
  | 'rate_limited'
  | 'server_error'
  | 'unauthorised'
  | 'bad_request'
  | 'context_too_long'
  | 'refused'
  | 'truncated'
  | 'empty_reply'
  | 'invalid_reply'
  /** Our own limit, not the provider's. */
  | 'budget_exhausted';

const RETRYABLE: readonly ModelErrorCode[] = [
  'unreachable',
  'timeout',
  'rate_limited',
  'server_error',
  'empty_reply',
  'invalid_reply',
];

/** Somebody who says "at once" would be asked without end. */
const LEAST_RETRY_AFTER_MS = 1_000;

/** A call to a language model that gave nothing usable. Whether asking again may help is data, not a guess from a message. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly provider: string;
  readonly retryable: boolean;
  /** What the provider asked us to wait, in milliseconds, if it said; a second at least. */
  readonly retryAfterMs: number | null;
  constructor(
    code: ModelErrorCode,
    provider: string,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number | null } = {},
  ) {
    super(message, options);
    this.name = 'ModelError';
    this.code = code;
    this.provider = provider;
    this.retryable = RETRYABLE.includes(code);
    const asked = options.retryAfterMs ?? null;
    this.retryAfterMs = asked === null ? null : Math.max(LEAST_RETRY_AFTER_MS, asked);
  }
}
