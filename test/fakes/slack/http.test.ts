import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signedHeaders } from './delivery/signature.ts';
import { createFakeSlack, type FakeSlack, type Person } from './index.ts';

type Request = { readonly headers: IncomingMessage['headers']; readonly body: string };
type Reply = { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> };

const challenge = (body: string) => JSON.parse(body).challenge as string;

describe('Slack asking over HTTP', () => {
  let slack: FakeSlack;
  let candidate: Person;
  let app: Server;
  let url: string;
  let requests: Request[];
  let reply: (request: Request) => Reply | 'nothing';

  beforeEach(async () => {
    requests = [];
    reply = ({ body }) => ({ status: 200, body: body.includes('url_verification') ? challenge(body) : '' });
    app = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      requests.push({ headers: request.headers, body });
      const answer = reply({ headers: request.headers, body });
      if (answer !== 'nothing') response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const address = app.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`;
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterEach(async () => {
    await slack.close();
    app.closeAllConnections();
    app.close();
  });

  const received = (count: number) => slack.waitFor(() => requests.length === count && requests);

  it('wants its challenge back', async () => {
    await slack.useRequestUrl(url);
    reply = ({ body }) => ({ status: 200, body: JSON.stringify({ challenge: challenge(body) }) });
    await slack.useRequestUrl(url);
    reply = () => ({ status: 200, body: 'hello' });
    await expect(slack.useRequestUrl(url)).rejects.toThrow('challenge');
  });

  it('signs what it sends, by its own clock', async () => {
    await slack.useRequestUrl(url);
    slack.clock.advance(60_000);
    candidate.dm.say('hello');
    const [, { headers, body } = expect.fail('no request')] = await received(2);
    expect(headers).toMatchObject(signedHeaders(slack.signingSecret, body, slack.clock.now()));
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      event: { type: 'message', text: 'hello' },
    });
  });

  it('sends what failed again: at once, after one and after five minutes', async () => {
    await slack.useRequestUrl(url);
    reply = () => ({ status: 500 });
    candidate.dm.say('hello');
    await received(3);
    await slack.waitFor(() => slack.deliveries[0]?.failures.length === 2);
    slack.clock.advance(60_000);
    await received(4);
    await slack.waitFor(() => slack.deliveries[0]?.failures.length === 3);
    slack.clock.advance(299_999);
    expect(requests).toHaveLength(4);
    slack.clock.advance(1);
    const [, ...attempts] = await received(5);
    expect(
      attempts.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]),
    ).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(attempts.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    await slack.waitFor(() => slack.deliveries[0]?.outcome?.type === 'failed');
  });

  it('waits three seconds, and not at all when told not to come back', async () => {
    await slack.useRequestUrl(url);
    reply = () => 'nothing';
    candidate.dm.say('hello');
    await received(2);
    reply = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    slack.clock.advance(3_000);
    const [, , again] = await received(3);
    expect(again?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
    await slack.waitFor(() => slack.deliveries[0]?.outcome);
    expect(slack.deliveries[0]?.failures).toEqual(['http_timeout', 'http_error']);
  });

  it('follows no redirect, and notices when nobody is there', async () => {
    await slack.useRequestUrl(url);
    reply = () => ({ status: 302, headers: { location: url } });
    expect(await candidate.command('/interview')).toBe('failed');
    expect(slack.deliveries[0]?.failures).toEqual(['too_many_redirects']);
    app.close();
    app.closeAllConnections();
    expect(await candidate.command('/interview')).toBe('failed');
    expect(slack.deliveries[1]?.failures).toEqual(['connection_failed']);
  });

  it('sends commands and interactions as forms, and shows what commands are answered', async () => {
    await slack.useRequestUrl(url);
    const json = { 'content-type': 'application/json; charset=utf-8' };
    reply = () => ({
      status: 200,
      headers: json,
      body: JSON.stringify({ text: 'Starting', response_type: 'in_channel' }),
    });
    expect(await candidate.command('/interview', 'start be & fe')).toBe('acknowledged');
    expect(candidate.dm.messages).toMatchObject([{ text: 'Starting', isEphemeral: false }]);
    reply = () => ({ status: 200, body: 'Plain words' });
    await candidate.command('/interview');
    expect(candidate.dm.messages).toMatchObject([{}, { text: 'Plain words', isEphemeral: true }]);
    expect(await candidate.shortcut('start_interview')).toBe('acknowledged');
    const forms = requests.map(({ body }) => new URLSearchParams(body));
    expect(Object.fromEntries(forms.find((form) => form.has('command')) ?? [])).toMatchObject({
      command: '/interview',
      text: 'start be &amp; fe',
      user_id: candidate.id,
    });
    const payload = forms.find((form) => form.has('payload'))?.get('payload') ?? '{}';
    expect(JSON.parse(payload)).toMatchObject({ type: 'shortcut', callback_id: 'start_interview' });
    const what = 'acknowledged with a payload where none is accepted';
    expect(new Set(slack.mistakes.map((mistake) => mistake.what))).toEqual(new Set([what]));
  });
});
