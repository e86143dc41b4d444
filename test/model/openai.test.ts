import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOpenAiModel } from '../../src/model/openai.ts';
import { failureOf, modelRequest } from '../contracts/language-model.ts';
import {
  breaksOff,
  type Fault,
  type FaultyOpenAi,
  fails,
  halfCloses,
  replies,
  sends,
  stallsBody,
  startFaultyOpenAi,
  withholdsHeaders,
} from '../fakes/faulty-openai.ts';

const SECRET = 'sk-test-4f1d0c2b';
const GOOD = '{"verdict":"met","quote":"keeps copies"}';
const never = new AbortController().signal;
let server: FaultyOpenAi | null = null;
afterEach(async () => server?.close());

async function modelAgainst(faults: readonly Fault[], deadlineMs = 20_000) {
  server = await startFaultyOpenAi(faults);
  const { baseURL } = server;
  return createOpenAiModel({ id: 'primary', baseURL, apiKey: SECRET, model: 'stand-in', deadlineMs });
}

const bodies = () => (server?.requests ?? []).map(({ body }) => body);

describe('a request', () => {
  it('holds the server to the strict schema and names the limits', async () => {
    const model = await modelAgainst([replies(GOOD)]);
    const reply = await model.generate(modelRequest(), never);
    expect(reply).toMatchObject({ model: 'stand-in-2026-11', inputTokens: 11, outputTokens: 5 });
    expect(bodies()[0]).toMatchObject({
      model: 'stand-in',
      max_completion_tokens: 200,
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'verdict',
          strict: true,
          schema: { type: 'object', required: ['verdict', 'quote'], additionalProperties: false },
        },
      },
    });
  });

  it('leaves keywords out of the schema that strict servers refuse, and checks them all the same', async () => {
    const schema = z.object({ default: z.string().max(3) });
    const model = await modelAgainst([replies('{"default":"four"}'), replies('{"default":"two"}')]);
    const reply = await model.generate({ ...modelRequest(), schema }, never);
    expect(reply.value).toEqual({ default: 'two' });
    expect(JSON.stringify(bodies()[0])).not.toContain('maxLength');
    expect(bodies()[0]?.response_format).toHaveProperty('json_schema.schema.properties.default', {
      type: 'string',
    });
  });
});

describe('a server that does not answer properly', () => {
  it.each([
    ['withholds its headers', withholdsHeaders],
    ['stalls in the middle of the body', stallsBody],
  ])('is given up at the deadline when it %s', async (_case, fault) => {
    const model = await modelAgainst([fault], 60);
    expect(await failureOf(model.generate(modelRequest(), never))).toMatchObject({
      code: 'timeout',
      retryable: true,
    });
  });

  it('is left at once when the caller aborts in the middle of the body', async () => {
    const model = await modelAgainst([stallsBody]);
    const controller = new AbortController();
    const failure = failureOf(model.generate(modelRequest(), controller.signal));
    await server?.arrived();
    controller.abort();
    expect((await failure).code).toBe('aborted');
  });

  it.each<[string, Fault, string]>([
    ['cuts the connection in the body', breaksOff, 'unreachable'],
    ['half-closes the connection in the body', halfCloses, 'unreachable'],
    ['sends half an envelope', sends('{"choices":[{"mess'), 'invalid_reply'],
    ['sends a web page', sends('<html>busy</html>', 'text/html'), 'invalid_reply'],
    ['sends an envelope of another kind', sends('{"choices":[{"text":"hi"}]}'), 'invalid_reply'],
    ['sends no choices', replies(null, { choices: [] }), 'empty_reply'],
    ['sends no content', replies(null), 'empty_reply'],
    ['sends an empty body', sends(''), 'empty_reply'],
    ['refuses', replies(null, { refusal: 'I would rather not.' }), 'refused'],
    ['runs out of tokens', replies(null, { finish_reason: 'length' }), 'truncated'],
    ['filters the content', replies('{}', { finish_reason: 'content_filter' }), 'refused'],
  ])('%s', async (_case, fault, code) => {
    const model = await modelAgainst([fault]);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe(code);
    expect(server?.requests).toHaveLength(1);
  });

  it('is unreachable when nobody listens', async () => {
    const model = await modelAgainst([]);
    await server?.close();
    const error = await failureOf(model.generate(modelRequest(), never));
    expect(error).toMatchObject({ code: 'unreachable', retryable: true });
    expect(error.message).toContain('ECONNREFUSED');
  });
});

describe('an error of the server', () => {
  it.each<[number, Record<string, unknown>, string]>([
    [401, {}, 'unauthorised'],
    [403, {}, 'unauthorised'],
    [404, { code: 'model_not_found' }, 'bad_request'],
    [400, { message: "This model's maximum context length is 8192 tokens" }, 'context_too_long'],
    [413, {}, 'context_too_long'],
    [400, { code: 'content_filter', message: 'filtered' }, 'refused'],
    [400, { message: 'bad value' }, 'bad_request'],
    [408, {}, 'timeout'],
    [409, {}, 'server_error'],
    [500, {}, 'server_error'],
    [529, {}, 'server_error'],
  ])('%i %o is %s, after one request', async (status, body, code) => {
    const model = await modelAgainst([fails(status, body)]);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe(code);
    expect(server?.requests).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, number | null]>([
    ['an hour', { 'retry-after': '3600' }, 60_000],
    ['two seconds', { 'retry-after': '2' }, 2_000],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    ['a date in the past', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 1_000],
    ['no time at all', { 'retry-after': '0' }, 1_000],
    ['a date far away', { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, 60_000],
    ['nonsense', { 'retry-after': 'soon' }, null],
    ['nothing', {}, null],
  ])('429 that asks to wait for %s', async (_case, headers, retryAfterMs) => {
    const model = await modelAgainst([fails(429, {}, headers)]);
    const error = await failureOf(model.generate(modelRequest(), never));
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterMs });
  });

  it('says what happened without the key and without what was sent', async () => {
    const echo = `Incorrect API key provided: ${SECRET}. Input: A cache keeps copies.`;
    const model = await modelAgainst([fails(401, { message: echo, code: 'invalid_api_key', type: SECRET })]);
    const error = await failureOf(model.generate(modelRequest(), never));
    expect(error.message).toBe('primary: unauthorised, HTTP 401 invalid_api_key');
    expect(error.cause).toBeUndefined();
  });
});

describe('a server without structured outputs', () => {
  const unknownFormat = fails(400, {
    message: "'response_format.type' must be 'text'",
    param: 'response_format',
  });

  it('is told the schema in the prompt instead, and not asked for it again', async () => {
    const model = await modelAgainst([unknownFormat, replies(GOOD), replies(GOOD)]);
    await model.generate(modelRequest(), never);
    await model.generate(modelRequest(), never);
    expect(bodies().map(({ response_format }) => response_format !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(bodies()[1]?.messages?.[0]?.content).toContain('"verdict"');
    expect(bodies()[1]?.messages?.[1]?.content).toBe(modelRequest().user);
  });

  it('fails when it still complains about the format', async () => {
    const model = await modelAgainst([unknownFormat, unknownFormat]);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe('bad_request');
    expect(server?.requests).toHaveLength(2);
  });

  it('may also want the older name of the token limit', async () => {
    const unknownLimit = fails(422, { message: 'extra field max_completion_tokens' });
    const model = await modelAgainst([unknownLimit, unknownFormat, replies(GOOD)]);
    await model.generate(modelRequest(), never);
    expect(bodies()[2]).toMatchObject({ max_tokens: 200 });
    expect(bodies()[2]).not.toHaveProperty('max_completion_tokens');
  });

  it.each([
    ['in a code fence', `\`\`\`json\n${GOOD}\n\`\`\``],
    ['after a sentence', `Here it is: ${GOOD}`],
    ['after thinking aloud', `<think>maybe {"verdict":"missed"}</think>\n${GOOD}`],
  ])('may answer %s', async (_case, content) => {
    const model = await modelAgainst([replies(content)]);
    const reply = await model.generate(modelRequest(), never);
    expect(reply.value).toEqual({ verdict: 'met', quote: 'keeps copies' });
  });
});

describe('a reply that does not fit', () => {
  it('is asked for once more with what was wrong, and both count', async () => {
    const model = await modelAgainst([replies('{"verdict":"perhaps","quote":null}'), replies(GOOD)]);
    const reply = await model.generate(modelRequest(), never);
    expect(reply).toMatchObject({ value: { verdict: 'met' }, inputTokens: 22, outputTokens: 10 });
    const messages = bodies()[1]?.messages ?? [];
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[3]?.content).toContain('verdict');
  });

  it.each([
    ['cut-off JSON', '{"verdict":"met","quo'],
    ['plain words', 'The answer is fine.'],
    ['the wrong shape', '{"verdict":"met"}'],
  ])('is given up after the second time: %s', async (_case, content) => {
    const model = await modelAgainst([replies(content), replies(content)]);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe('invalid_reply');
    expect(server?.requests).toHaveLength(2);
  });

  it('has no more than the one deadline for both attempts', async () => {
    const model = await modelAgainst([replies('{}'), withholdsHeaders], 120);
    expect((await failureOf(model.generate(modelRequest(), never))).code).toBe('timeout');
  });

  it('has no token count when one attempt did not say', async () => {
    const model = await modelAgainst([replies('{}', { usage: null }), replies(GOOD)]);
    const reply = await model.generate(modelRequest(), never);
    expect([reply.inputTokens, reply.outputTokens]).toEqual([null, null]);
  });
});
