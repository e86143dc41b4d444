import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeDiscord, type FakeDiscord, type Person } from './index.ts';
import { call } from './raw.ts';

describe('REST', () => {
  let discord: FakeDiscord;
  let candidate: Person;
  const outcome = async (method: string, path: string, body?: unknown) => {
    const { status, json } = await call(discord, method, path, body);
    return [status, json['code']];
  };
  const messages = () => `/channels/${candidate.directChannel}/messages`;
  const send = (body: Json) => call(discord, 'POST', messages(), body);

  beforeEach(async () => {
    discord = await createFakeDiscord();
    candidate = discord.createPerson('Candidate');
  });
  afterEach(() => discord.close());

  it.each([
    ['no token', { authorization: '' }, 401, 0],
    ['a wrong token', { authorization: 'Bot nonsense' }, 401, 0],
    ['a token without "Bot"', { authorization: 'TOKEN' }, 401, 0],
    ['a client without name', { 'user-agent': 'curl/8' }, 403, 40333],
    ['a body that says it is something else', { 'content-type': 'text/plain' }, 400, 50109],
  ])('refuses %s', async (_what, headers, status, code) => {
    const reply = await call(discord, 'POST', messages(), { content: 'x' }, { headers });
    expect([reply.status, reply.json['code']]).toEqual([status, code]);
  });

  it.each([
    ['GET', '/channels/1', 404, 10003],
    ['POST', '/channels/1/messages', 404, 10003],
    ['GET', '/users/1', 404, 10013],
    ['GET', '/guilds/1', 404, 10004],
    ['GET', '/applications/1/commands', 403, 20012],
    ['POST', '/interactions/1/nonsense/callback', 404, 10062],
    ['GET', '/webhooks/1/nonsense/messages/@original', 404, 10015],
    ['GET', '/nothing/here', 404, 0],
    ['DELETE', '/users/@me', 405, 0],
  ])('answers %s %s with %i and %i', async (method, path, status, code) => {
    expect(await outcome(method, path, method === 'POST' ? { content: 'x' } : undefined)).toEqual([
      status,
      code,
    ]);
  });

  it('knows unknown messages, and whose a message is', async () => {
    const theirs = candidate.dm('mine');
    expect(await outcome('GET', `${messages()}/1`)).toEqual([404, 10008]);
    expect(await outcome('PATCH', `${messages()}/${theirs.id}`, { content: 'x' })).toEqual([403, 50005]);
    expect(await outcome('DELETE', `${messages()}/${theirs.id}`)).toEqual([403, 50003]);
  });

  it('does not reach who does not want it, shares no server, or does not exist', async () => {
    candidate.blocksDirectMessages(true);
    expect(await outcome('POST', messages(), { content: 'x' })).toEqual([403, 50007]);
    candidate.blocksDirectMessages(false);
    discord.home.removes(candidate.id);
    expect(await outcome('POST', messages(), { content: 'x' })).toEqual([403, 50278]);
    candidate.installsApp(true);
    expect(await outcome('POST', messages(), { content: 'x' })).toEqual([200, undefined]);
    expect(await outcome('POST', '/users/@me/channels', { recipient_id: '1' })).toEqual([400, 50033]);
  });

  it('opens one direct channel for one person', async () => {
    const open = () => call(discord, 'POST', '/users/@me/channels', { recipient_id: candidate.id });
    const [first, second] = [await open(), await open()];
    expect(first.json).toMatchObject({
      id: candidate.directChannel,
      type: 1,
      recipients: [{ id: candidate.id }],
    });
    expect(second.json['id']).toBe(first.json['id']);
  });

  it('asks for permissions in servers', async () => {
    const guild = discord.createGuild('Strict');
    const path = (channel: string, rest = '/messages') => `/channels/${channel}${rest}`;
    const hidden = guild.createChannel('hidden', { denyBot: ['viewChannel'] });
    const silent = guild.createChannel('silent', { denyBot: ['sendMessages', 'createPrivateThreads'] });
    const plain = guild.createChannel('plain', {
      denyBot: ['embedLinks', 'attachFiles', 'readMessageHistory'],
    });
    expect(await outcome('POST', path(hidden), { content: 'x' })).toEqual([403, 50001]);
    expect(await outcome('POST', path(silent), { content: 'x' })).toEqual([403, 50013]);
    expect(await outcome('POST', path(silent, '/threads'), { name: 'x', type: 12 })).toEqual([403, 50013]);
    expect(await outcome('POST', path(plain), { embeds: [{ title: 'x' }] })).toEqual([403, 50013]);
    expect((await call(discord, 'GET', path(plain))).json).toEqual([]);
  });

  it('shows one message for one nonce, for five minutes', async () => {
    const first = await send({ content: 'once', nonce: 'key', enforce_nonce: true });
    const again = await send({ content: 'once', nonce: 'key', enforce_nonce: true });
    expect(again.json['id']).toBe(first.json['id']);
    await send({ content: 'once', nonce: 'key' });
    expect(candidate.sees()).toHaveLength(2);
    discord.clock.advance(5 * 60_000 + 1);
    await send({ content: 'once', nonce: 'key', enforce_nonce: true });
    expect(candidate.sees()).toHaveLength(3);
  });

  it('pings as allowed_mentions says', async () => {
    const guild = discord.createGuild('Pings', ['mentionEveryone']);
    guild.admits(candidate.id);
    const channel = guild.createChannel('loud');
    const content = `@everyone <@${candidate.id}>`;
    const pings = async (more: Json) => {
      await call(discord, 'POST', `/channels/${channel}/messages`, { content, ...more });
      return candidate.sees({ channel }).at(-1)?.pings;
    };
    expect(await pings({})).toEqual(['everyone', `user:${candidate.id}`]);
    expect(await pings({ allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pings({ allowed_mentions: { users: [candidate.id] } })).toEqual([`user:${candidate.id}`]);
    const v2 = { content: undefined, flags: 32768, components: [{ type: 10, content }] };
    expect(await pings(v2)).toEqual(['everyone', `user:${candidate.id}`]);
    expect(await pings({ content: undefined, embeds: [{ description: content }] })).toEqual([]);
  });

  it('cannot take the Components V2 flag back', async () => {
    const { json } = await send({ flags: 32768, components: [{ type: 10, content: 'x' }] });
    const path = `${messages()}/${json['id']}`;
    expect(await outcome('PATCH', path, { flags: 0, content: 'x', components: [] })).toEqual([400, 50035]);
    expect(await outcome('PATCH', path, { content: 'x' })).toEqual([400, 50035]);
    expect(await outcome('PATCH', path, { components: [{ type: 10, content: 'y' }] })).toEqual([
      200,
      undefined,
    ]);
  });

  it('pages through messages, also those sent while no bot was connected', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => candidate.dm(`m${index}`).id);
    const page = async (query: string) =>
      ((await call(discord, 'GET', `${messages()}?${query}`)).json as unknown as { content: string }[]).map(
        ({ content }) => content,
      );
    expect(await page('limit=3')).toEqual(['m7', 'm6', 'm5']);
    expect(await page(`before=${ids[3]}&limit=2`)).toEqual(['m2', 'm1']);
    expect(await page(`after=${ids[3]}&limit=2`)).toEqual(['m5', 'm4']);
    expect(await page(`around=${ids[4]}&limit=3`)).toEqual(['m5', 'm4', 'm3']);
    discord.clock.advance(5_000);
    expect(await outcome('GET', `${messages()}?limit=101`)).toEqual([400, 50035]);
    expect(await outcome('GET', `${messages()}?before=${ids[0]}&after=${ids[1]}`)).toEqual([400, 50035]);
    expect(await outcome('GET', `${messages()}?after=yesterday`)).toEqual([400, 50035]);
  });

  it('counts per channel, tells so, and asks to wait', async () => {
    const replies = [];
    for (let count = 0; count < 6; count++) replies.push(await send({ content: `${count}` }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const [first, last] = [replies[0]!, replies[5]!];
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(Number(first.headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(4);
    expect(last.json).toMatchObject({ global: false });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(4);
    const other = discord.createPerson('Other');
    expect(await outcome('POST', `/channels/${other.directChannel}/messages`, { content: 'x' })).toEqual([
      200,
      undefined,
    ]);
    discord.clock.advance(5_000);
    expect((await send({ content: 'again' })).status).toBe(200);
  });

  it('has a global limit of fifty a second, beside interactions', async () => {
    for (let count = 0; count < 50; count++) await call(discord, 'GET', '/users/@me');
    const { status, json, headers } = await call(discord, 'GET', '/users/@me');
    expect([status, json['global'], headers.get('x-ratelimit-global')]).toEqual([429, true, 'true']);
    expect(await outcome('POST', '/interactions/1/x/callback', { type: 5 })).toEqual([404, 10062]);
  });

  it('fails as told', async () => {
    discord.faults.next({ method: 'POST', path: /messages$/ }, { type: 'status', status: 502 });
    expect((await send({ content: 'a' })).status).toBe(502);
    const tooFast = { status: 400, code: 40003, message: 'You are opening direct messages too fast.' };
    discord.faults.next({ path: /users\/@me\/channels/ }, { type: 'error', ...tooFast });
    expect(await outcome('POST', '/users/@me/channels', { recipient_id: candidate.id })).toEqual([
      400, 40003,
    ]);
    discord.faults.next({}, { type: 'rateLimit', retryAfterMs: 1_500, global: true });
    expect((await send({ content: 'a' })).json).toMatchObject({ retry_after: 1.5, global: true });
    discord.faults.next({}, { type: 'loseRequest' });
    await expect(send({ content: 'never' })).rejects.toThrow();
    expect(candidate.sees()).toEqual([]);
    discord.faults.next({}, { type: 'loseResponse' });
    await expect(send({ content: 'done unseen' })).rejects.toThrow();
    expect(candidate.sees().map(({ content }) => content)).toEqual(['done unseen']);
  });

  it('keeps uploaded files with their alt text, and edits which of them stay', async () => {
    const body = {
      content: 'report',
      attachments: [{ id: '0', filename: 'report.md', description: 'The report' }],
    };
    const files = [{ name: 'x.md', bytes: new TextEncoder().encode('# Report') }];
    const { json } = await call(discord, 'POST', messages(), body, { files });
    const [sent] = candidate.sees();
    expect(sent?.files).toMatchObject([{ name: 'report.md', description: 'The report' }]);
    expect(new TextDecoder().decode(sent?.files[0]?.bytes)).toBe('# Report');
    await call(discord, 'PATCH', `${messages()}/${json['id']}`, { content: 'gone', attachments: [] });
    expect(candidate.sees()[0]?.files).toEqual([]);
  });

  it('gives a file a safe name and keeps the real one as its title', async () => {
    candidate.dm('', { attachments: [{ name: 'My CV (이력서).pdf', bytes: new Uint8Array(1) }] });
    const { json } = await call(discord, 'GET', messages());
    expect(json).toMatchObject([
      { attachments: [{ filename: 'My_CV_이력서_.pdf', title: 'My CV (이력서)' }] },
    ]);
  });

  it('serves files by signed links that expire', async () => {
    candidate.dm('', { attachments: [{ name: 'cv.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }] });
    const [message] = (await call(discord, 'GET', messages())).json as unknown as {
      attachments: { url: string }[];
    }[];
    const url = message?.attachments[0]?.url ?? '';
    expect(new URL(url).searchParams.get('hm')).toMatch(/^[0-9a-f]{64}$/);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('hm=', 'hm=0'))).status).toBe(404);
    discord.clock.advance(24 * 60 * 60_000 + 1_000);
    expect((await fetch(url)).status).toBe(404);
    const [again] = (await call(discord, 'GET', messages())).json as unknown as {
      attachments: { url: string }[];
    }[];
    expect((await fetch(again?.attachments[0]?.url ?? '')).status).toBe(200);
    discord.faults.next({ path: /^\/attachments/ }, { type: 'stall' });
    const stalled = await fetch(url.replace(/\?.*/, '') + new URL(again?.attachments[0]?.url ?? '').search);
    const half = await stalled.body?.getReader().read();
    expect(half?.value).toHaveLength(2);
    discord.removeFile(url);
    expect((await fetch(again?.attachments[0]?.url ?? '')).status).toBe(404);
  });

  it('registers commands idempotently, with ids that stay', async () => {
    const path = `/applications/${discord.applicationId}/commands`;
    const command = {
      name: 'interview',
      name_localizations: { ko: '면접' },
      description: 'A mock interview',
    };
    const put = async (body: Json) =>
      ((await call(discord, 'PUT', path, [body])).json as unknown as Json[])[0] as Json;
    const [first, same, changed] = [
      await put(command),
      await put(command),
      await put({ ...command, description: 'New' }),
    ];
    expect([same['id'], same['version']]).toEqual([first['id'], first['version']]);
    expect(changed['id']).toBe(first['id']);
    expect(changed['version']).not.toBe(first['version']);
    const [bare] = (await call(discord, 'GET', path)).json as unknown as Json[];
    expect(bare).not.toHaveProperty('name_localizations');
    const [full] = (await call(discord, 'GET', `${path}?with_localizations=true`)).json as unknown as Json[];
    expect(full).toMatchObject({ name_localizations: { ko: '면접' } });
  });

  it('opens private and public threads, and lets people in', async () => {
    const { channel } = discord.home;
    const made = await call(discord, 'POST', `/channels/${channel}/threads`, { name: 'Interview', type: 12 });
    expect([made.status, made.json['type']]).toEqual([201, 12]);
    const thread = String(made.json['id']);
    expect(() => candidate.sees({ channel: thread })).toThrow('cannot look');
    expect((await call(discord, 'PUT', `/channels/${thread}/thread-members/${candidate.id}`)).status).toBe(
      204,
    );
    candidate.says(thread, 'here');
    expect(candidate.sees({ channel: thread })).toHaveLength(1);
    const open = await call(discord, 'POST', `/channels/${channel}/threads`, { name: 'Watched', type: 11 });
    expect(discord.createPerson('Peer').sees({ channel: String(open.json['id']) })).toEqual([]);
    const nameless = await call(discord, 'POST', `/channels/${channel}/threads`, { type: 12 });
    expect(nameless.json['code']).toBe(50035);
    const inDirect = await call(discord, 'POST', `/channels/${candidate.directChannel}/threads`, {
      name: 'x',
      type: 12,
    });
    expect(inDirect.json['code']).toBe(50024);
  });
});
