import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { englishResume } from '../../fixtures/cv/make-cvs.ts';
import { codeOf, logsIn, registers, startsInterview } from './people.ts';

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let resume: Uint8Array;

beforeEach(async () => {
  bot = await createTestBot();
  resume = await englishResume();
});
afterEach(() => bot.dispose());

async function finishes(name: string) {
  const user = bot.user(name);
  await startsInterview(user, resume);
  await user.say(ANSWER);
  await user.say('stop');
  return user;
}

async function linked() {
  const home = await finishes('home');
  await home.say('link');
  const away = bot.user('away');
  await away.say(`link ${codeOf(home)}`);
  return { home, away };
}

describe('unlink', () => {
  it('detaches one of several, says where the data stays, and tells the others', async () => {
    const { home, away } = await linked();
    expect(textOf(await away.say('unlink'))).toContain('which you still reach on fake (home)');
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('**fake (away)** was detached');
    expect(textOf(await home.say('history'))).toContain('Backend');
    expect(textOf(await away.say('history'))).toContain('You have not finished an interview yet');
  });

  it('gives nobody fresh interviews, however often platforms come and go', async () => {
    const { away } = await linked();
    expect(textOf(await away.say('status'))).toContain('4 of 5');
    await away.say('unlink');
    expect(textOf(await away.say('status'))).toContain('4 of 5');
  });

  it('takes an open interview to the platform that stays', async () => {
    const { home, away } = await linked();
    await away.say('start backend');
    await away.press('cv.pdf');
    expect(textOf(await away.say('status'))).toContain('question 1 of 3');
    await away.say('unlink');
    await bot.settle(home.conversation);
    expect(textOf(home.messages())).toContain('goes on here');
    expect(textOf(await home.say(ANSWER))).toContain('Question 2 of 3');
    expect(textOf(await away.say('status'))).toContain('No interview is running');
  });

  it('of the last platform warns, and leaves the way back that the password is', async () => {
    const home = await finishes('home');
    await registers(home);
    const warning = textOf(await home.say('unlink'));
    expect(warning).toContain('the last platform of your account');
    expect(warning).toContain('1 interview and 1 CV');
    expect(textOf(await home.press('Leave it attached'))).toContain('Nothing was changed');
    expect(textOf(await home.say('history'))).toContain('Backend');
    await home.say('unlink');
    expect(textOf(await home.press('Detach it all the same'))).toContain('brings you back to everything');
    expect(textOf(await home.say('history'))).toContain('You have not finished an interview yet');
    expect(textOf(await logsIn(home))).toContain('**Kim.Dev**');
    expect(textOf(await home.say('history'))).toContain('Backend');
    expect(textOf(await home.say('status'))).toContain('4 of 5');
  });

  it('of the last platform asks to end an open interview first', async () => {
    const home = bot.user('home');
    await startsInterview(home, resume);
    await registers(home);
    expect(textOf(await home.say('unlink'))).toContain('Finish it or `stop` it first');
    expect(textOf(await home.choose('unlink'))).toContain('Finish it or `stop` it first');
  });

  it('never makes an account unreachable that has no password', async () => {
    const home = await finishes('home');
    expect(textOf(await home.say('unlink'))).toContain('could never be reached again');
    expect(textOf(await home.choose('unlink'))).toContain('could never be reached again');
    expect(textOf(await home.say('history'))).toContain('Backend');
    await home.press('Register');
    expect(home.form().title).toBe('Register');
  });

  it('has nothing to do for somebody who has nothing', async () => {
    expect(textOf(await bot.user('new').say('unlink'))).toContain('There is nothing to detach');
  });

  it('leaves one of two that go at the same moment', async () => {
    const { home, away } = await linked();
    const replies = await Promise.all([home.say('unlink'), away.say('unlink')]);
    const texts = replies.map(textOf);
    expect(texts.filter((text) => text.includes('Detached.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('could never be reached again'))).toHaveLength(1);
  });
});
