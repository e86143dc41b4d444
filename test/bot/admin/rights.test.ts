import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceId, PlatformUserId } from '../../../src/chat/message.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const REFUSED = 'That is for the people who run this bot.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] } });
});
afterEach(() => bot.dispose());

const inPlace = (name: string, place: string, isWorkspaceAdmin = true) => ({
  place: place as PlaceId,
  scope: 'channel' as const,
  from: { id: `fake:${name}` as PlatformUserId, name, isWorkspaceAdmin },
});

describe('admin commands', () => {
  it('are answered to those whom ADMINS names, without a welcome and without an account', async () => {
    const owner = asking(bot, 'owner');
    const said = textOf(await owner.ask('stats'));
    expect(said).toContain('Accounts: 0');
    expect(said).not.toContain('Hello!');
    expect(textOf(await owner.ask('stats'))).toContain('Accounts: 0');
  });

  it('are refused to everybody else with one sentence, whatever they are', async () => {
    const stranger = asking(bot, 'stranger');
    for (const command of ['stats', 'audit', 'models list', 'no such thing', ''])
      expect(textOf(await stranger.ask(command))).toBe(REFUSED);
    expect(textOf(await stranger.say('/interview-admin stats'))).toBe(REFUSED);
    expect(textOf(await stranger.say('/admin whatever'))).toBe(REFUSED);
    for (const choice of ['admin:page:audit:2:', 'admin:page:nothing:1:', 'admin:', 'admin:made-up:1'])
      expect(textOf(await stranger.choose(choice))).toBe(REFUSED);
  });

  it('work as typed words, in both languages', async () => {
    const owner = bot.user('owner');
    expect(textOf(await owner.say('/admin stats'))).toContain('Statistics');
    expect(textOf(await bot.user('owner', 'ko').say('/면접관리 통계'))).toContain('통계');
    expect(textOf(await owner.say('/admin nonsense'))).toContain('no admin command `nonsense`');
  });

  it('say what can be managed, to each what is theirs', async () => {
    expect(textOf(await asking(bot, 'owner').ask('help'))).toContain('`stats`');
    const theirs = asking(bot, 'host', inPlace('host', 'fake:server'));
    const said = textOf(await theirs.ask('help'));
    expect(said).toContain('What you can manage');
    expect(said).not.toContain('`stats`');
    expect(textOf(await theirs.ask('stats'))).toBe(REFUSED);
  });

  it('are nobody else’s to read in a channel', async () => {
    const owner = asking(bot, 'owner', inPlace('owner', 'fake:server', false));
    for (const message of [...(await owner.ask('help')), ...(await owner.ask('stats'))])
      expect(message.audience).toBe('participant');
    const stranger = asking(bot, 'stranger', inPlace('stranger', 'fake:server', false));
    expect((await stranger.ask('stats'))[0]).toMatchObject({ text: REFUSED, audience: 'participant' });
  });

  it('are not given by running a server, where no server is', async () => {
    const from = { id: 'fake:host' as PlatformUserId, name: 'host', isWorkspaceAdmin: true };
    expect(textOf(await asking(bot, 'host', { from }).ask('help'))).toBe(REFUSED);
  });

  it('know an old button that means nothing any more', async () => {
    expect(textOf(await asking(bot, 'owner').choose('admin:made-up:1'))).toContain('give the command again');
  });
});
