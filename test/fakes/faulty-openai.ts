import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How the stand-in answers one request; it may also never answer. */
export type Fault = (response: ServerResponse, request: ReceivedRequest) => void;

export type ReceivedRequest = {
  readonly path: string;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: unknown;
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
  };
};

export type FaultyOpenAi = {
  readonly baseURL: string;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves when the given number of requests has arrived. */
  readonly arrived: (count?: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A server that speaks just enough of the OpenAI API to break it. Faults are used up one a request, or chosen for each. */
export async function startFaultyOpenAi(
  faults: readonly Fault[] | ((request: ReceivedRequest) => Fault),
): Promise<FaultyOpenAi> {
  const requests: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const received = { path: request.url ?? '', body: JSON.parse(await readAll(request)) };
    requests.push(received);
    const scripted = typeof faults === 'function' ? faults(received) : faults[requests.length - 1];
    const fault = scripted ?? fails(599, { message: 'the script of the stand-in has run out' });
    fault(response, received);
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    baseURL: `http://127.0.0.1:${address.port}/v1`,
    requests,
    arrived: (count = 1) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

export type CompletionChanges = {
  readonly finish_reason?: string;
  readonly refusal?: string;
  readonly choices?: readonly unknown[];
  readonly usage?: unknown;
};

/** A chat completion as servers send it. */
export function completion(content: string | null, changes: CompletionChanges = {}): string {
  const { finish_reason = 'stop', refusal = null, ...rest } = changes;
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'stand-in-2026-11',
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal } }],
    usage: { prompt_tokens: 11, completion_tokens: 5, total_tokens: 16 },
    ...rest,
  });
}

export const replies =
  (content: string | null, changes: CompletionChanges = {}): Fault =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(completion(content, changes));
  };

export const sends =
  (body: string, contentType = 'application/json'): Fault =>
  (response) => {
    response.writeHead(200, { 'content-type': contentType }).end(body);
  };

export const fails =
  (status: number, error: Record<string, unknown> = {}, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error }));
  };

/** No status line ever: the connection stays open. */
export const withholdsHeaders: Fault = () => undefined;

/** Headers and half a body, then silence: what the SDK's own timeout does not notice. */
export const stallsBody: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(completion('{"verdict":"met"').slice(0, 60));
};

/** Promises more bytes than it sends and cuts the connection. */
export const breaksOff: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices":[', () => response.socket?.destroy());
};

/** The server ends its side after half a body and keeps the other open. */
export const halfCloses: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices":[', () => response.socket?.end());
};
