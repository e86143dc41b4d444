import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChoiceAction } from '../../src/bot/choice-id.ts';
import { choiceId } from '../../src/bot/choice-id.ts';
import type { Locale, PlatformUserId } from '../../src/chat/message.ts';
import { goodReply } from '../fakes/fake-grader.ts';
import { PLANTED, plant } from '../fakes/planted.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;
type User = ReturnType<TestBot['user']>;

const MINUTE_MS = 60_000;

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

async function eraseAll(user: User) {
  await user.say('delete-me');
  return user.press('Erase everything of');
}

/** Somebody with an interview that is being set up. */
async function someone(name = 'somebody') {
  const user = bot.user(name);
  await user.say('start');
  return user;
}

const STILL_THERE = 'An interview is being set up.';

/** The id of the newest button that erases. */
function confirmOf(user: User): string {
  const choices = user.messages().flatMap(({ choices = [] }) => choices);
  const found = choices.findLast(({ id }) => id.startsWith('erase:'));
  if (!found) throw new Error('Nobody was asked to confirm.');
  return found.id;
}

describe('delete-me', () => {
  it('asks first, and names who is meant and what goes', async () => {
    const user = await plant(bot);
    const [question] = await user.say('delete-me');
    expect(question?.text).toContain('your 1 CV and the questions made from them');
    expect(question?.text).toContain('your 1 interview, with all answers and grades');
    expect(question?.text).toContain('`fake:planted-person`');
    expect(question?.choices?.map(({ label, style }) => [label, style])).toEqual([
      ['Erase everything of planted-person', 'danger'],
      ['Keep everything', undefined],
    ]);
    expect(textOf(await user.press('Keep everything'))).toBe('Nothing was erased.');
    expect(textOf(await user.say('history'))).toContain('Backend');
  });

  it('says what was erased, what stays and why', async () => {
    const user = await plant(bot);
    const receipt = textOf(await eraseAll(user));
    expect(receipt).toContain('Gone: your 1 CV, your 1 interview with all answers and grades');
    expect(receipt).toContain('how many interviews you had used');
    expect(receipt).toContain('Backups are deleted after 30 days');
    expect(receipt).toContain('the messages in this chat');
  });

  it('takes down the page about oneself, too', async () => {
    const user = await someone();
    await user.looksAtHome();
    const home = () => textOf([bot.fake.homes.get('fake:somebody' as PlatformUserId) ?? {}]);
    await bot.until(() => home().includes(STILL_THERE));
    await eraseAll(user);
    await bot.until(() => home().includes('Practise for a job interview'));
    expect(home()).not.toContain(STILL_THERE);
  });

  it('leaves others alone', async () => {
    const user = await someone();
    const other = await someone('somebody-else');
    await eraseAll(user);
    expect(textOf(await other.say('status'))).toContain(STILL_THERE);
    expect(textOf(await user.say('resume'))).toContain('No interview is running');
  });

  it('is understood in plain words and in Korean', async () => {
    const user = bot.user(PLANTED.user, 'ko');
    await user.say('안녕하세요');
    expect(textOf(await user.say('탈퇴'))).toContain('모든 데이터를 지울까요?');
    expect(textOf(await user.press('모두 지우기'))).toContain('**모든 데이터를 지웠어요.**');
  });
});

describe('the button', () => {
  it('pressed twice erases once, and makes no new account', async () => {
    const user = await someone();
    await user.say('delete-me');
    const confirm = confirmOf(user);
    await user.choose(confirm);
    expect(textOf(await user.choose(confirm))).toBe('Nothing is stored about you here.');
    expect(await bot.database.rows('SELECT * FROM account')).toEqual([]);
  });

  it('pressed twice at the same moment erases once', async () => {
    const user = await someone();
    await user.say('delete-me');
    const confirm = confirmOf(user);
    await Promise.all([user.choose(confirm), user.choose(confirm)]);
    const said = user.messages().map(({ text }) => text?.split('\n')[0]);
    expect(said.slice(-2).sort()).toEqual([
      '**Everything about you is erased.**',
      'Nothing is stored about you here.',
    ]);
  });

  it('is too old after ten minutes, and asks again', async () => {
    const user = await someone();
    await user.say('delete-me');
    const confirm = confirmOf(user);
    await bot.advance(10 * MINUTE_MS + 1, user.conversation);
    const again = textOf(await user.choose(confirm));
    expect(again).toContain('That button was too old, so nothing was erased.');
    expect(again).toContain('[Erase everything of somebody]');
    expect(textOf(await user.say('status'))).toContain(STILL_THERE);
    expect(textOf(await user.choose(confirmOf(user)))).toContain('Everything about you is erased');
  });

  it('of an account that was erased before does not erase the new one', async () => {
    const user = await someone();
    await user.say('delete-me');
    const confirm = confirmOf(user);
    await user.choose(confirm);
    await user.say('hi');
    expect(textOf(await user.choose(confirm))).toContain('not made for the data that you have here now');
    expect(textOf(await user.say('status'))).toContain('interviews left');
  });

  it.each<[string, (accountId: string) => ChoiceAction]>([
    ['somebody else’s account', (accountId) => ({ type: 'erase', accountId, askedAt: 1_800_000_000_000 })],
    ['a time to come', (accountId) => ({ type: 'erase', accountId, askedAt: 4_000_000_000_000 })],
  ])('forged for %s erases nothing', async (_, forge) => {
    const victim = await someone();
    await victim.say('delete-me');
    const [, , accountId = ''] = confirmOf(victim).split(':');
    const attacker = bot.user('attacker');
    await attacker.say('hi');
    expect(textOf(await attacker.choose(choiceId(forge(accountId))))).toContain('nothing was erased');
    expect(textOf(await victim.say('status'))).toContain(STILL_THERE);
    expect(textOf(await attacker.say('status'))).toContain('interviews left');
  });

  it.each(['erase:', 'erase:zzz', 'erase::', 'erase:!!:x', 'eraseMe:x', 'erase:zzzzzzzzzzzz:x'])(
    'is nothing when it is %j',
    async (forged) => {
      const user = await someone();
      expect(textOf(await user.choose(forged))).toContain('nothing has changed');
      expect(textOf(await user.say('status'))).toContain(STILL_THERE);
    },
  );
});

describe('in a channel', () => {
  it.each(['channel', 'thread'] as const)('nothing is erased or sent (%s)', async (scope) => {
    const user = await someone();
    await user.say('delete-me');
    const there = (text: string) => user.event({ ...user.message(text), scope });
    const inPrivate = 'Please write it to me in a direct message.';
    expect(textOf(await there('delete-me'))).toContain(inPrivate);
    expect(textOf(await there('export'))).toContain(inPrivate);
    const pressed = { ...user.message(''), type: 'choice', choice: confirmOf(user), scope } as const;
    expect(textOf(await user.event(pressed))).toContain(inPrivate);
    expect(user.messages().flatMap(({ files = [] }) => files)).toEqual([]);
    expect(textOf(await user.say('status'))).toContain(STILL_THERE);
  });
});

describe('work under way when somebody is erased', () => {
  /** A model that says nothing until it is let. */
  async function withSlowModel() {
    await bot.dispose();
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const model = createScriptedModel(async (request) => {
      if (request.purpose === 'cv_questions') return goodReply(request);
      asked.resolve();
      await released.promise;
      return goodReply(request);
    });
    bot = await createTestBot({ model });
    return { asked: asked.promise, release: released.resolve };
  }

  it('a grade comes to nothing, and nobody is told anything', async () => {
    const { asked, release } = await withSlowModel();
    const user = bot.user(PLANTED.user);
    await user.say('start backend');
    await user.press('Yes');
    await user.upload(PLANTED.file, await englishResume());
    for (const answer of PLANTED.answers) await user.say(answer);
    await asked;
    await eraseAll(user);
    const said = user.messages().length;
    release();
    await bot.until(() => bot.erasures.read().length === 1);
    await bot.advance(MINUTE_MS, user.conversation);
    expect(user.messages()).toHaveLength(said);
    expect(bot.fake.typingIn(user.conversation)).toBe(0);
    for (const table of ['account', 'session', 'interaction', 'cv', 'sent_message'])
      expect(await bot.database.rows(`SELECT * FROM ${table}`)).toEqual([]);
  });

  it('an open interview ends without a word, today and when its time would be up', async () => {
    const user = bot.user(PLANTED.user);
    await user.say('start backend');
    await eraseAll(user);
    const said = user.messages().length;
    await bot.advance(8 * 24 * 60 * MINUTE_MS, user.conversation);
    expect(user.messages()).toHaveLength(said);
    expect(textOf(await user.say('resume'))).toContain('No interview is running');
  });

  it('messages that are deleted afterwards make no new account', async () => {
    const user = await someone();
    await eraseAll(user);
    const said = user.messages().length;
    await user.edit('message-1', 'something else');
    await user.event({ ...user.message('', true, 'message-1'), type: 'deleted' } as never);
    expect(user.messages()).toHaveLength(said);
    expect(textOf(await user.say('hi'))).toContain('Hello! I run mock interviews');
  });
});

describe('afterwards', () => {
  it.each<[Locale, string, string]>([
    ['en', 'hi', 'You have 4 interviews. What you used before your data was erased still counts.'],
    ['ko', '안녕', '면접은 모두 4번 보실 수 있어요. 데이터를 지우기 전에 사용하신 횟수는 그대로 계산돼요.'],
  ])('the interviews that were used stay used (%s)', async (locale, hello, sentence) => {
    const user = await someone();
    for (const word of ['stop', 'start', 'stop', 'start', 'stop', 'start', 'stop']) await user.say(word);
    await eraseAll(user);
    const again = bot.user('somebody', locale);
    expect(textOf(await again.say(hello))).toContain(sentence);
  });

  it('an interview without an answer is given back, three times a day and no more', async () => {
    const user = bot.user(PLANTED.user);
    for (let time = 1; time <= 5; time += 1) {
      await user.say('start');
      await eraseAll(user);
    }
    await user.say('hi');
    expect(textOf(await user.say('status'))).toContain('3 of 5 interviews left');
  });

  it('erasing again and again does not add up what was used before', async () => {
    const user = await someone();
    for (const word of ['stop', 'start', 'stop', 'start', 'stop', 'start', 'stop']) await user.say(word);
    for (let time = 1; time <= 3; time += 1) {
      await eraseAll(user);
      await user.say('hi');
    }
    expect(textOf(await user.say('status'))).toContain('4 of 5 interviews left');
  });

  it.each(['export', 'delete-me', '내 데이터', '탈퇴'])(
    '%s says that there is nothing, and stores nothing',
    async (words) => {
      const stranger = bot.user('stranger');
      expect(textOf(await stranger.say(words))).toMatch(
        /^(Nothing is stored about you here\.|여기에 보관 중인 데이터가 없어요\.)$/,
      );
      expect(textOf(await stranger.say('hi'))).toContain('Hello! I run mock interviews');
    },
  );
});
