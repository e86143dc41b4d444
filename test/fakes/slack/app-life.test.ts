import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeSlack, type FakeSlack, type FakeSlackOptions, type Person } from './index.ts';
import { call, connect, respond } from './raw.ts';

const eventOf = (envelope: Json) => (envelope['payload'] as Json)['event'] as Json;

describe('an app and its workspaces', () => {
  let slack: FakeSlack;
  let candidate: Person;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterEach(() => slack.close());

  const token = async (given = slack.botToken) => (await call(slack, 'auth.test', {}, { token: given })).json;

  it('are told of the end of an installation, and let in no more', async () => {
    const socket = await connect(slack);
    slack.revokeTokens();
    expect(eventOf(await socket.next())).toMatchObject({
      type: 'tokens_revoked',
      tokens: { bot: [slack.botUserId] },
    });
    expect(await token()).toMatchObject({ error: 'token_revoked' });
    slack.uninstall();
    expect(eventOf(await socket.next())['type']).toBe('tokens_revoked');
    expect(eventOf(await socket.next())['type']).toBe('app_uninstalled');
    expect(await token()).toMatchObject({ error: 'account_inactive' });
    candidate.dm.say('anybody?');
    expect(slack.deliveries).toHaveLength(3);
  });

  it('hand out tokens for a code, once', async () => {
    const other = slack.createTeam('Other');
    const code = other.grant(other.createPerson('Owner'));
    const ask = async (given: Json) => {
      const mine = { client_id: slack.clientId, client_secret: slack.clientSecret, code };
      return (await call(slack, 'oauth.v2.access', { ...mine, ...given })).json;
    };
    expect(await ask({ client_id: 'x' })).toMatchObject({ error: 'invalid_client_id' });
    expect(await ask({ client_secret: 'x' })).toMatchObject({ error: 'bad_client_secret' });
    const before = other.botToken;
    expect(await ask({})).toMatchObject({
      ok: true,
      team: { id: other.teamId },
      access_token: other.botToken,
    });
    expect(await ask({})).toMatchObject({ error: 'invalid_code' });
    expect(await token(before)).toMatchObject({ error: 'invalid_auth' });
    expect(await token(other.botToken)).toMatchObject({ team_id: other.teamId, user_id: other.botUserId });
    const late = other.grant(candidate);
    slack.clock.advance(10 * 60_000);
    expect(await ask({ code: late })).toMatchObject({ error: 'invalid_code' });
  });

  it('show how they are set up, to a configuration token of the last twelve hours', async () => {
    const ask = async (given: Json = {}, token = slack.configurationToken) =>
      (await call(slack, 'apps.manifest.export', { app_id: slack.appId, ...given }, { token })).json;
    expect(await ask({}, slack.botToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await ask({ app_id: 'A1' })).toMatchObject({ error: 'invalid_app_id' });
    expect(await ask()).toMatchObject({
      manifest: {
        features: { slash_commands: [{ command: '/interview' }, { command: '/interview-admin' }] },
        settings: { socket_mode_enabled: true, interactivity: { is_enabled: true } },
      },
    });
    slack.clock.advance(12 * 60 * 60_000);
    expect(await ask()).toMatchObject({ error: 'token_expired' });
  });

  it('keep workspaces apart', async () => {
    const other = slack.createTeam('Other');
    const stranger = other.createPerson('Stranger');
    const post = async (channel: string) =>
      (await call(slack, 'chat.postMessage', { channel, text: 'x' })).json;
    expect(await post(stranger.dm.id)).toMatchObject({ error: 'channel_not_found' });
    expect(await post(stranger.id)).toMatchObject({ error: 'channel_not_found' });
    expect((await call(slack, 'users.info', { user: stranger.id })).json).toMatchObject({
      error: 'user_not_found',
    });
    expect((await call(slack, 'auth.test', { team_id: other.teamId })).json).toMatchObject({
      error: 'team_access_not_granted',
    });
  });

  it('hear only what they asked for, may hear and are there to hear', async () => {
    const heard = async (options: FakeSlackOptions, act: (person: Person, other: FakeSlack) => void) => {
      const other = await createFakeSlack(options);
      act(other.createPerson('Candidate'), other);
      const types = other.deliveries.map(({ outbound }) => (outbound.payload['event'] as Json)['type']);
      await other.close();
      return types;
    };
    const dm = (person: Person) => void person.dm.say('hello');
    expect(await heard({}, dm)).toEqual(['message']);
    expect(await heard({ subscriptions: [] }, dm)).toEqual([]);
    expect(await heard({ scopes: ['chat:write'] }, dm)).toEqual([]);
    const mention = (withBot: boolean) => (person: Person, other: FakeSlack) => {
      const channel = other.createChannel('general', [person], { withBot });
      person.in(channel).say(`hi ${other.mention}`);
      person.in(channel).say('not you');
    };
    expect(await heard({}, mention(true))).toEqual(['app_mention']);
    expect(await heard({}, mention(false))).toEqual([]);
  });

  it('hear of edits and deletions, and of their own messages', async () => {
    const socket = await connect(slack);
    const next = async () => eventOf(await socket.next());
    const message = candidate.dm.say('one');
    expect(await next()).toMatchObject({ type: 'message', text: 'one', channel_type: 'im' });
    candidate.edit(message, 'two');
    expect(await next()).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'two', edited: { user: candidate.id } },
      previous_message: { text: 'one' },
    });
    candidate.delete(message);
    expect(await next()).toMatchObject({ subtype: 'message_deleted', deleted_ts: message.ts });
    await call(slack, 'chat.postMessage', { channel: candidate.id, text: 'mine' });
    expect(await next()).toMatchObject({ user: slack.botUserId, bot_profile: { app_id: slack.appId } });
  });

  it('have typed text escaped and linked', async () => {
    const socket = await connect(slack);
    candidate.dm.say(`a < b && see https://example.org/x?a=1&b=2. ${slack.mention}`);
    expect(eventOf(await socket.next())['text']).toBe(
      `a &lt; b &amp;&amp; see <https://example.org/x?a=1&amp;b=2>. ${slack.mention}`,
    );
  });

  it('answer five times by a response_url, for thirty minutes', async () => {
    const socket = await connect(slack);
    const urlOf = async () => {
      const reaction = candidate.command('/interview');
      const envelope = await socket.next(({ type }) => type === 'slash_commands');
      socket.acknowledge(envelope);
      await reaction;
      return String((envelope['payload'] as Json)['response_url']);
    };
    const url = await urlOf();
    const say = async (given: Json) => (await respond(url, given)).json;
    expect(await say({ text: 'x', response_type: 'loud' })).toMatchObject({ error: 'invalid_response_type' });
    expect(await say({ txt: 'x' })).toMatchObject({ error: 'invalid_arguments' });
    expect(await say({ text: 'to you' })).toEqual({ ok: true });
    expect(await say({ text: 'to all', response_type: 'in_channel' })).toEqual({ ok: true });
    expect(await say({ blocks: [{ type: 'nothing' }] })).toMatchObject({ error: 'invalid_blocks' });
    expect(await say({ text: 'a sixth time' })).toMatchObject({ error: 'used_url' });
    expect(candidate.dm.messages.map(({ text, isEphemeral }) => [text, isEphemeral])).toEqual([
      ['to you', true],
      ['to all', false],
    ]);
    const late = await urlOf();
    slack.clock.advance(30 * 60_000);
    expect((await respond(late, { text: 'x' })).json).toMatchObject({ error: 'expired_url' });
  });

  it('are slowed down when that is asked for', async () => {
    const strict = await createFakeSlack({ rateLimits: true, isCommercial: true });
    const person = strict.createPerson('Candidate');
    const post = (channel: string) => call(strict, 'chat.postMessage', { channel, text: 'x' });
    expect((await post(person.dm.id)).status).toBe(200);
    const refused = await post(person.dm.id);
    expect([refused.status, refused.headers.get('retry-after'), refused.json]).toEqual([
      429,
      '1',
      { ok: false, error: 'ratelimited' },
    ]);
    expect((await post(strict.createPerson('Other').dm.id)).status).toBe(200);
    strict.clock.advance(1_000);
    expect((await post(person.dm.id)).status).toBe(200);
    const read = () => call(strict, 'conversations.history', { channel: person.dm.id });
    expect((await read()).status).toBe(200);
    expect((await read()).headers.get('retry-after')).toBe('60');
    for (let count = 0; count < 20; count += 1) await call(strict, 'users.list');
    expect((await call(strict, 'users.list')).status).toBe(429);
    await strict.close();
  });

  it('meet the faults that a test orders', async () => {
    const post = () => call(slack, 'chat.postMessage', { channel: candidate.dm.id, text: 'x' });
    slack.faults.next('chat.postMessage', { type: 'error', error: 'fatal_error' });
    slack.faults.next('chat.postMessage', { type: 'status', status: 503 });
    slack.faults.next('chat.postMessage', { type: 'rateLimit', retryAfterSeconds: 7 });
    expect((await post()).json).toEqual({ ok: false, error: 'fatal_error' });
    expect((await post()).status).toBe(503);
    expect((await post()).headers.get('retry-after')).toBe('7');
    slack.faults.next('chat.postMessage', { type: 'loseRequest' });
    await expect(post()).rejects.toThrow();
    expect(candidate.dm.messages).toHaveLength(0);
    const undo = slack.faults.always(/^chat\./, { type: 'loseResponse' });
    await expect(post()).rejects.toThrow();
    expect(candidate.dm.messages).toHaveLength(1);
    undo();
    let release = (_: unknown) => {};
    const until = new Promise((resolve) => {
      release = resolve;
    });
    slack.faults.next('chat.postMessage', { type: 'delayResponse', until });
    const slow = post();
    await slack.waitFor(() => candidate.dm.messages.length === 2);
    release(undefined);
    expect((await slow).json).toMatchObject({ ok: true });
  });
});
