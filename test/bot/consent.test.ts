import { afterEach, describe, expect, it } from 'vitest';
import { consentKey } from '../../src/accounts/consent.ts';
import type { LanguageModel } from '../../src/model/language-model.ts';
import { goodReply } from '../fakes/fake-grader.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type Models = { readonly model?: LanguageModel | null; readonly second?: LanguageModel | null };

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

const ANSWERS = [
  'I would measure first, then add an index and check the plan again.',
  'In 2023 our release failed; I wrote the rollback and led the fix.',
  'I designed it, and p95 fell from 900 ms to 200 ms.',
] as const;
const AGAIN = 'I have to ask you again';

const ai = (name: string) => createScriptedModel(goodReply, name);
const graded = ({ requests }: ReturnType<typeof ai>) =>
  requests.filter(({ purpose }) => purpose.startsWith('grade')).length;

/** Agreed to the services of `models`, with the first question open. */
async function begin(models: Models = {}) {
  bot = await createTestBot(models);
  const user = bot.user('candidate');
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', await englishResume());
  await user.say('backend');
  await bot.settleModel(user.conversation);
  return user;
}

/** The program starts again with other services. */
async function restart(models: Models) {
  const { database } = bot;
  await bot.stop();
  bot = await createTestBot({ on: database, ...models });
  return bot.user('candidate');
}

describe('an interview that began without a language model, when there is one', () => {
  it('sends it nothing before its candidate agrees', async () => {
    await begin();
    const model = ai('New AI');
    const user = await restart({ model });
    for (const answer of ANSWERS) await user.say(answer);
    await bot.settleModel(user.conversation);
    expect(model.requests).toEqual([]);
    const report = textOf(await user.say('report 1'));
    expect(report).toContain('You have not agreed that a language model service reads your answers');
    expect(report).toContain('5 estimate');
  });

  it('asks with the next message, after what it did with it, and asks once', async () => {
    await begin();
    const user = await restart({ model: ai('New AI') });
    const replies = await user.say(ANSWERS[0]);
    expect(replies.map(({ text }) => text)).toEqual([
      expect.stringContaining('Question 2 of 3'),
      expect.stringContaining(AGAIN),
    ]);
    expect(textOf(replies)).toContain('When you agreed, I did not use New AI yet');
    expect(textOf(replies)).toContain('your interview goes on all the same');
    expect(textOf(await user.say(ANSWERS[1]))).not.toContain(AGAIN);
  });

  it('also when the message does not close the answer', async () => {
    await begin();
    const user = await restart({ model: ai('New AI') });
    expect(textOf(await user.say('First part.', false))).toContain(AGAIN);
    expect(await user.say('Second part.', false)).toEqual([]);
    await user.press('Yes');
    expect(textOf(await user.say('next'))).toContain('Question 2 of 3');
  });

  it('asks whoever comes back, and whoever goes on, until there is an answer', async () => {
    await begin();
    const user = await restart({ model: ai('New AI') });
    expect(textOf(await user.open())).toMatch(/^Welcome back![\s\S]*I have to ask you again/);
    expect(textOf(await user.say('resume'))).toContain(AGAIN);
    const after = textOf(await user.press('Yes'));
    expect(after).toContain('Thank you');
    expect(after).toContain('Question 1 of 3');
    expect(textOf(await user.say('resume'))).not.toContain(AGAIN);
  });

  it('grades with it after a Yes, also what it has estimated meanwhile', async () => {
    await begin();
    const model = ai('New AI');
    const user = await restart({ model });
    await user.say(ANSWERS[0]);
    await bot.settleModel(user.conversation);
    await user.press('Yes');
    await user.say(ANSWERS[1]);
    await user.say(ANSWERS[2]);
    await bot.settleModel(user.conversation);
    expect(graded(model)).toBe(3);
    expect(textOf(await user.say('report 1'))).not.toContain('estimate');
  });

  it('goes on without it after a No, says so, and does not ask again', async () => {
    await begin();
    const model = ai('New AI');
    const user = await restart({ model });
    await user.say(ANSWERS[0]);
    const after = textOf(await user.press('No, thanks'));
    expect(after).toContain('From here on nothing of yours is sent to any service');
    expect(after).toContain('Question 2 of 3');
    expect(textOf(await user.say('resume'))).not.toContain(AGAIN);
    expect(textOf(await user.open())).not.toContain(AGAIN);
    await user.say(ANSWERS[1]);
    const before = user.messages().length;
    await user.say(ANSWERS[2]);
    await bot.settleModel(user.conversation);
    const evaluation = textOf(user.messages().slice(before));
    expect(evaluation).toContain('Your interview');
    expect(evaluation).not.toContain('being graded');
    expect(model.requests).toEqual([]);
    await user.say('start frontend');
    expect(textOf(user.messages().slice(-1))).toContain('Before you send your CV');
  });

  it('says it in Korean, too', async () => {
    bot = await createTestBot();
    const user = bot.user('candidate', 'ko');
    await user.say('시작');
    await user.press('네, 진행할게요');
    await user.upload('cv.pdf', await englishResume());
    await user.say('백엔드');
    const again = await restart({ model: ai('New AI') });
    const asked = textOf(await again.say('인덱스를 먼저 확인합니다.'));
    expect(asked).toContain('이력서에 대해 다시 한번 여쭤볼게요');
    expect(asked).toContain('New AI');
    expect(textOf(await again.press('아니요'))).toContain('이 서버에서만 평가할게요');
  });
});

describe('an interview that began with one service, when there are two', () => {
  it('goes on with the one that was agreed to', async () => {
    const first = ai('First AI');
    await begin({ model: first });
    const second = ai('Second AI');
    const user = await restart({ model: second, second: first });
    await user.say(ANSWERS[0]);
    await bot.settleModel(user.conversation);
    expect(graded(first)).toBe(1);
    expect(second.requests).toEqual([]);
    await user.press('Yes');
    await user.say(ANSWERS[1]);
    await bot.settleModel(user.conversation);
    expect(graded(second)).toBe(1);
  });

  it('is not asked about when one of them goes', async () => {
    const first = ai('First AI');
    await begin({ model: first, second: ai('Second AI') });
    const user = await restart({ model: first });
    expect(textOf(await user.say(ANSWERS[0]))).not.toContain(AGAIN);
    await bot.settleModel(user.conversation);
    expect(graded(first)).toBe(1);
  });

  it('needs a Yes before the other one grades a disputed answer', async () => {
    const first = ai('First AI');
    const begun = await begin({ model: first });
    await begun.say(ANSWERS[0]);
    await begun.say('stop');
    await bot.settleModel(begun.conversation);
    const second = ai('Second AI');
    const dispute = begun
      .messages()
      .flatMap(({ choices = [] }) => choices)
      .findLast(({ label }) => label.includes('disagree'))!;
    const user = await restart({ model: first, second });
    expect(textOf(await user.choose(dispute.id))).toContain('another service has to read it');
    expect(second.requests).toEqual([]);
    await user.press('Yes');
    await user.choose(dispute.id);
    await bot.settleModel(user.conversation);
    expect(graded(second)).toBe(1);
  });
});

describe('a Yes', () => {
  it('is to the services that the question named, and to no others', async () => {
    bot = await createTestBot();
    await bot.user('candidate').say('start');
    const model = ai('New AI');
    const user = await restart({ model });
    const old = `consent:yes:${consentKey([])}`;
    expect(textOf(await user.choose(old))).toContain('sent to New AI');
    expect(textOf(await user.choose('consent:yes'))).toContain('sent to New AI');
    expect(textOf(await user.press('Yes'))).toContain('CV as a PDF');
  });

  it('for a CV that waits reads it, whatever was configured since', async () => {
    bot = await createTestBot();
    const early = bot.user('candidate');
    await early.upload('early.pdf', await englishResume());
    const user = await restart({ model: ai('New AI') });
    bot.fake.files.set('early.pdf', await englishResume());
    expect(textOf(await user.choose(`consent:yes:${consentKey([])}`))).toContain('sent to New AI');
    expect(textOf(await user.press('Yes'))).toContain('I have read **early.pdf**');
  });
});

it('a No before a CV was chosen ends what was being set up', async () => {
  bot = await createTestBot({ model: ai('Example AI') });
  const user = bot.user('candidate');
  await user.say('start');
  expect(textOf(await user.press('No, thanks'))).toContain('does not count');
  expect(textOf(await user.say('status'))).toContain('No interview is running');
});
