import { completion, type Fault, fails, type ReceivedRequest, replies, sends } from './faulty-openai.ts';

/** How the servers that an operator may configure answer, where they differ from OpenAI: each as its documents describe it. */
type ServerAnswer = (request: ReceivedRequest) => Fault;

const isToldSchema = ({ body }: ReceivedRequest) =>
  body.messages?.some(({ role, content }) => role === 'system' && content.includes('JSON Schema')) === true;
const hasSchema = ({ body }: ReceivedRequest) => body.response_format !== undefined;
const refused = (status: number, body: unknown): Fault => sendsStatus(status, JSON.stringify(body));

function sendsStatus(status: number, body: string): Fault {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
}

/** Takes `response_format` and ignores it; its models like to say a word before and after. */
export const anthropic =
  (json: string): ServerAnswer =>
  (request) =>
    isToldSchema(request)
      ? replies(`Here is my assessment:\n\n\`\`\`json\n${json}\n\`\`\`\n\nI hope {this} helps.`)
      : replies('The candidate explains caching well: {"score": "good"}');

/** Errors come as a list; a schema that its decoder cannot follow is refused. */
export const gemini =
  (json: string): ServerAnswer =>
  (request) =>
    hasSchema(request)
      ? refused(400, [
          {
            error: {
              code: 400,
              message: 'The specified schema produces a constraint that has too many states for serving.',
              status: 'INVALID_ARGUMENT',
            },
          },
        ])
      : replies(json, { usage: { completion_tokens: 20, prompt_tokens: 100, total_tokens: 320 } });

/** A model without structured outputs. */
export const groq =
  (json: string): ServerAnswer =>
  (request) =>
    hasSchema(request)
      ? fails(400, {
          message: 'This model does not support response format `json_schema`. See the documentation.',
          type: 'invalid_request_error',
        })
      : replies(json);

/** Keeps to the schema; the model's thoughts stand in a field of their own. */
export const openRouter =
  (json: string): ServerAnswer =>
  () =>
    sends(
      JSON.stringify({
        id: 'gen-1',
        provider: 'Somebody',
        model: 'openai/gpt-5.1',
        choices: [
          {
            finish_reason: 'stop',
            native_finish_reason: 'completed',
            message: { role: 'assistant', content: json, refusal: null, reasoning: 'Let me think {…' },
          },
        ],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120, cost: 0.001 },
      }),
    );

/** An older one: its errors have no envelope, and its grammar cannot say everything. */
export const vllm =
  (json: string): ServerAnswer =>
  (request) =>
    hasSchema(request)
      ? refused(400, {
          object: 'error',
          message: 'The provided JSON schema contains features not supported by xgrammar.',
          type: 'BadRequestError',
          param: null,
          code: 400,
        })
      : sends(completion(json).replace('"content":', '"reasoning_content":"Let me think.","content":'));

/** A thinking model whose template opens the thought in the prompt; `max_completion_tokens` is not looked at. */
export const ollama =
  (json: string): ServerAnswer =>
  () =>
    replies(`The points are {1, 2}. The verdict could be {"verdict":"met"}…</think>\n\n${json}`);

/** Says how long it took, and not how many tokens. */
export const llamaCpp =
  (json: string): ServerAnswer =>
  () => {
    const { usage: _, ...rest } = JSON.parse(completion(json)) as Record<string, unknown>;
    return sends(JSON.stringify({ ...rest, timings: { prompt_n: 100, predicted_n: 20 } }));
  };

/** A small server of somebody's own: refuses what it does not know, in the way of FastAPI. */
export const strictSmallServer =
  (json: string): ServerAnswer =>
  ({ body }) => {
    const known = ['model', 'messages', 'max_tokens', 'temperature'];
    const unknown = Object.keys(body).filter((key) => !known.includes(key));
    if (unknown.length === 0) return replies(json, { finish_reason: 'eos', usage: null });
    return refused(422, {
      detail: unknown.map((key) => ({ loc: ['body', key], msg: 'Extra inputs are not permitted' })),
    });
  };
