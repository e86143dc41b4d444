import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { codeOf, logsIn, registers } from './people.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;

beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

async function shown(name: string) {
  const user = bot.user(name);
  const text = textOf(await user.say('link'));
  return { user, text, code: codeOf(user) };
}

describe('link', () => {
  it('shows a code with a warning, which attaches another platform', async () => {
    const { user: home, text, code } = await shown('home');
    expect(text).toContain('within ten minutes');
    expect(text).toContain('Give it to nobody');
    const away = bot.user('away');
    expect(textOf(await away.say(`link ${code}`))).toContain('the account of your other platform');
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('**fake (away)** has been attached');
  });

  it.each([
    (code: string) => `LINK ${code.toLowerCase()}`,
    (code: string) => `link ${code.replace('-', '')}`,
    (code: string) => `link ${code.replace('-', ' ')}`,
    (code: string) => `/link ${code}`,
    (code: string) => `/interview link ${code}`,
    (code: string) => `연결 ${code}`,
  ])('takes the code however it is typed', async (typed) => {
    const { code } = await shown('home');
    expect(textOf(await bot.user('away').say(typed(code)))).toContain('Here you now use');
  });

  it('takes the code as the argument of a command', async () => {
    const { code } = await shown('home');
    expect(textOf(await bot.user('away').command('link', { code }))).toContain('Here you now use');
  });

  it.each(['ABCD', '12345678', 'ABCD-234!', 'ABCD23456', 'my code'])(
    'says what a code looks like for %j',
    async (code) => {
      const user = bot.user('away');
      await user.say('hi');
      expect(textOf(await user.command('link', { code }))).toContain('eight letters and digits');
    },
  );

  it('does not know a code that was used, replaced by a newer one, or is too old', async () => {
    const { user: home, code } = await shown('home');
    expect(textOf(await bot.user('a').say(`link ${code}`))).toContain('Here you now use');
    expect(textOf(await bot.user('b').say(`link ${code}`))).toContain('That code is not known');
    await home.say('link');
    const replaced = codeOf(home);
    await home.say('link');
    expect(textOf(await bot.user('b').say(`link ${replaced}`))).toContain('That code is not known');
    const late = codeOf(home);
    await bot.advance(10 * 60_000, home.conversation);
    expect(textOf(await bot.user('b').say(`link ${late}`))).toContain('That code is not known');
  });

  it('says where the code belongs that somebody tries on their own account', async () => {
    const { user, code } = await shown('home');
    expect(textOf(await user.say(`link ${code}`))).toContain('on the platform that you want to attach');
    expect(textOf(await bot.user('away').say(`link ${code}`))).toContain('Here you now use');
  });

  it('does not take a word of eight letters for a code', async () => {
    const user = bot.user('away');
    await user.say('hi');
    expect(textOf(await user.say('link checkers'))).toContain('I am not sure what to do with that');
  });

  it('lets a registered account log in elsewhere all the same', async () => {
    const { user: home, code } = await shown('home');
    await bot.user('away').say(`link ${code}`);
    await registers(home);
    expect(textOf(await logsIn(bot.user('third')))).toContain('**Kim.Dev**');
    expect(textOf(await home.say('register'))).toContain('fake (home), fake (away), fake (third)');
  });
});
