import OpenAI from 'openai';
import type { z } from 'zod';
import { type Completion, contentOf, readCompletion, tokensOf } from './completion.ts';
import { fetchWithReadableErrors } from './error-body.ts';
import type { LanguageModel, ModelReply, ModelRequest } from './language-model.ts';
import { ModelError } from './model-error.ts';
import { toModelError, unsupportedFeature } from './openai-errors.ts';
import { type Dialect, type Repair, toChatCompletion } from './openai-request.ts';
import { parseReply } from './reply-json.ts';
import { toStrictSchema } from './strict-schema.ts';

type OpenAiModelOptions = {
  /** Name of the provider, for records and for the consent text. */
  readonly id: string;
  /** Of any server that speaks the OpenAI API; the real one when absent. */
  readonly baseURL?: string;
  readonly apiKey: string;
  readonly model: string;
  /** For a whole `generate`, from the first byte sent to the last one read, its fallback and repair included. */
  readonly deadlineMs: number;
};

/** A completion, and when its response began, on the clock of `performance.now`. */
type Answered = { readonly completion: Completion; readonly firstByteAt: number };
type Ask = (repair: Repair | null) => Promise<Answered>;

/**
 * A language model behind the OpenAI chat completions API, held to the schema by structured outputs where the server can, and
 * told about it in the prompt where the server cannot or, silently, does not. It asks at most twice for a reply that fits: the
 * second time with what was wrong. No other retries, those belong to the caller.
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  // Every option that the SDK would otherwise read from the environment is given: src/config.ts alone reads it.
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseURL ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: options.deadlineMs,
    fetch: fetchWithReadableErrors,
  });
  const jsonSchemas = new WeakMap<z.ZodType, Record<string, unknown>>();
  let dialect: Dialect = { schema: 'response_format', tokenLimit: 'max_completion_tokens' };

  const jsonSchemaOf = (schema: z.ZodType) => {
    const known = jsonSchemas.get(schema) ?? toStrictSchema(schema);
    jsonSchemas.set(schema, known);
    return known;
  };

  async function ask<T>(
    request: ModelRequest<T>,
    repair: Repair | null,
    signal: AbortSignal,
  ): Promise<Answered> {
    const spoken = dialect;
    const body = toChatCompletion(request, jsonSchemaOf(request.schema), spoken, options.model, repair);
    try {
      const response = await client.chat.completions.create(body, { signal }).asResponse();
      const firstByteAt = performance.now();
      const text = await response.text();
      const completion = readCompletion(text === '' ? null : JSON.parse(text), options.id);
      return { completion, firstByteAt };
    } catch (error) {
      const given = giveUp(spoken, unsupportedFeature(error));
      if (given === null) throw error;
      // On top of what other calls have learnt meanwhile.
      dialect = { ...dialect, ...given };
      return ask(request, repair, signal);
    }
  }

  async function generate<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelReply<T>> {
    const startedAt = performance.now();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), options.deadlineMs);
    const either = AbortSignal.any([signal, deadline.signal]);
    try {
      const distrust = () => {
        if (dialect.schema === 'response_format') dialect = { ...dialect, schema: 'both' };
      };
      const askOnce: Ask = (repair) => ask(request, repair, either);
      const fitted = await askUntilFitting(request, askOnce, distrust, options.id);
      const model = fitted.model ?? options.model;
      const latencyMs = Math.round(performance.now() - startedAt);
      const firstByteMs = Math.round(fitted.firstByteAt - startedAt);
      const { value, inputTokens, outputTokens } = fitted;
      return { value, provider: options.id, model, latencyMs, firstByteMs, inputTokens, outputTokens };
    } catch (error) {
      const stop = { aborted: signal.aborted, deadlinePassed: deadline.signal.aborted };
      throw toModelError(error, options.id, stop, Date.now());
    } finally {
      clearTimeout(timer);
    }
  }

  return { id: options.id, generate };
}

/** `null` when the error is not about a feature, or the dialect does without it already: each can be given up once. */
function giveUp(spoken: Dialect, feature: ReturnType<typeof unsupportedFeature>): Partial<Dialect> | null {
  if (feature === 'response_format' && spoken.schema !== 'prompt') return { schema: 'prompt' };
  if (feature === 'max_completion_tokens' && spoken.tokenLimit === feature)
    return { tokenLimit: 'max_tokens' };
  return null;
}

type Fitted<T> = Pick<ModelReply<T>, 'value' | 'inputTokens' | 'outputTokens'> & {
  readonly model: string | null;
  readonly firstByteAt: number;
};

/** `distrust` is told of a reply that the server should not have let pass. */
async function askUntilFitting<T>(
  request: ModelRequest<T>,
  ask: Ask,
  distrust: () => void,
  provider: string,
): Promise<Fitted<T>> {
  const first = await ask(null);
  const { firstByteAt } = first;
  const reply = contentOf(first.completion, provider);
  const parsed = parseReply(request.schema, reply);
  if (parsed.ok) {
    const { model } = first.completion;
    return { value: parsed.value, model: model ?? null, firstByteAt, ...tokensOf([first.completion]) };
  }
  if (parsed.misshapen) distrust();
  const second = await ask({ reply, problem: parsed.problem });
  const repaired = parseReply(request.schema, contentOf(second.completion, provider));
  if (repaired.ok) {
    const tokens = tokensOf([first.completion, second.completion]);
    return { value: repaired.value, model: second.completion.model ?? null, firstByteAt, ...tokens };
  }
  // The problem names fields and expectations only, but a key of the reply could be anything: it stays out of the message.
  throw new ModelError(
    'invalid_reply',
    provider,
    `${provider}: twice a reply that does not fit ${request.schemaName}`,
  );
}
