import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const BANNED = 'You can no longer use this bot.';
const REFUSED = 'That is for the people who run this bot.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let owner: ReturnType<typeof asking>;
beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] } });
  owner = asking(bot, 'owner');
});
afterEach(() => bot.dispose());

const idOf = async (name: string): Promise<string> => {
  const [user] = await bot.store.admin.findMeant(`fake:${name}`);
  if (!user) throw new Error(`${name} has no account.`);
  return user.id;
};
const ban = async (name: string) => {
  await owner.ask('user ban', { who: `fake:${name}` });
  return textOf(await owner.press('Ban them'));
};
const makeAdmin = async (name: string) => {
  await owner.ask('user role', { who: `fake:${name}`, role: 'admin' });
  return textOf(await owner.press('Make them an admin'));
};

describe('finding people', () => {
  it('goes by parts of names and ids, whatever their case, newest first', async () => {
    for (const name of ['kim', 'Kimberley', '김하나', 'lee']) {
      await bot.user(name).say('hi');
      await bot.advance(1_000, owner.conversation);
    }
    expect(textOf(await owner.ask('user find', { who: 'KIM' }))).toMatch(/Kimberley[\s\S]*kim/);
    expect(textOf(await owner.ask('user find', { who: '하나' }))).toContain('**김하나** (`fake:김하나`)');
    expect(textOf(await owner.ask('user find', { who: 'fake:l' }))).toContain('**lee**');
    expect(textOf(await owner.ask('user find', { who: 'nobody' }))).toContain('I know nobody by "nobody"');
    expect(textOf(await owner.ask('user find'))).toContain('4 in all');
  });

  it('takes what SQL would take for a pattern for itself', async () => {
    await bot.user('alex').say('hi');
    await bot.user('50%_!').say('hi');
    for (const who of ['%', '_', '!'])
      expect(textOf(await owner.ask('user find', { who }))).toContain('1 in all');
    expect(textOf(await owner.ask('user find', { who: "' or 1=1 --" }))).toContain('I know nobody');
  });

  it('has pages that keep what was searched for', async () => {
    for (let index = 0; index < 11; index++) await bot.user(`kim ${index}`).say('hi');
    await bot.user('lee').say('hi');
    await owner.ask('user find', { who: 'kim' });
    const said = textOf(await owner.press('Next page'));
    expect(said).toContain('Page 2 of 2, 11 in all.');
  });

  it('shows an account without what they wrote, which is written down', async () => {
    const candidate = bot.user('candidate', 'ko');
    await candidate.say('start be');
    const said = textOf(await owner.ask('user show', { who: 'candidate' }));
    expect(said).toContain('candidate (`fake:candidate`)');
    expect(said).toContain('Language: 한국어');
    expect(said).toContain('- being set up: 1');
    const log = textOf(await owner.ask('audit'));
    expect(log).toContain(`looked at an account · \`${await idOf('candidate')}\``);
    expect(log).not.toContain('candidate (');
  });

  it('asks which one is meant, and how to say it', async () => {
    await bot.user('kim').say('hi');
    await bot.user('KIM').say('hi');
    const said = textOf(await owner.ask('user show', { who: 'Kim' }));
    expect(said).toContain('Several go by "Kim"');
    expect(said).toContain('`fake:KIM`');
    expect(textOf(await owner.ask('user show'))).toContain('`user show [who]`');
    expect(textOf(await owner.ask('user show', { who: 'x' }))).toContain('I know nobody');
  });
});

describe('a ban', () => {
  it('is asked for twice, and leaves nothing but one sentence', async () => {
    const candidate = bot.user('candidate');
    await candidate.say('hi');
    const question = await owner.ask('user ban', { who: 'candidate' });
    expect(textOf(question)).toContain('Ban **candidate** (`fake:candidate`)?');
    expect(textOf(await candidate.say('status'))).not.toContain(BANNED);
    expect(textOf(await owner.press('Ban them'))).toContain('is banned');
    for (const text of ['start be', 'hello', '/interview-admin stats', 'help'])
      expect(textOf(await candidate.say(text))).toContain(BANNED);
    expect(textOf(await candidate.choose('start'))).toContain(BANNED);
    expect(textOf(await candidate.choose('admin:confirm:user unban:x'))).toContain(BANNED);
    expect(await candidate.open()).toEqual([]);
    expect(await candidate.edit('message-1', 'other words')).toEqual([]);
  });

  it('can be left, and taken back', async () => {
    const candidate = bot.user('candidate');
    await candidate.say('hi');
    await owner.ask('user ban', { who: 'candidate' });
    expect(textOf(await owner.press('Leave it'))).toContain('nothing was changed');
    expect(textOf(await candidate.say('status'))).not.toContain(BANNED);
    await ban('candidate');
    expect(textOf(await owner.ask('user ban', { who: 'candidate' }))).toContain('banned already');
    expect(textOf(await owner.ask('user unban', { who: 'candidate' }))).toContain('may use the bot again');
    expect(textOf(await owner.ask('user unban', { who: 'candidate' }))).toContain('is not banned');
    expect(textOf(await candidate.say('status'))).not.toContain(BANNED);
    const log = textOf(await owner.ask('audit'));
    expect(log.match(/ · (banned|lifted a ban) · /g)).toHaveLength(2);
  });

  it('keeps an interview as it was, and says nothing more of it', async () => {
    const candidate = bot.user('candidate');
    await candidate.say('start be');
    const before = candidate.messages().length;
    await ban('candidate');
    await bot.advance(8 * 24 * 60 * 60 * 1000, candidate.conversation);
    expect(candidate.messages()).toHaveLength(before);
    await owner.ask('user unban', { who: 'candidate' });
    expect(textOf(await candidate.say('status'))).toContain('No interview is running');
  });

  it('does not lock out those who run the bot', async () => {
    await owner.say('hi');
    expect(textOf(await owner.ask('user ban', { who: OWNER }))).toContain('cannot ban yourself');
    await bot.user('second').say('hi');
    await makeAdmin('second');
    const second = asking(bot, 'second');
    expect(textOf(await second.ask('user ban', { who: OWNER }))).toContain('named in ADMINS');
    const forged = `admin:confirm:user ban:${await idOf('owner')}`;
    expect(textOf(await second.choose(forged))).toContain('named in ADMINS');
  });

  it('holds for an admin, too', async () => {
    const second = asking(bot, 'second');
    await second.say('hi');
    await makeAdmin('second');
    expect(textOf(await second.ask('stats'))).toContain('Statistics');
    await ban('second');
    expect(textOf(await second.ask('stats'))).toContain(BANNED);
    expect(textOf(await second.choose(`admin:confirm:user unban:${await idOf('second')}`))).toContain(BANNED);
  });
});

describe('roles', () => {
  it('are given by those whom ADMINS names, after a question', async () => {
    const second = asking(bot, 'second');
    await second.say('hi');
    expect(textOf(await second.ask('stats'))).toBe(REFUSED);
    const question = textOf(await owner.ask('user role', { who: 'second', role: 'admin' }));
    expect(question).toContain('Make **second** (`fake:second`) an admin?');
    expect(textOf(await second.ask('stats'))).toBe(REFUSED);
    expect(textOf(await owner.press('Make them an admin'))).toContain('is an admin');
    expect(textOf(await second.ask('stats'))).toContain('Statistics');
    expect(textOf(await owner.ask('user role', { who: 'second', role: 'admin' }))).toContain('is an admin.');
    await owner.ask('user role', { who: 'second', role: 'user' });
    await owner.press('Take the rights');
    expect(textOf(await second.ask('stats'))).toBe(REFUSED);
    expect(textOf(await owner.ask('audit'))).toContain('changed a role');
  });

  it('are not given by an admin who is one by role', async () => {
    const second = asking(bot, 'second');
    await second.say('hi');
    await bot.user('third').say('hi');
    await makeAdmin('second');
    expect(textOf(await second.ask('help'))).not.toContain('user role');
    expect(textOf(await second.ask('user role', { who: 'third', role: 'admin' }))).toBe(REFUSED);
    const forged = `admin:confirm:user role:${await idOf('third')}:admin`;
    expect(textOf(await second.choose(forged))).toBe(REFUSED);
    expect(textOf(await asking(bot, 'third').ask('stats'))).toBe(REFUSED);
  });

  it('are one of two', async () => {
    await bot.user('second').say('hi');
    for (const role of ['king', '']) {
      const said = textOf(await owner.ask('user role', { who: 'second', ...(role && { role }) }));
      expect(said).toContain('A role is one of: user, admin.');
    }
  });

  it('are not taken from the buttons of others', async () => {
    const stranger = asking(bot, 'stranger');
    await stranger.say('hi');
    for (const act of ['user role', 'user ban', 'user unban']) {
      const forged = `admin:confirm:${act}:${await idOf('stranger')}:admin`;
      expect(textOf(await stranger.choose(forged))).toBe(REFUSED);
    }
    expect(textOf(await stranger.ask('stats'))).toBe(REFUSED);
  });
});

describe('interviews given', () => {
  it('can be used, and are shown with who gave them', async () => {
    const candidate = bot.user('candidate');
    await candidate.say('hi');
    expect(textOf(await owner.ask('quota show', { who: 'candidate' }))).toContain('Nobody gave them more');
    const args = { who: 'candidate', number: '3', days: '30', reason: 'helped others' };
    expect(textOf(await owner.ask('quota grant', args))).toContain('has 3 interviews more');
    expect(textOf(await candidate.say('status'))).toContain('8 of 8');
    const said = textOf(await owner.ask('quota show', { who: 'candidate' }));
    expect(said).toMatch(/3 given on .* by `fake:owner` · good until .* · helped others/);
    expect(textOf(await owner.ask('audit'))).toContain('gave interviews');
  });

  it.each([
    [{ number: '0' }, 'from 1 to 100'],
    [{ number: '101' }, 'from 1 to 100'],
    [{ number: '-3' }, 'from 1 to 100'],
    [{ number: 'many' }, 'from 1 to 100'],
    [{ number: '3', days: '0' }, '1 to 3650 days'],
    [{ number: '3', days: '99999' }, '1 to 3650 days'],
    [{}, '`quota grant [who] [number] [days] [reason]`'],
  ])('are not %j', async (args, sentence) => {
    await bot.user('candidate').say('hi');
    expect(textOf(await owner.ask('quota grant', { who: 'candidate', ...args }))).toContain(sentence);
    expect(textOf(await bot.user('candidate').say('status'))).toContain('5 of 5');
  });
});
