import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityRef } from '../../../src/accounts/identity.ts';
import type { PlatformUserId } from '../../../src/chat/message.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { DETAILS, logsIn, PASSWORD, registers } from './people.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;

beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

describe('register', () => {
  it('opens a form that tells the rules beforehand', async () => {
    const user = bot.user('kim');
    await user.command('register');
    const { title, fields } = user.form();
    expect(title).toBe('Register');
    expect(fields.map(({ id, kind }) => [id, kind])).toEqual([
      ['username', 'line'],
      ['name', 'line'],
      ['email', 'line'],
      ['password', 'secret'],
      ['again', 'secret'],
    ]);
    expect(fields.find(({ id }) => id === 'password')?.hint).toContain('10 characters');
    expect(fields.every(({ label, hint = '' }) => label.length <= 45 && hint.length <= 100)).toBe(true);
  });

  it('says a sentence with a button where a message cannot be answered by a form', async () => {
    const user = bot.user('kim');
    await user.say('hi');
    expect(textOf(await user.say('register'))).toContain('never write a password into the chat');
    expect(user.forms()).toEqual([]);
    await user.press('Open the form');
    expect(user.form().title).toBe('Register');
  });

  it('stores what was entered, and shows it afterwards', async () => {
    const user = bot.user('kim');
    expect(textOf(await registers(user))).toContain('You are registered as **Kim.Dev**');
    const shown = textOf(await user.say('register'));
    expect(shown).toContain('**Kim.Dev** (minseo@example.org)');
    expect(shown).toContain('fake (kim)');
    expect(textOf(await registers(user, { username: 'other' }))).toContain('**Kim.Dev**');
  });

  it('names everything that is to be corrected, and opens the form again as it was filled in', async () => {
    const user = bot.user('kim');
    const reply = textOf(
      await registers(user, { username: 'k', email: 'nowhere', password: 'short', again: 'short' }),
    );
    expect(reply).toContain('Not stored yet');
    expect(reply).toContain('A username has 3 to 30');
    expect(reply).toContain('not an e-mail address');
    expect(reply).toContain('10 characters or more');
    await user.press('Correct it');
    const values = Object.fromEntries(user.form().fields.map(({ id, value }) => [id, value]));
    expect(values).toEqual({
      username: 'k',
      name: 'Kim Min-seo',
      email: 'nowhere',
      password: undefined,
      again: undefined,
    });
    const corrected = await user.submit({ ...DETAILS, password: PASSWORD, again: PASSWORD });
    expect(textOf(corrected)).toContain('You are registered');
  });

  it.each([
    [{ password: PASSWORD, again: `${PASSWORD}!` }, 'not the same'],
    [{ password: 'Kim.Dev2024', again: 'Kim.Dev2024' }, 'your name or address'],
    [{ password: 'password1234', again: 'password1234' }, 'the first that anybody would try'],
    [{ name: '  ' }, 'Your name is missing'],
    [{ name: 'x'.repeat(101) }, '100 characters at most'],
  ])('does not take %j', async (fields, problem) => {
    const user = bot.user('kim');
    expect(textOf(await registers(user, fields))).toContain(problem);
    expect(textOf(await logsIn(bot.user('other')))).toContain('do not belong together');
  });

  it.each([
    [{ username: 'KIM.DEV', email: 'another@example.org' }, 'username is taken'],
    [{ username: 'another', email: ' MinSeo@Example.org ' }, 'account with that e-mail address already'],
  ])('gives every name to one account only: %j', async (fields, problem) => {
    await registers(bot.user('kim'));
    expect(textOf(await registers(bot.user('other'), fields))).toContain(problem);
  });

  it('lets one of two have a name that both want at the same moment', async () => {
    const users = [bot.user('a'), bot.user('b')];
    for (const user of users) await user.command('register');
    const replies = await Promise.all(
      users.map((user) => user.submit({ ...DETAILS, password: PASSWORD, again: PASSWORD })),
    );
    const texts = replies.map(textOf);
    expect(texts.filter((text) => text.includes('You are registered'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('username is taken'))).toHaveLength(1);
  });

  it('is done in Korean for somebody who speaks it', async () => {
    const user = bot.user('김', 'ko');
    await user.command('register');
    expect(user.form().title).toBe('가입하기');
    const reply = await user.submit({ ...DETAILS, username: '김개발', password: PASSWORD, again: PASSWORD });
    expect(textOf(reply)).toContain('가입했어요');
    expect(textOf(await logsIn(bot.user('other'), '김개발'.normalize('NFD')))).toContain('김개발');
  });
});

describe('what somebody registered with', () => {
  /** A second platform of the same account, and the one that it began on. */
  async function two() {
    const home = bot.user('home');
    await registers(home);
    const away = bot.user('away');
    await logsIn(away);
    return { home, away };
  }
  const NEXT = 'entirely other words';

  it('can be changed with the present password', async () => {
    const { home, away } = await two();
    await away.say('register');
    await away.press('Change my details');
    expect(away.form().fields.map(({ value }) => value)).toEqual([
      'Kim.Dev',
      'Kim Min-seo',
      'minseo@example.org',
      undefined,
    ]);
    const changed = { ...DETAILS, username: 'kim_2', email: 'new@example.org' };
    expect(textOf(await away.submit({ ...changed, password: 'not the password' }))).toContain(
      'not your present password',
    );
    expect(textOf(await away.say('register'))).toContain('**Kim.Dev**');
    expect(textOf(await away.submit({ ...changed, password: PASSWORD }, 'details'))).toContain('changed');
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('were changed from **fake (away)**');
    expect(textOf(await logsIn(bot.user('other'), 'new@example.org'))).toContain('kim_2');
  });

  it('includes a password, of which only the new one is good afterwards', async () => {
    const { away } = await two();
    await away.say('register');
    await away.press('Change my password');
    expect(textOf(await away.submit({ password: 'wrong wrong wrong', new: NEXT, again: NEXT }))).toContain(
      'not your present password',
    );
    expect(textOf(await away.submit({ password: PASSWORD, new: 'short', again: 'short' }))).toContain(
      '10 characters or more',
    );
    expect(textOf(await away.submit({ password: PASSWORD, new: NEXT, again: NEXT }))).toContain(
      'Your password is changed',
    );
    expect(textOf(await logsIn(bot.user('other')))).toContain('do not belong together');
    expect(textOf(await logsIn(bot.user('another'), 'kim.dev', NEXT))).toContain('Kim.Dev');
  });

  it('can be changed without the present password where the account began: nobody is locked out', async () => {
    const { home, away } = await two();
    await away.submit({ password: PASSWORD, new: NEXT, again: NEXT }, 'password');
    await home.press('That was not me');
    await home.say('register');
    await home.press('Change my password');
    expect(home.form().fields.map(({ id }) => id)).toEqual(['new', 'again']);
    expect(textOf(await home.submit({ new: PASSWORD, again: PASSWORD }))).toContain(
      'Your password is changed',
    );
    expect(textOf(await logsIn(away, 'kim.dev', NEXT))).toContain('do not belong together');
    expect(textOf(await logsIn(away))).toContain('**Kim.Dev**');
  });

  it('leaves the platform where the account began to those who came later', async () => {
    const { home, away } = await two();
    const forged = `detach:${identityRef('fake:home' as PlatformUserId)}`;
    expect(textOf(await away.choose(forged))).toContain('detached only by itself');
    expect(textOf(await home.say('register'))).toContain('fake (home), fake (away)');
  });

  it('cannot be changed by somebody who is not registered', async () => {
    const user = bot.user('nobody');
    await user.say('hi');
    expect(textOf(await user.submit({ ...DETAILS, password: PASSWORD }, 'details'))).toContain(
      'Open the form',
    );
    expect(textOf(await user.submit({ new: PASSWORD, again: PASSWORD }, 'password'))).toContain(
      'Open the form',
    );
    expect(textOf(await logsIn(bot.user('other')))).toContain('do not belong together');
  });
});
