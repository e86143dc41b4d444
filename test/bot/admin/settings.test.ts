import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceId, PlatformUserId } from '../../../src/chat/message.ts';
import { createTestBot, textOf, type Where } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const REFUSED = 'That is for the people who run this bot.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let owner: ReturnType<typeof asking>;
beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] } });
  owner = asking(bot, 'owner');
});
afterEach(() => bot.dispose());

const inServer = (name: string, server: string, isWorkspaceAdmin = false, channel = '1'): Where => ({
  place: server as PlaceId,
  channel,
  scope: 'channel',
  from: { id: `fake:${name}` as PlatformUserId, name, isWorkspaceAdmin },
});
const set = (setting: string, value: string) => owner.ask('settings set', { setting, value });

describe('settings', () => {
  it('are listed with what they mean and what holds', async () => {
    const said = textOf(await owner.ask('settings list'));
    expect(said).toContain('- `quota`: **5, as configured**.');
    expect(said).toContain('- `languages`: **en,ko, as configured**.');
    expect(said).not.toContain('`channels`');
    await set('quota', '7');
    expect(textOf(await owner.ask('settings list'))).toContain('- `quota`: **7**.');
  });

  it('take effect with the next thing that somebody does, and are written down', async () => {
    const candidate = bot.user('candidate');
    expect(textOf(await candidate.say('status'))).toContain('5 of 5');
    expect(textOf(await set('quota', '2'))).toContain('`quota` is **2** from now on');
    expect(textOf(await candidate.say('status'))).toContain('2 of 2');
    expect(textOf(await owner.ask('settings reset', { setting: 'quota' }))).toContain('**5**');
    expect(textOf(await candidate.say('status'))).toContain('5 of 5');
    const log = textOf(await owner.ask('audit'));
    expect(log).toContain('changed a setting · `quota` · – → 2');
    expect(log).toContain('reset a setting · `quota` · 2 → –');
  });

  it('outlive the process', async () => {
    await set('quota', '3');
    await bot.stop();
    const again = await createTestBot({ settings: { admins: [OWNER] }, on: bot.database });
    bot = again;
    expect(textOf(await again.user('candidate').say('status'))).toContain('3 of 3');
  });

  it('take effect in another process within a second', async () => {
    const other = await createTestBot({ on: bot.database });
    try {
      const candidate = other.user('candidate');
      await candidate.say('status');
      await set('quota', '1');
      await other.advance(1_000, candidate.conversation);
      expect(textOf(await candidate.say('status'))).toContain('1 of 1');
    } finally {
      await other.stop();
    }
  });

  it('say which formats there are', async () => {
    await set('formats', 'full');
    const candidate = bot.user('candidate');
    expect(textOf(await candidate.say('/start be classic'))).toContain('There is: full.');
    await candidate.say('/start be');
    expect((await bot.store.admin.countStates())[0]).toMatchObject({ position: 'be', count: 1 });
    const [figures] = await bot.store.admin.readSessionsBegun(0, Number.MAX_SAFE_INTEGER);
    expect(figures?.format).toBe('full');
  });

  it('say which languages there are, the first for somebody new', async () => {
    await set('languages', 'ko');
    const candidate = bot.user('candidate', 'en');
    const hello = await candidate.say('hi');
    expect(textOf(hello)).toContain('안녕하세요');
    expect(textOf(hello)).not.toContain('Switch to English');
    expect((await candidate.say('language en'))[0]?.choices?.map(({ label }) => label)).toEqual(['한국어']);
  });

  it('shorten how long a CV is kept, and never lengthen what people agreed to', async () => {
    expect(textOf(await set('retention', '91'))).toContain('People agreed to 90 days');
    await set('retention', '30');
    const candidate = bot.user('candidate');
    expect(textOf(await candidate.say('start'))).toContain('for 30 days');
  });

  it.each([
    ['quota', 'many', 'Interviews that an account may have'],
    ['formats', 'epic', 'Formats that can be chosen'],
    ['renewal', 'yearly', '`never` or `monthly`'],
    ['channels', '1', 'give the command there'],
    ['passwords', 'x', 'You can set here: `quota`'],
  ])('%s is not set to %s', async (setting, value, sentence) => {
    expect(textOf(await set(setting, value))).toContain(sentence);
    expect(await bot.store.readSettings()).toEqual([]);
  });

  it('say how to be used', async () => {
    expect(textOf(await owner.ask('settings set', { setting: 'quota' }))).toContain(
      '`settings set [setting] [value]`',
    );
    expect(textOf(await owner.ask('settings set'))).toContain('You can set here');
  });
});

describe('settings of one server', () => {
  const host = () => asking(bot, 'host', inServer('host', 'fake:one', true));

  it('are its own admins’, and nothing else is', async () => {
    const list = textOf(await host().ask('settings list'));
    expect(list).toContain('- `channels`: **not set**');
    expect(list).not.toContain('`quota`');
    for (const setting of ['quota', 'formats', 'retention']) {
      const said = textOf(await host().ask('settings set', { setting, value: '1' }));
      expect(said).toContain('You can set here: `channels`, `language`.');
    }
    expect(await bot.store.readSettings()).toEqual([]);
    expect(textOf(await host().ask('settings set', { setting: 'language', value: 'ko' }))).toContain(
      '**ko**',
    );
    expect(await bot.store.readSettings()).toEqual([{ place: 'fake:one', name: 'language', value: 'ko' }]);
  });

  it('hold there alone', async () => {
    await host().ask('settings set', { setting: 'language', value: 'ko' });
    const there = asking(bot, 'there', inServer('there', 'fake:one'));
    const elsewhere = asking(bot, 'elsewhere', inServer('elsewhere', 'fake:two'));
    const help = { type: 'command', name: 'help', args: {}, attachments: [] } as const;
    expect(textOf(await there.does({ ...help, ...inServer('there', 'fake:one') }))).toContain('안녕하세요');
    expect(textOf(await elsewhere.does({ ...help, ...inServer('elsewhere', 'fake:two') }))).toContain(
      'Hello!',
    );
  });

  it('name the channels for the bot; in others it says so, and direct messages stay open', async () => {
    const channels = { setting: 'channels', value: '<#7>' };
    expect(textOf(await host().ask('settings set', channels))).toContain('`channels` is **7**');
    const start = { type: 'command', name: 'start', args: {}, attachments: [] } as const;
    const person = bot.user('person');
    const there = (channel: string) =>
      person.does({ ...start, ...inServer('person', 'fake:one', false, channel) });
    const said = await there('8');
    expect(textOf(said)).toBe(
      'I am not used in this channel, but in others here. You can always write to me directly.',
    );
    expect(said[0]?.audience).toBe('participant');
    expect(await bot.store.admin.findMeant('person')).toEqual([]);
    expect(textOf(await there('7'))).toContain('Hello!');
    expect(textOf(await person.say('status'))).toContain('being set up');
    await host().ask('settings reset', { setting: 'channels' });
    expect(textOf(await there('8'))).not.toContain('in this channel');
  });

  it('are not those of a server that somebody runs elsewhere', async () => {
    await host().ask('settings set', { setting: 'channels', value: '7' });
    const foreign = asking(bot, 'foreign', inServer('foreign', 'fake:two', true));
    expect(textOf(await foreign.ask('settings list'))).toContain('- `channels`: **not set**');
    await foreign.ask('settings reset', { setting: 'channels' });
    expect(await bot.store.readSettings()).toEqual([{ place: 'fake:one', name: 'channels', value: '7' }]);
    const visitor = asking(bot, 'foreign', inServer('foreign', 'fake:one', false));
    expect(textOf(await visitor.ask('settings reset', { setting: 'channels' }))).toBe(REFUSED);
    const forged = 'admin:confirm:settings reset:channels';
    expect(textOf(await visitor.choose(forged))).toBe(REFUSED);
  });
});
