import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UndeliverableError } from '../../src/chat/adapter.ts';
import type { ConversationId, EventId, Outgoing, PlatformUserId } from '../../src/chat/message.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

const HOME = 'fake:candidate' as PlatformUserId;

/** What the page shows once it says something. */
async function home(says: string): Promise<Outgoing> {
  const read = () => textOf([bot.fake.homes.get(HOME) ?? {}]);
  await bot.until(() => read().includes(says));
  return bot.fake.homes.get(HOME) as Outgoing;
}

describe('the page about oneself', () => {
  it('tells somebody new what this is, without a message and without remembering them', async () => {
    const user = bot.user('candidate', 'ko');
    expect(await user.looksAtHome()).toEqual([]);
    const view = await home('모의 면접');
    expect(textOf([view])).toContain('이력서를 보내고');
    expect(textOf([view])).toContain('[면접 시작하기]');
    expect((await bot.store.readPerson(HOME, 0)).account).toBeNull();
    expect(textOf(await user.say('안녕하세요'))).toContain('모의 면접을');
  });

  it('shows what is running with a way back to it, and quota, language and privacy', async () => {
    const user = bot.user('candidate');
    await user.say('start backend');
    await user.looksAtHome();
    const shown = textOf([await home('being set up')]);
    expect(shown).toContain('4 of 5 interviews left');
    expect(shown).toContain('[Go on with it]');
    expect(shown).toContain('I speak **English**');
    expect(shown).toContain('What I store');
    expect(shown).toContain('[한국어로 보기]');
    expect(shown).toContain('You have not finished an interview yet');
  });

  it('is renewed when an interview ends, with its score and what to practise', async () => {
    const user = bot.user('candidate');
    await user.say('start backend');
    await user.press('Yes');
    await user.upload('cv.pdf', await englishResume());
    await user.say('I do not know.');
    await user.say('I do not know.');
    await user.say('I do not know.');
    const shown = textOf([await home('Backend · classic')]);
    expect(shown).toContain('0.0 / 5');
    expect(shown).toContain('Topics to practise');
    expect(shown).toMatch(/\*\*: 0\.0 \/ 5 on average \(1 answer\)/);
    expect(shown).toContain('No interview is running');
  });

  it('is renewed when an interview is stopped unanswered', async () => {
    const user = bot.user('candidate');
    await user.say('start backend');
    await user.say('stop');
    expect(textOf([await home('No interview is running')])).toContain('5 of 5 interviews left');
  });

  it('is given up where it cannot be shown, and tried again where it could not be shown just now', async () => {
    const user = bot.user('candidate');
    bot.fake.failNext(new UndeliverableError('gone'), new Error('busy'));
    await user.looksAtHome();
    await bot.until(() => bot.fake.failuresLeft() === 1);
    await bot.advance(3_600_000, user.conversation);
    expect(bot.fake.homes.size).toBe(0);
    await user.looksAtHome();
    await bot.until(() => bot.fake.failuresLeft() === 0);
    while (bot.fake.homes.size === 0) await bot.advance(10_000, user.conversation);
    expect(textOf([await home('Mock interviews')])).toContain('Practise for a job interview');
  });
});

describe('somebody who arrives', () => {
  it('is greeted where the platform says so each time, and only once where it says so for newcomers', async () => {
    const user = bot.user('candidate');
    const arrives = (greets: 'everybody' | 'newcomers') =>
      user.event({ ...user.message(''), type: 'arrived', greets } as never);
    expect(textOf(await arrives('newcomers'))).toContain('Hello!');
    expect(await arrives('newcomers')).toEqual([]);
    expect(textOf(await arrives('everybody'))).toContain('Welcome back');
  });
});

describe('being removed', () => {
  it('gives up what waits to be sent there', async () => {
    const user = bot.user('candidate');
    bot.fake.failNext(new Error('busy'));
    expect(await user.event(user.message('hi'))).toEqual([]);
    const base = user.message('');
    await bot.fake.receive({
      id: 'fake:removed' as EventId,
      conversation: 'fake:' as ConversationId,
      scope: base.scope,
      from: { id: 'fake:bot' as PlatformUserId, name: 'bot' },
      at: base.at,
      type: 'uninstalled',
    });
    await bot.advance(60_000, user.conversation);
    expect(user.messages()).toEqual([]);
  });
});
