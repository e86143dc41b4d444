import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
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
    const unsigned = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await unsigned.json()).toEqual({ ok: false, error: 'not_authed' });
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

  it('take forms, and JSON only where something is written', async () => {
    const send = async (method: string, type: string, body: string) => {
      const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': type };
      const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body });
      return (await response.json()) as Json;
    };
    const json = 'application/json; charset=utf-8';
    const message = JSON.stringify({ channel: candidate.dm.id, text: 'x', blocks: [{ type: 'divider' }] });
    expect(await send('chat.postMessage', json, message)).toMatchObject({ ok: true });
    expect(await send('users.info', json, '{}')).toMatchObject({ error: 'invalid_post_type' });
    expect(await send('chat.postMessage', json, '{')).toMatchObject({ error: 'invalid_json' });
    expect(await send('chat.postMessage', json, '[]')).toMatchObject({ error: 'json_not_object' });
    expect(await send('chat.postMessage', 'text/plain', 'x')).toMatchObject({ error: 'invalid_post_type' });
    expect(await send('chat.postMessage', 'multipart/form-data', 'x')).toMatchObject({
      error: 'invalid_form_data',
    });
  });

  it('end with the token that is revoked', async () => {
    const other = slack.createTeam('Other');
    const ask = (method: string, given: Json = {}) =>
      errorOf(slack, method, given, { token: other.botToken });
    expect(await ask('auth.revoke', { test: true })).toBeUndefined();
    expect(await ask('auth.test')).toBeUndefined();
    expect(await ask('auth.revoke')).toBeUndefined();
    expect(await ask('auth.test')).toBe('token_revoked');
  });

  it('post only where the bot is', async () => {
    const channel = slack.createChannel('elsewhere', [candidate], { withBot: false });
    const hidden = slack.createChannel('hidden', [candidate], { withBot: false, isPrivate: true });
    expect(await errorOf(slack, 'chat.postMessage', { channel, text: 'x' })).toBe('not_in_channel');
    expect(await errorOf(slack, 'chat.postMessage', { channel: hidden, text: 'x' })).toBe(
      'channel_not_found',
    );
    const archived = slack.createChannel('archived', [candidate]);
    slack.archiveChannel(archived);
    expect(await errorOf(slack, 'chat.postMessage', { channel: archived, text: 'x' })).toBe('is_archived');
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

  it('tell who the bot is', async () => {
    const { bot_id: bot } = (await call(slack, 'auth.test')).json;
    expect((await call(slack, 'bots.info', { bot })).json['bot']).toMatchObject({ app_id: slack.appId });
    expect(await errorOf(slack, 'bots.info', { bot: 'B1' })).toBe('bot_not_found');
  });

  it('do not answer by a response_url that was never given', async () => {
    const reply = await respond(new URL('/response/T1/1/x', slack.apiUrl).href, { text: 'x' });
    expect([reply.status, reply.json['error']]).toEqual([404, 'expired_url']);
  });
});
