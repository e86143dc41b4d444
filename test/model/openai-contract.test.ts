import { type FixtureResponse, LLMock } from '@copilotkit/aimock';
import type { ModelErrorCode } from '../../src/model/model-error.ts';
import { createOpenAiModel } from '../../src/model/openai.ts';
import { type LanguageModelHarness, languageModelContract } from '../contracts/language-model.ts';
import type { ScriptedReply } from '../fakes/scripted-model.ts';

const failure = (status: number, code: string, retryAfterMs?: number): FixtureResponse => ({
  status,
  error: { message: `scripted ${code}`, code },
  ...(retryAfterMs !== undefined && { retryAfter: retryAfterMs / 1_000 }),
});

/** How a provider says what the contract wants said. */
const FAILURES: Partial<Record<ModelErrorCode, (retryAfterMs?: number) => FixtureResponse>> = {
  refused: () => ({ content: 'I cannot help with that.', finishReason: 'content_filter' }),
  truncated: () => ({ content: '{"verdict":"m', finishReason: 'length' }),
  empty_reply: () => ({ content: '' }),
  server_error: () => failure(503, 'overloaded'),
  unauthorised: () => failure(401, 'invalid_api_key'),
  context_too_long: () => failure(400, 'context_length_exceeded'),
  bad_request: () => failure(404, 'model_not_found'),
  rate_limited: (retryAfterMs) => failure(429, 'rate_limit_exceeded', retryAfterMs),
};

function toFixtureResponse(reply: ScriptedReply): FixtureResponse | Promise<FixtureResponse> {
  if ('hangs' in reply) return new Promise(() => undefined);
  if ('value' in reply) return { content: JSON.stringify(reply.value) };
  const say = FAILURES[reply.fails];
  if (say === undefined) throw new Error(`No provider can be made to say ${reply.fails} here.`);
  return say(reply.retryAfterMs);
}

async function createOverHttp(replies: readonly ScriptedReply[]): Promise<LanguageModelHarness> {
  const received: { system: string; user: string }[] = [];
  const arrival = Promise.withResolvers<void>();
  const server = new LLMock({ port: 0, logLevel: 'silent' });
  server.on({ predicate: () => true }, (request) => {
    const textOf = (role: string) => String(request.messages.find((one) => one.role === role)?.content);
    received.push({ system: textOf('system'), user: textOf('user') });
    arrival.resolve();
    const reply = replies[received.length - 1];
    if (reply === undefined) return failure(500, 'script_has_run_out');
    return toFixtureResponse(reply);
  });
  await server.start();
  const options = { id: 'openai', baseURL: `${server.url}/v1`, apiKey: 'test-key', model: 'mock-1' };
  return {
    model: createOpenAiModel({ ...options, deadlineMs: 20_000 }),
    received: () => received,
    arrived: () => arrival.promise,
    close: () => server.stop(),
  };
}

languageModelContract('The OpenAI provider over HTTP', createOverHttp);
