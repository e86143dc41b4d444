import OpenAI from 'openai';
import { z } from 'zod';
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

/** The parts of a completion that are read; servers leave out the rest, or send null. */
const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
});
type Completion = z.infer<typeof completionSchema>;
/** A completion, and when its response began, on the clock of `performance.now`. */
type Answered = { readonly completion: Completion; readonly firstByteAt: number };
type Ask = (repair: Repair | null) => Promise<Answered>;

/**
 * A language model behind the OpenAI chat completions API, held to the schema by structured outputs where the server
 * can. It asks at most twice for a reply that fits: the second time with what was wrong. No other retries, those belong
 * to the caller.
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
  });
  const jsonSchemas = new WeakMap<z.ZodType, Record<string, unknown>>();
  let dialect: Dialect = { schema: true, tokenLimit: 'max_completion_tokens' };

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
      const fitted = await askUntilFitting(request, (repair) => ask(request, repair, either), options.id);
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
  if (feature === 'response_format' && spoken.schema) return { schema: false };
  if (feature === 'max_completion_tokens' && spoken.tokenLimit === feature)
    return { tokenLimit: 'max_tokens' };
  return null;
}

type Fitted<T> = Pick<ModelReply<T>, 'value' | 'inputTokens' | 'outputTokens'> & {
  readonly model: string | null;
  readonly firstByteAt: number;
};

async function askUntilFitting<T>(request: ModelRequest<T>, ask: Ask, provider: string): Promise<Fitted<T>> {
  const first = await ask(null);
  const { firstByteAt } = first;
  const reply = contentOf(first.completion, provider);
  const parsed = parseReply(request.schema, reply);
  if (parsed.ok) {
    const { model } = first.completion;
    return { value: parsed.value, model: model ?? null, firstByteAt, ...tokensOf([first.completion]) };
  }
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

function readCompletion(body: unknown, provider: string): Completion {
  if (body === undefined || body === null)
    throw new ModelError('empty_reply', provider, `${provider}: empty body`);
  const parsed = completionSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ModelError('invalid_reply', provider, `${provider}: the response is not a chat completion`);
}

function contentOf(completion: Completion, provider: string): string {
  const choice = completion.choices?.[0];
  if (choice === undefined) throw new ModelError('empty_reply', provider, `${provider}: no choices`);
  if (choice.message.refusal || choice.finish_reason === 'content_filter')
    throw new ModelError('refused', provider, `${provider}: the model refused`);
  if (choice.finish_reason === 'length')
    throw new ModelError('truncated', provider, `${provider}: the reply was cut off at its token limit`);
  const content = choice.message.content?.trim() ?? '';
  if (content === '') throw new ModelError('empty_reply', provider, `${provider}: a reply without content`);
  return content;
}

/** Tokens of all attempts together; `null` when one of them did not say. */
function tokensOf(completions: readonly Completion[]) {
  const sum = (counts: readonly (number | null | undefined)[]) =>
    counts.reduce<number | null>(
      (total, count) => (total === null || count == null ? null : total + count),
      0,
    );
  return {
    inputTokens: sum(completions.map(({ usage }) => usage?.prompt_tokens)),
    outputTokens: sum(completions.map(({ usage }) => usage?.completion_tokens)),
  };
}
