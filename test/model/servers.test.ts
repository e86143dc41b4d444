import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOpenAiModel } from '../../src/model/openai.ts';
import { failureOf, modelRequest } from '../contracts/language-model.ts';
import {
  type Fault,
  type FaultyOpenAi,
  fails,
  replies,
  sends,
  startFaultyOpenAi,
} from '../fakes/faulty-openai.ts';
import * as servers from '../fakes/model-servers.ts';

const GOOD = '{"verdict":"met","quote":"keeps {copies} \\"near\\""}';
const VALUE = { verdict: 'met', quote: 'keeps {copies} "near"' };
const never = new AbortController().signal;
let server: FaultyOpenAi | null = null;
afterEach(async () => server?.close());

async function modelAgainst(answers: Parameters<typeof startFaultyOpenAi>[0], path = '') {
  server = await startFaultyOpenAi(answers);
  const baseURL = `${server.baseURL}${path}`;
  return createOpenAiModel({ id: 'primary', baseURL, apiKey: 'none', model: 'm', deadlineMs: 20_000 });
}

describe('a server that differs from OpenAI', () => {
  it.each([
    ['Anthropic: ignores the schema', servers.anthropic, 2],
    ['Gemini: refuses a schema, in a list of errors', servers.gemini, 2],
    ['Groq: a model without schemas', servers.groq, 2],
    ['OpenRouter', servers.openRouter, 1],
    ['vLLM: errors without an envelope', servers.vllm, 2],
    ['Ollama: thinks aloud', servers.ollama, 1],
    ['llama.cpp: counts no tokens', servers.llamaCpp, 1],
    ['a small one: refuses whatever it does not know', servers.strictSmallServer, 3],
  ])('%s', async (_, serverOf, requestsForFirst) => {
    const model = await modelAgainst(serverOf(GOOD));
    expect((await model.generate(modelRequest(), never)).value).toEqual(VALUE);
    expect(server?.requests).toHaveLength(requestsForFirst);
    // What the server cannot do is known from then on.
    expect((await model.generate(modelRequest(), never)).value).toEqual(VALUE);
    expect(server?.requests).toHaveLength(requestsForFirst + 1);
  });

  it('is asked at its own address, with or without a slash at the end', async () => {
    const model = await modelAgainst([replies(GOOD)], '/');
    await model.generate(modelRequest(), never);
    expect(server?.requests[0]?.path).toBe('/v1/chat/completions');
  });

  it('says nothing of tokens: then they are unknown, not none', async () => {
    const model = await modelAgainst(servers.llamaCpp(GOOD));
    expect(await model.generate(modelRequest(), never)).toMatchObject({
      inputTokens: null,
      outputTokens: null,
    });
  });

  it('may take the schema and not keep to it: then it is told in the prompt, too', async () => {
    const model = await modelAgainst(servers.anthropic(GOOD));
    await model.generate(modelRequest(), never);
    const [first, second] = server?.requests ?? [];
    expect(first?.body.messages?.[0]?.content).not.toContain('JSON Schema');
    expect(second?.body.messages?.[0]?.content).toContain('JSON Schema');
    expect(second?.body.response_format).toEqual(first?.body.response_format);
  });

  it('is not distrusted for a text that is merely too long', async () => {
    const schema = z.object({ quote: z.string().max(3) });
    const model = await modelAgainst([replies('{"quote":"four"}'), replies('{"quote":"two"}')]);
    await model.generate({ ...modelRequest(), schema }, never);
    expect(server?.requests[1]?.body.messages?.[0]?.content).not.toContain('JSON Schema');
  });
});

describe('what went wrong', () => {
  it.each<[string, Fault, string, boolean]>([
    [
      'an error in place of a completion, though the status is 200',
      sends('{"error":{"code":502,"message":"Provider returned error"}}'),
      'server_error',
      true,
    ],
    [
      'a limit told with status 200',
      sends('{"error":{"code":429,"message":"slow down"}}'),
      'rate_limited',
      true,
    ],
    ['an error in words', sends('{"error":"model is loading"}'), 'server_error', true],
    ['no credit left', fails(402, { message: 'Insufficient credits' }), 'unauthorised', false],
    [
      'a model that did not write what the schema wants',
      fails(400, {
        code: 'json_validate_failed',
        message: 'Generated JSON does not match the expected schema.',
      }),
      'invalid_reply',
      true,
    ],
    [
      'a prompt that is longer than the context of llama.cpp',
      fails(400, {
        code: 400,
        message: 'the request exceeds the available context size',
        type: 'exceed_context_size_error',
      }),
      'context_too_long',
      false,
    ],
    [
      'a model that Ollama has not pulled',
      fails(404, { message: 'model "x" not found' }),
      'bad_request',
      false,
    ],
  ])('is told apart: %s', async (_, fault, code, retryable) => {
    const model = await modelAgainst([fault]);
    expect(await failureOf(model.generate(modelRequest(), never))).toMatchObject({ code, retryable });
    expect(server?.requests).toHaveLength(1);
  });

  it.each([
    ['length', 'truncated'],
    ['max_tokens', 'truncated'],
    ['MAX_TOKENS', 'truncated'],
    ['content_filter: SAFETY', 'refused'],
    ['refusal', 'refused'],
    ['error', 'server_error'],
    ['abort', 'server_error'],
  ])('shows in the reason why a reply ended: %s', async (finish_reason, code) => {
    const model = await modelAgainst([replies('{"verdict":', { finish_reason })]);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe(code);
  });

  it.each(['stop', 'end_turn', 'eos', 'completed', 'STOP'])('%s is a good end', async (finish_reason) => {
    const model = await modelAgainst([replies(GOOD, { finish_reason })]);
    expect((await model.generate(modelRequest(), never)).value).toEqual(VALUE);
  });
});
