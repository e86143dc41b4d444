import type { Clock } from '../../support/clock.ts';
import { isJson, type Json } from '../../support/json.ts';
import type { Attempt, Outbound, Outcome } from './delivery.ts';
import { bodyOf, signedHeaders } from './signature.ts';

/** Where the app wants to be asked: one URL, or one for each kind. */
export type RequestUrls = Readonly<Record<Outbound['kind'], string>>;

type Parts = {
  readonly clock: Clock;
  readonly signingSecret: string;
  readonly verificationToken: string;
  mistake(what: string, details: Json): void;
};

const USER_AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)';
const CHALLENGE = 'a challenge to be given back';

/** Slack asking the app over HTTP (docs.slack.dev/apis/events-api/using-http-request-urls). */
export function createHttp({ clock, signingSecret, verificationToken, mistake }: Parts) {
  const post = (
    url: string,
    type: string,
    body: string,
    more: RequestInit & { headers?: Readonly<Record<string, string>> } = {},
  ) =>
    fetch(url, {
      ...more,
      method: 'POST',
      redirect: 'manual',
      body,
      headers: {
        'content-type': type,
        'user-agent': USER_AGENT,
        accept: '*/*',
        ...signedHeaders(signingSecret, body, clock.now()),
        ...more.headers,
      },
    });

  return {
    transport: (urls: RequestUrls) => (attempt: Attempt, settle: (outcome: Outcome) => void) => {
      const given = new AbortController();
      const { type, body } = bodyOf(attempt);
      const headers = retryHeaders(attempt);
      post(urls[attempt.kind], type, body, { headers, signal: given.signal })
        .then(async (response) => settle(await outcomeOf(response, attempt, mistake)))
        .catch(() => settle({ type: 'failed', reason: 'connection_failed' }));
      return () => given.abort();
    },
    /** Same page, URL verification: the app gives the challenge back. @throws Error when it does not */
    async verify(url: string): Promise<void> {
      const body = JSON.stringify({
        token: verificationToken,
        challenge: CHALLENGE,
        type: 'url_verification',
      });
      const response = await post(url, 'application/json', body);
      const text = await response.text();
      if (response.status === 200 && (text === CHALLENGE || challengeIn(text) === CHALLENGE)) return;
      throw new Error(`The request URL did not give the challenge back: ${response.status} ${text}`);
    },
  };
}

/** docs.slack.dev/apis/events-api, Retries. */
function retryHeaders({ retry, retryReason }: Attempt): Readonly<Record<string, string>> {
  return retry === 0
    ? {}
    : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': retryReason ?? 'unknown_error' };
}

async function outcomeOf(response: Response, attempt: Attempt, mistake: Parts['mistake']): Promise<Outcome> {
  const text = await response.text();
  if (response.status >= 300 && response.status < 400)
    return { type: 'failed', reason: 'too_many_redirects' };
  if (!response.ok) {
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { type: 'failed', reason: 'http_error', noRetry };
  }
  const body = answerIn(text, response.headers.get('content-type') ?? '');
  if (attempt.acceptsPayload) return { type: 'acknowledged', body };
  if (Object.keys(body).length > 0) mistake('acknowledged with a payload where none is accepted', { text });
  return { type: 'acknowledged', body: {} };
}

/** JSON, or plain text that is shown as it is (docs.slack.dev/interactivity/implementing-slash-commands). */
function answerIn(text: string, type: string): Json {
  if (text === '') return {};
  if (!type.startsWith('application/json')) return { text };
  const value: unknown = JSON.parse(text);
  return isJson(value) ? value : {};
}

function challengeIn(text: string): unknown {
  try {
    return JSON.parse(text).challenge;
  } catch {
    return undefined;
  }
}
