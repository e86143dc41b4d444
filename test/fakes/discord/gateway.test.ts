import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeDiscord, type FakeDiscord, type FakeDiscordOptions } from './index.ts';
import { call, connect, identify } from './raw.ts';

const [GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, DIRECT_TYPING, CONTENT] = [
  1,
  1 << 9,
  1 << 12,
  1 << 14,
  1 << 15,
];

describe('the gateway', () => {
  let discord: FakeDiscord;
  const start = async (options?: FakeDiscordOptions) => {
    discord = await createFakeDiscord(options);
    return discord;
  };
  const ready = async (intents: number, more: Json = {}) => {
    const gateway = await connect(discord);
    gateway.send(identify(discord, intents, more));
    await gateway.event('READY');
    return gateway;
  };
  const names = (received: readonly Json[]) => received.flatMap(({ t }) => (t ? [t] : []));
  afterEach(() => discord.close());

  it.each<[string, (discord: FakeDiscord) => unknown, number]>([
    ['an unknown token', (fake) => identify(fake, 0, { token: 'nonsense' }), 4004],
    ['a privileged intent that is switched off', (fake) => identify(fake, CONTENT), 4014],
    ['an intent that does not exist', (fake) => identify(fake, 1 << 30), 4013],
    ['no intents', (fake) => identify(fake, 0, { intents: undefined }), 4013],
    ['a shard beyond the count', (fake) => identify(fake, 0, { shard: [2, 2] }), 4010],
    ['something before identifying', () => ({ op: 3, d: {} }), 4003],
    ['no JSON', () => 'hello', 4002],
    ['a payload of more than 4,096 bytes', () => ({ op: 1, d: 'x'.repeat(5000) }), 4002],
  ])('closes on %s', async (_what, payload, code) => {
    await start();
    const gateway = await connect(discord);
    gateway.send(payload(discord));
    expect(await gateway.closed).toBe(code);
  });

  it('closes on a second identify, an unknown opcode, and more than 120 payloads a minute', async () => {
    await start();
    const [twice, strange, fast] = [await ready(0), await ready(0), await ready(0)];
    twice.send(identify(discord, 0));
    strange.send({ op: 99, d: null });
    for (let count = 0; count < 120; count++) fast.send({ op: 1, d: null });
    expect(await Promise.all([twice.closed, strange.closed, fast.closed])).toEqual([4005, 4001, 4008]);
  });

  it('speaks version 10 in JSON only', async () => {
    await start();
    expect(await (await connect(discord, 'v=6&encoding=json')).closed).toBe(4012);
    expect(await (await connect(discord, 'v=10&encoding=etf')).closed).toBe(4002);
  });

  it('says hello, acknowledges heartbeats, and closes when they stop', async () => {
    await start({ heartbeatMs: 60 });
    const gateway = await connect(discord);
    expect(await gateway.payload(({ op }) => op === 10)).toMatchObject({ d: { heartbeat_interval: 60 } });
    gateway.send({ op: 1, d: null });
    await gateway.payload(({ op }) => op === 11);
    expect(await gateway.closed).toBe(4000);
  });

  it('numbers events from READY on, and gives what resuming needs', async () => {
    await start();
    const candidate = discord.createPerson('Candidate');
    const gateway = await ready(GUILDS | DIRECT_MESSAGES);
    candidate.dm('one');
    const message = await gateway.event('MESSAGE_CREATE');
    expect(names(gateway.received)).toEqual(['READY', 'GUILD_CREATE', 'MESSAGE_CREATE']);
    expect(message).toMatchObject({
      s: 3,
      d: { channel_type: 1, content: 'one', author: { id: candidate.id } },
    });
    const { d } = await gateway.event('READY');
    expect(d).toMatchObject({
      v: 10,
      session_id: expect.any(String),
      resume_gateway_url: expect.stringMatching(/^ws:/),
    });
  });

  it('sends only what the intents ask for', async () => {
    await start();
    const candidate = discord.createPerson('Candidate');
    const [nothing, typing] = [await ready(0), await ready(DIRECT_TYPING)];
    candidate.startsTyping();
    candidate.dm('hi');
    candidate.says(discord.home.channel, 'hi');
    await typing.event('TYPING_START');
    discord.gateway.disconnect();
    await Promise.all([nothing.closed, typing.closed]);
    expect(names(nothing.received)).toEqual(['READY']);
    expect(names(typing.received)).toEqual(['READY', 'TYPING_START']);
  });

  it('empties messages in servers, unless they mention the bot', async () => {
    await start();
    const candidate = discord.createPerson('Candidate');
    const gateway = await ready(GUILD_MESSAGES);
    candidate.says(discord.home.channel, 'secret');
    candidate.says(discord.home.channel, `<@${discord.botId}> help`);
    await gateway.payload(({ d }) => String((d as Json | null)?.['content']).includes('help'));
    const contents = gateway.received
      .filter(({ t }) => t === 'MESSAGE_CREATE')
      .map(({ d }) => (d as Json)['content']);
    expect(contents).toEqual(['', `<@${discord.botId}> help`]);
    const { json } = await call(discord, 'GET', `/channels/${discord.home.channel}/messages`);
    expect((json as unknown as Json[]).at(-1)?.['content']).toBe('');
  });

  it('shows them with the intent switched on and asked for', async () => {
    await start({ privileged: ['messageContent'] });
    const gateway = await ready(GUILD_MESSAGES | CONTENT);
    discord.createPerson('Candidate').says(discord.home.channel, 'open');
    expect((await gateway.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: 'open' });
  });

  it('replays what was missed after a resume, and nothing into a new session', async () => {
    await start();
    const candidate = discord.createPerson('Candidate');
    const gateway = await ready(DIRECT_MESSAGES);
    const session = ((await gateway.event('READY'))['d'] as Json)['session_id'];
    gateway.close(4900);
    await discord.waitFor(() => discord.gateway.sessions()[0]?.connected === false);
    candidate.dm('missed');
    const resumed = await connect(discord);
    resumed.send({ op: 6, d: { token: discord.token, session_id: session, seq: 1 } });
    await resumed.event('RESUMED');
    expect(names(resumed.received)).toEqual(['MESSAGE_CREATE', 'RESUMED']);
    expect(resumed.received.flatMap(({ s }) => s ?? [])).toEqual([2, 3]);
    const fresh = await ready(DIRECT_MESSAGES);
    expect(names(fresh.received)).toEqual(['READY']);
    const { json } = await call(discord, 'GET', `/channels/${candidate.directChannel}/messages`);
    expect(json).toMatchObject([{ content: 'missed' }]);
  });

  it('refuses to resume what is unknown, too old, ended, or from the future', async () => {
    await start();
    const resume = async (session: unknown, seq = 1) => {
      const gateway = await connect(discord);
      gateway.send({ op: 6, d: { token: discord.token, session_id: session, seq } });
      return gateway;
    };
    const sessionOf = async (close: number) => {
      const gateway = await ready(0);
      const id = ((await gateway.event('READY'))['d'] as Json)['session_id'];
      gateway.close(close);
      await gateway.closed;
      await discord.waitFor(
        () => !discord.gateway.sessions().some((session) => session.id === id && session.connected),
      );
      return id;
    };
    const isInvalid = async (session: unknown) =>
      (await (await resume(session)).payload(({ op }) => op === 9))['d'] === false;
    expect(await isInvalid('nonsense')).toBe(true);
    expect(await isInvalid(await sessionOf(1000))).toBe(true);
    expect(await (await resume(await sessionOf(4900), 99)).closed).toBe(4007);
    const old = await sessionOf(4900);
    discord.clock.advance(3 * 60_000);
    expect(await isInvalid(old)).toBe(true);
  });

  it('spreads servers over shards and sends direct messages to shard 0 only', async () => {
    await start();
    const candidate = discord.createPerson('Candidate');
    const guilds = Array.from({ length: 6 }, (_, index) => discord.createGuild(`Guild ${index}`));
    const shards = [
      await ready(GUILDS | DIRECT_MESSAGES, { shard: [0, 2] }),
      await ready(GUILDS | DIRECT_MESSAGES, { shard: [1, 2] }),
    ];
    candidate.dm('hi');
    await shards[0]?.event('MESSAGE_CREATE');
    discord.gateway.disconnect();
    await Promise.all(shards.map((shard) => shard.closed));
    expect(names(shards[1]?.received ?? [])).not.toContain('MESSAGE_CREATE');
    const ids = shards.map(({ received }) =>
      received.filter(({ t }) => t === 'GUILD_CREATE').map(({ d }) => String((d as Json)['id'])),
    );
    expect(ids.flat().sort()).toEqual([discord.home.id, ...guilds.map(({ id }) => id)].sort());
    for (const [shard, of] of ids.entries()) {
      expect(of.length).toBeGreaterThan(2);
      for (const id of of) expect(Number((BigInt(id) >> 22n) % 2n)).toBe(shard);
    }
  });

  it('lets nobody identify faster than every five seconds when told to care', async () => {
    await start({ identifyIntervalMs: 5_000 });
    await ready(0);
    const early = await connect(discord);
    early.send(identify(discord, 0));
    expect((await early.payload(({ op }) => op === 9))['d']).toBe(false);
    discord.clock.advance(5_000);
    early.send(identify(discord, 0));
    await early.event('READY');
  });
});
