import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionMessageParam } from 'openai/resources';
import type { ModelRequest } from './language-model.ts';

/** What a server has turned out to understand; learnt from its refusals and remembered by the model that talks to it. */
export type Dialect = {
  /** Where the JSON Schema goes: held to by the server, or told in the prompt. Both, where a server takes it and does not keep it. */
  readonly schema: 'response_format' | 'prompt' | 'both';
  /** Newer models refuse `max_tokens`, older servers do not know `max_completion_tokens`. */
  readonly tokenLimit: 'max_completion_tokens' | 'max_tokens';
};

/** A reply that did not fit, and why: sent along when it is asked for once more. */
export type Repair = { readonly reply: string; readonly problem: string };

/** Characters of a misshapen reply that are sent back; the problem is described in words anyway. */
const REPAIR_REPLY_CHARACTERS = 8_000;

export function toChatCompletion<T>(
  request: ModelRequest<T>,
  jsonSchema: Record<string, unknown>,
  dialect: Dialect,
  model: string,
  repair: Repair | null,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: toMessages(request, jsonSchema, dialect, repair),
    [dialect.tokenLimit]: request.maxOutputTokens,
    ...(dialect.schema !== 'prompt' && {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: request.schemaName, strict: true, schema: jsonSchema },
      },
    }),
  };
}

function toMessages<T>(
  request: ModelRequest<T>,
  jsonSchema: Record<string, unknown>,
  dialect: Dialect,
  repair: Repair | null,
): ChatCompletionMessageParam[] {
  const shape = `\n\nReply with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(jsonSchema)}`;
  const messages: ChatCompletionMessageParam[] = [
    {
      role: 'system',
      content: dialect.schema === 'response_format' ? request.system : request.system + shape,
    },
    { role: 'user', content: request.user },
  ];
  if (repair === null) return messages;
  return [
    ...messages,
    { role: 'assistant', content: repair.reply.slice(0, REPAIR_REPLY_CHARACTERS) },
    {
      role: 'user',
      content: `That reply cannot be used:\n${repair.problem}\nReply again with the complete, corrected JSON object and nothing else.`,
    },
  ];
}
