import { z } from 'zod';
import { errorIn } from './error-body.ts';
import { ModelError } from './model-error.ts';
import { codeOfError } from './openai-errors.ts';

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
export type Completion = z.infer<typeof completionSchema>;

/** Why a reply ended too early, in the words of OpenAI and of those that pass on another API's. */
const ENDED_BY_LIMIT = /^(length|max_?(output_?)?tokens|model_length)$/iu;
const ENDED_BY_FILTER = /filter|safety|refus|prohibited|blocklist|recitation|spii/iu;
const ENDED_BY_ERROR = /error|abort|insufficient/iu;

/** @throws ModelError when the body is not a completion, or reports an error in place of one */
export function readCompletion(body: unknown, provider: string): Completion {
  if (body === undefined || body === null)
    throw new ModelError('empty_reply', provider, `${provider}: empty body`);
  const parsed = completionSchema.safeParse(body);
  // OpenRouter answers 200 when the model fails after it has begun.
  const error = parsed.data?.choices?.length ? null : errorIn(body);
  if (error) {
    const status = Number(error.code);
    const code = codeOfError(status >= 400 && status < 600 ? status : 500, error);
    throw new ModelError(code, provider, `${provider}: ${code}, told in the body`);
  }
  if (parsed.success) return parsed.data;
  throw new ModelError('invalid_reply', provider, `${provider}: the response is not a chat completion`);
}

/** What the model has written. @throws ModelError when that is nothing, or not all */
export function contentOf(completion: Completion, provider: string): string {
  const choice = completion.choices?.[0];
  if (choice === undefined) throw new ModelError('empty_reply', provider, `${provider}: no choices`);
  const ending = choice.finish_reason ?? '';
  if (choice.message.refusal || ENDED_BY_FILTER.test(ending))
    throw new ModelError('refused', provider, `${provider}: the model refused`);
  if (ENDED_BY_LIMIT.test(ending))
    throw new ModelError('truncated', provider, `${provider}: the reply was cut off at its token limit`);
  if (ENDED_BY_ERROR.test(ending))
    throw new ModelError('server_error', provider, `${provider}: the reply broke off`);
  const content = choice.message.content?.trim() ?? '';
  if (content === '') throw new ModelError('empty_reply', provider, `${provider}: a reply without content`);
  return content;
}

/** Tokens of all attempts together; `null` when one of them did not say. */
export function tokensOf(completions: readonly Completion[]) {
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
