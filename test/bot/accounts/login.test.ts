import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { englishResume } from '../../fixtures/cv/make-cvs.ts';
import { codeOf, logsIn, PASSWORD, registers, startsInterview } from './people.ts';

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let resume: Uint8Array;

beforeEach(async () => {
  bot = await createTestBot();
  resume = await englishResume();
});
afterEach(() => bot.dispose());

/** An account with one finished interview and a CV. */
async function experienced(name: string) {
  const user = bot.user(name);
  await startsInterview(user, resume);
  await user.say(ANSWER);
  await user.say('stop');
  return user;
}

describe('login', () => {
  it.each(['Kim.Dev', 'kim.dev', ' KIM.DEV ', 'minseo@example.org', 'MinSeo@Example.ORG'])(
    'brings somebody new to the account by %j',
    async (name) => {
      const home = await experienced('home');
      await registers(home);
      const away = bot.user('away');
      expect(textOf(await logsIn(away, name))).toContain('Here you now use the account **Kim.Dev**');
      expect(textOf(await away.say('history'))).toContain('Backend · classic');
      expect(textOf(await away.say('cv list'))).toContain('cv.pdf');
      expect(textOf(await away.say('status'))).toContain('4 of 5');
    },
  );

  it('works as the first thing that somebody ever does', async () => {
    await registers(bot.user('home'));
    const away = bot.user('away');
    expect(textOf(await away.submit({ login: 'kim.dev', password: PASSWORD }, 'login'))).toContain(
      '**Kim.Dev**',
    );
    expect(textOf(await bot.user('home').say('register'))).toContain('fake (home), fake (away)');
  });

  it('answers a wrong password as it answers a name that nobody has', async () => {
    await registers(bot.user('home'));
    const [away, stranger] = [bot.user('away'), bot.user('stranger')];
    for (const user of [away, stranger]) await user.say('hi');
    const wrong = await logsIn(away, 'kim.dev', 'some other words');
    expect(textOf(wrong)).toContain('do not belong together');
    expect(await logsIn(stranger, 'nobody.here', 'some other words')).toEqual(wrong);
  });

  it('tells the account’s other platforms, from where a stranger can be detached', async () => {
    const home = await experienced('home');
    await registers(home);
    const away = bot.user('away');
    await logsIn(away);
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('**fake (away)** has been attached to your account');
    expect(textOf(await home.press('That was not me'))).toContain('**fake (away)** was detached');
    expect(textOf(await away.say('history'))).toContain('You have not finished an interview yet');
    expect(textOf(away.messages())).toContain('This platform was detached');
    expect(textOf(await home.press('That was not me'))).toContain('not attached any more');
    expect(textOf(await home.say('history'))).toContain('Backend');
  });

  it('says so where the account is in use already', async () => {
    const home = bot.user('home');
    await registers(home);
    expect(textOf(await logsIn(home))).toContain('You are using that account here already');
  });
});

describe('two accounts that both hold something', () => {
  async function bothUsed() {
    const home = await experienced('home');
    await registers(home);
    await home.say('language ko');
    await bot.advance(60_000, home.conversation);
    const away = await experienced('away');
    return { home, away };
  }

  it('are put together only after a question that says what that means', async () => {
    const { away } = await bothUsed();
    const question = textOf(await logsIn(away));
    expect(question).toContain('Put two accounts together?');
    expect(question).toContain('1 interview and 1 CV');
    expect(question).toContain('cannot be undone');
    expect(textOf(await away.press('Leave them as they are'))).toContain('Nothing was changed');
    expect(textOf(await away.say('status'))).toContain('4 of 5');
  });

  it('become one, with the history, the CVs and the used interviews of both, and the older one’s settings', async () => {
    const { home, away } = await bothUsed();
    await logsIn(away);
    expect(textOf(await away.press('Put them together'))).toContain('**Kim.Dev** 계정을');
    const history = textOf(await away.say('history'));
    expect(history.match(/백엔드/g)).toHaveLength(2);
    expect(textOf(await away.say('status'))).toContain('5번 중 3번');
    expect(textOf(await home.say('cv list'))).toContain('2. **cv.pdf**');
    expect(textOf(await home.say('report 1'))).toContain(ANSWER);
  });

  it('stay two when the answer comes after ten minutes, or from somebody else', async () => {
    const { away } = await bothUsed();
    await logsIn(away);
    const choice = away.messages().at(-1)?.choices?.[0]?.id ?? '';
    const other = bot.user('other');
    await other.say('hi');
    expect(textOf(await other.choose(choice))).toContain('Please begin again');
    await bot.advance(10 * 60_000, away.conversation);
    expect(textOf(await away.choose(choice))).toContain('Please begin again');
    expect(textOf(await away.say('status'))).toContain('4 of 5');
  });

  it('give the username up that the account had which ends', async () => {
    const home = bot.user('home');
    await registers(home);
    const away = bot.user('away');
    await registers(away, { username: 'second', email: 'second@example.org' });
    expect(textOf(await logsIn(away))).toContain('**second** of the account here is given up');
    await away.press('Put them together');
    expect(textOf(await logsIn(bot.user('third'), 'second'))).toContain('do not belong together');
    expect(
      textOf(await registers(bot.user('fourth'), { username: 'second', email: 'second@example.org' })),
    ).toContain('You are registered as **second**');
  });

  it('keep the only username there is, with its password', async () => {
    const home = bot.user('home');
    await home.say('link');
    const away = bot.user('away');
    await registers(away);
    await away.say(`link ${codeOf(home)}`);
    await away.press('Put them together');
    expect(textOf(await home.say('register'))).toContain('**Kim.Dev**');
    expect(textOf(await logsIn(bot.user('third')))).toContain('**Kim.Dev**');
  });

  it('bring all their platforms along', async () => {
    const home = bot.user('home');
    await registers(home);
    const away = await experienced('away');
    await away.say('link');
    const second = bot.user('second');
    await second.say(`link ${codeOf(away)}`);
    expect(textOf(await logsIn(second))).toContain('with its 2 platforms');
    await second.press('Put them together');
    expect(textOf(await away.say('register'))).toContain('fake (home), fake (away), fake (second)');
  });
});

describe('interviews that are open in both accounts', () => {
  it('the one used last goes on, the other is evaluated where it was held', async () => {
    const home = bot.user('home');
    await startsInterview(home, resume);
    await home.say(ANSWER);
    await registers(home);
    await bot.advance(60_000, home.conversation);
    const away = bot.user('away');
    await startsInterview(away, resume);
    expect(textOf(await logsIn(away))).toContain('An interview is open in both');
    await away.press('Put them together');
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('Your interview');
    expect(textOf(await away.say(ANSWER))).toContain('Question 2 of 3');
    expect(textOf(await home.say('status'))).toContain('question 2 of 3');
    expect(textOf(await home.say('resume'))).toContain('Question 2 of 3');
  });

  it('the newer one is ended when the older one was used last', async () => {
    const home = bot.user('home');
    await startsInterview(home, resume);
    await registers(home);
    const away = bot.user('away');
    await startsInterview(away, resume);
    await bot.advance(60_000, home.conversation);
    await home.say(ANSWER);
    await logsIn(away);
    const replies = textOf(await away.press('Put them together'));
    expect(replies).toContain('does not count');
    expect(textOf(await away.say('status'))).toContain('question 2 of 3');
    expect(textOf(await away.say('status'))).toContain('4 of 5');
  });
});

it('a CV that is being read finds the account that its owner has become part of', async () => {
  await registers(bot.user('home'));
  const away = bot.user('away');
  await away.say('cv upload');
  await away.press('Yes');
  bot.fake.files.set('late.pdf', resume);
  const message = { ...away.message(''), attachments: [{ ref: 'late.pdf', name: 'late.pdf' }] };
  // Both are stored before the file is read.
  const uploaded = away.event(message as typeof message & { type: 'message' });
  const loggedIn = away.submit({ login: 'kim.dev', password: PASSWORD }, 'login');
  await Promise.all([uploaded, loggedIn]);
  await bot.settle(away.conversation);
  if (textOf(away.messages()).includes('Put two accounts together')) await away.press('Put them together');
  expect(textOf(await bot.user('home').say('cv list'))).toContain('late.pdf');
});
