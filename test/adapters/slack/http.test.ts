import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/chat/message.ts';
import { signedHeaders } from '../../fakes/slack/delivery/signature.ts';
import { createSetting } from './setting.ts';

let setting: Awaited<ReturnType<typeof createSetting>>;
let received: Incoming[];
let fails: boolean;

beforeEach(async () => {
  received = [];
  fails = false;
  setting = await createSetting({ way: 'http' });
  await setting.start(async (incoming) => {
    received.push(incoming);
    if (fails) throw new Error('The store is down.');
    return {};
  });
});
afterEach(() => setting.close());

const message = (more: object = {}) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: setting.slack.teamId,
    event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.1', text: 'hi', ...more },
  });
const post = (body: string, headers: Readonly<Record<string, string>> = {}, path = '') =>
  fetch(setting.url + path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...signedHeaders(setting.slack.signingSecret, body, Date.now()),
      ...headers,
    },
  });

describe('a request', () => {
  it('of Slack is stored, and answered then', async () => {
    expect((await post(message())).status).toBe(200);
    expect(received).toMatchObject([{ type: 'message', text: 'hi' }]);
  });

  it('that could not be stored is not acknowledged', async () => {
    fails = true;
    expect((await post(message())).status).toBe(500);
  });

  it.each([
    ['another secret', () => signedHeaders('0'.repeat(32), message(), Date.now())],
    ['another body', () => signedHeaders(setting.slack.signingSecret, `${message()} `, Date.now())],
    ['an old time', () => signedHeaders(setting.slack.signingSecret, message(), Date.now() - 6 * 60_000)],
    ['no signature', () => ({ 'x-slack-signature': '' })],
    ['no time', () => ({ 'x-slack-request-timestamp': '' })],
  ])('signed with %s is turned away', async (_name, headers) => {
    expect((await post(message(), headers())).status).toBe(401);
    expect(received).toEqual([]);
  });

  it('that is too large is turned away', async () => {
    expect((await post(message({ text: 'x'.repeat(1_100_000) }))).status).toBe(413);
    expect(received).toEqual([]);
  });

  it('that is no JSON, or for nobody, does no harm', async () => {
    expect((await post('{not json')).status).toBe(400);
    expect((await post('{}')).status).toBe(200);
    expect((await post(message(), {}, '/elsewhere')).status).toBe(404);
    expect((await fetch(setting.url)).status).toBe(404);
    expect(received).toEqual([]);
  });

  it('with a challenge gets it back', async () => {
    const response = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it('of a workspace without the bot is acknowledged and left alone', async () => {
    const body = message().replace(setting.slack.teamId, 'TOTHER');
    expect((await post(body)).status).toBe(200);
    expect(received).toEqual([]);
    expect(setting.logger.lines.join()).toContain('from a workspace without the bot');
  });

  it('after the end is not acknowledged', async () => {
    await setting.adapter.stop();
    await expect(post(message())).rejects.toThrow();
  });
});
