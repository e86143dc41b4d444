import { afterEach, describe, expect, it } from 'vitest';
import type { MissedSince } from '../../../adapters/discord/index.ts';
import { createListening, createSetting, type Setting } from './harness.ts';

describe('the connection to Discord', () => {
  let setting: Setting;
  afterEach(() => setting.close());

  const texts = (bot: ReturnType<typeof createListening>) =>
    bot.received.flatMap((incoming) => (incoming.type === 'message' ? [incoming.text] : []));

  it('asks for no privileged intent', async () => {
    setting = await createSetting();
    const bot = createListening();
    await setting.adapter.start(bot.receive, bot.suggest);
    const [session] = setting.discord.gateway.sessions();
    expect(session?.intents).toBe((1 << 9) | (1 << 12) | (1 << 14));
  });

  it('registers its commands once, and again only when it changed', async () => {
    setting = await createSetting();
    const bot = createListening();
    const writes = () =>
      setting.discord.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/commands'))
        .length;
    await setting.adapter.start(bot.receive, bot.suggest);
    expect(setting.discord.commands().map(({ name }) => name)).toEqual(['interview', 'interview-admin']);
    expect(writes()).toBe(2);
    await setting.adapter.stop();
    const again = setting.create();
    await again.start(bot.receive, bot.suggest);
    expect(writes()).toBe(2);
    await again.stop();
  });

  it('starts without its commands when one cannot be registered', async () => {
    setting = await createSetting();
    const bot = createListening();
    setting.discord.faults.next(
      { method: 'POST', path: /commands/ },
      { type: 'error', status: 400, code: 50035, message: 'Invalid Form Body' },
    );
    await setting.adapter.start(bot.receive, bot.suggest);
    expect(setting.logger.lines.join('\n')).toContain('could not be registered');
    setting.discord.createPerson('Candidate').dm('hello');
    await setting.discord.waitFor(() => texts(bot).includes('hello'));
  });

  it('says what to do about a wrong token', async () => {
    setting = await createSetting();
    const bot = createListening();
    const wrong = setting.create({ token: 'not.a.token' });
    await expect(wrong.start(bot.receive, bot.suggest)).rejects.toThrow(/DISCORD_TOKEN.*Bot → Reset Token/);
  });

  it.each([
    [4004, /Reset Token/],
    [4014, /Privileged Gateway Intents/],
    [4011, /DISCORD_SHARDS/],
  ])('says what to do when a running session is ended with %i', async (code, sentence) => {
    const refusals: Error[] = [];
    setting = await createSetting({ onFatal: (error) => refusals.push(error) });
    const bot = createListening();
    await setting.adapter.start(bot.receive, bot.suggest);
    setting.discord.gateway.disconnect(code);
    await setting.discord.waitFor(() => refusals.length > 0);
    expect(refusals[0]?.message).toMatch(sentence);
    expect(setting.logger.lines.some((line) => line.startsWith('fatal'))).toBe(true);
  });

  it('says that Discord is out of reach', async () => {
    setting = await createSetting();
    const bot = createListening();
    const lost = setting.create({ apiUrl: 'http://127.0.0.1:1/api' });
    await expect(lost.start(bot.receive, bot.suggest)).rejects.toThrow(/DISCORD_API_URL.*cannot be reached/s);
  });

  it('loses nothing when it is told to reconnect, or cut off', async () => {
    setting = await createSetting();
    const bot = createListening();
    await setting.adapter.start(bot.receive, bot.suggest);
    const person = setting.discord.createPerson('Candidate');
    setting.discord.gateway.requestReconnect();
    person.dm('while reconnecting');
    await setting.discord.waitFor(() => texts(bot).includes('while reconnecting'));
    setting.discord.gateway.disconnect(null);
    person.dm('while cut off');
    await setting.discord.waitFor(() => texts(bot).includes('while cut off'));
    expect(setting.discord.gateway.received.filter(({ op }) => op === 6).length).toBeGreaterThan(0);
  });

  it('reads what was missed while it was down, before what is said now', async () => {
    const open: MissedSince[] = [];
    setting = await createSetting({ conversationsToCatchUp: async () => open });
    const bot = createListening();
    const person = setting.discord.createPerson('Candidate');
    const stranger = setting.discord.createPerson('Stranger');
    const first = person.dm('missed one');
    person.dm('missed two');
    stranger.dm('no interview is open');
    person.edits(first, 'missed one, edited');
    open.push({ conversation: setting.conversationWith(person), since: setting.discord.clock.now() });
    const holding = Promise.withResolvers<void>();
    setting.discord.faults.next(
      { method: 'GET', path: /messages$/ },
      { type: 'delay', until: holding.promise },
    );
    await setting.adapter.start(bot.receive, bot.suggest);
    person.dm('live');
    stranger.dm('another conversation does not wait');
    await setting.discord.waitFor(() => texts(bot).includes('another conversation does not wait'));
    holding.resolve();
    await setting.discord.waitFor(() => texts(bot).includes('live'));
    const own = bot.received.filter(({ from }) => from.id === `discord:${person.id}`);
    expect(
      [...new Map(own.map((incoming) => [incoming.id, incoming])).values()].map(
        (incoming) => 'text' in incoming && incoming.text,
      ),
    ).toEqual(['missed one, edited', 'missed one, edited', 'missed two', 'live']);
  });

  it('reads what was missed when a session could not be resumed', async () => {
    const open: MissedSince[] = [];
    setting = await createSetting({ conversationsToCatchUp: async () => open });
    const bot = createListening();
    const person = setting.discord.createPerson('Candidate');
    await setting.adapter.start(bot.receive, bot.suggest);
    open.push({ conversation: setting.conversationWith(person), since: setting.discord.clock.now() });
    setting.discord.gateway.invalidate(false);
    person.dm('lost to the gateway');
    await setting.discord.waitFor(() => texts(bot).includes('lost to the gateway'));
  });

  it('lets live messages through when what was missed cannot be read', async () => {
    const open: MissedSince[] = [];
    setting = await createSetting({ conversationsToCatchUp: async () => open });
    const bot = createListening();
    const person = setting.discord.createPerson('Candidate');
    open.push({ conversation: setting.conversationWith(person), since: 0 });
    setting.discord.faults.next(
      { method: 'GET', path: /messages$/ },
      { type: 'error', status: 403, code: 50001, message: 'Missing Access' },
    );
    await setting.adapter.start(bot.receive, bot.suggest);
    person.dm('live');
    await setting.discord.waitFor(() => texts(bot).includes('live'));
  });

  it('takes the shards it is given', async () => {
    setting = await createSetting({ shards: { ids: [0, 1], total: 2 } });
    const bot = createListening();
    await setting.adapter.start(bot.receive, bot.suggest);
    expect(setting.discord.gateway.sessions().map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});
