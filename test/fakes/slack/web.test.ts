import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeSlack, type FakeSlack, type MessageView, type Person } from './index.ts';
import { call, respond } from './raw.ts';

describe('calls of the Web API', () => {
  let slack: FakeSlack;
  let candidate: Person;
  const errorOf = async (...given: Parameters<typeof call>) => (await call(...given)).json['error'];

  beforeAll(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate', { locale: 'ko-KR' });
  });
  afterAll(() => slack.close());

  it('want a token, the right one, and its scopes', async () => {
    expect(await errorOf(slack, 'auth.test', {}, { token: 'xoxb-wrong' })).toBe('invalid_auth');
    expect(await errorOf(slack, 'auth.test', {}, { token: slack.appToken })).toBe('not_allowed_token_type');
    expect(await errorOf(slack, 'apps.connections.open')).toBe('not_allowed_token_type');
    const poor = await createFakeSlack({ scopes: ['commands'] });
    const { json } = await call(poor, 'chat.postMessage', { channel: 'C1', text: 'x' });
    expect(json).toEqual({ ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'commands' });
    await poor.close();
  });

  it('refuse arguments that are unknown, missing or of another type', async () => {
    const { json } = await call(slack, 'chat.postMessage', { txt: 'x', blocks: '[', unfurl_links: 'maybe' });
    expect(json).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] unknown argument: txt',
          '[ERROR] missing required field: channel',
          '[ERROR] must be a json [json-pointer:/blocks]',
          '[ERROR] must be a boolean [json-pointer:/unfurl_links]',
        ],
      },
    });
    expect(await errorOf(slack, 'chat.shout', { text: 'x' })).toBe('unknown_method');
  });

  it('post only where the bot is', async () => {
    const channel = slack.createChannel('elsewhere', [candidate], { withBot: false });
    const hidden = slack.createChannel('hidden', [candidate], { withBot: false, isPrivate: true });
    expect(await errorOf(slack, 'chat.postMessage', { channel, text: 'x' })).toBe('not_in_channel');
    expect(await errorOf(slack, 'chat.postMessage', { channel: hidden, text: 'x' })).toBe(
      'channel_not_found',
    );
    expect(await errorOf(slack, 'chat.postMessage', { channel: candidate.dm.id })).toBe('no_text');
    const long = { channel: candidate.dm.id, text: 'x'.repeat(40_001) };
    expect(await errorOf(slack, 'chat.postMessage', long)).toBe('msg_too_long');
  });

  it('change and delete only the bot’s own messages', async () => {
    const theirs: MessageView = candidate.dm.say('mine');
    const named = { channel: candidate.dm.id, ts: theirs.ts };
    expect(await errorOf(slack, 'chat.update', { ...named, text: 'x' })).toBe('cant_update_message');
    expect(await errorOf(slack, 'chat.delete', named)).toBe('cant_delete_message');
    expect(await errorOf(slack, 'chat.delete', { ...named, ts: '1.000001' })).toBe('message_not_found');
  });

  it('tell a person’s language only when asked', async () => {
    const about = async (more = {}) =>
      (await call(slack, 'users.info', { user: candidate.id, ...more })).json['user'];
    expect(await about({ include_locale: true })).toMatchObject({ locale: 'ko-KR' });
    expect(await about()).not.toHaveProperty('locale');
  });

  it('do not answer by a response_url that was never given', async () => {
    const reply = await respond(new URL('/response/T1/1/x', slack.apiUrl).href, { text: 'x' });
    expect([reply.status, reply.json['error']]).toEqual([404, 'expired_url']);
  });
});
