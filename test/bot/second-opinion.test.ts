import { afterEach, describe, expect, it, vi } from 'vitest';
import { goodReply } from '../fakes/fake-grader.ts';
import { createScriptedModel, type RecordedRequest, type ScriptedReply } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

const ANSWER = 'I would measure first, then add an index and check the plan again.';

/** A grader whose scales and points all say the same: 5 when it is pleased, 0 when not. */
const grader =
  (pleased: boolean) =>
  (request: RecordedRequest): ScriptedReply => {
    const reply = goodReply(request);
    if (pleased || request.purpose !== 'grade_technical' || !('value' in reply)) return reply;
    const { points, ...rest } = reply.value as { points: readonly object[] };
    return {
      value: { ...rest, points: points.map((point) => ({ ...point, verdict: 'missed', quote: null })) },
    };
  };

/** A finished interview with one technical answer, graded by the first model. */
async function finished(first: boolean, second: boolean | null) {
  const other = second === null ? null : createScriptedModel(grader(second), 'Second AI');
  bot = await createTestBot({ model: createScriptedModel(grader(first), 'First AI'), second: other });
  const user = bot.user('candidate');
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', await englishResume());
  await user.say('backend');
  await user.say(ANSWER);
  await user.say('stop');
  await bot.settleModel(user.conversation);
  return { user, other };
}

describe('a disputed grade', () => {
  it('is given again by another model, both are shown, and the higher one counts', async () => {
    const { user } = await finished(false, true);
    expect(textOf(await user.press('I disagree with grade 1'))).toContain(
      'Another model will grade that answer again',
    );
    await bot.settleModel(user.conversation);
    expect(textOf(user.messages())).toContain('First grade: 0.0 (First AI). Second grade: 5.0 (Second AI).');
    const report = textOf(await user.say('report 1'));
    expect(report).toContain('First grade: 0.0');
    expect(textOf(await user.say('history'))).toContain('5.0 / 5');
  });

  it('never loses points by it', async () => {
    const { user } = await finished(true, false);
    await user.press('I disagree with grade 1');
    await bot.settleModel(user.conversation);
    expect(textOf(user.messages())).toContain('First grade: 5.0 (First AI). Second grade: 0.0 (Second AI).');
    expect(textOf(await user.say('history'))).toContain('5.0 / 5');
  });

  it('can be disputed once', async () => {
    const { user, other } = await finished(false, true);
    await user.press('I disagree with grade 1');
    await bot.settleModel(user.conversation);
    const button = user
      .messages()
      .flatMap(({ choices = [] }) => choices)
      .find(({ label }) => label.includes('disagree'));
    const asked = other?.requests.length;
    expect(textOf(await user.choose(button?.id ?? ''))).toContain('cannot be reviewed');
    await bot.settleModel(user.conversation);
    expect(other?.requests.length).toBe(asked);
  });

  it('stays when there is no second model, and says so', async () => {
    const { user } = await finished(false, null);
    await user.press('I disagree with grade 1');
    await bot.settleModel(user.conversation);
    expect(textOf(user.messages())).toContain('Only one language model is configured');
    expect(textOf(await user.say('history'))).toContain('0.0 / 5');
  });

  it('is nobody else’s business', async () => {
    const { user, other } = await finished(false, true);
    const button = user
      .messages()
      .flatMap(({ choices = [] }) => choices)
      .find(({ label }) => label.includes('disagree'));
    const stranger = bot.user('stranger');
    await stranger.say('hi');
    expect(textOf(await stranger.choose(button?.id ?? ''))).toContain('somebody else’s interview');
    await bot.settleModel(user.conversation);
    expect(other?.requests).toEqual([]);
  });
});

describe('a score far from what the words suggest', () => {
  /** The first model is pleased with one vague line, of which the words alone suggest next to nothing. */
  async function surprising(reply: (request: RecordedRequest) => ScriptedReply | Promise<ScriptedReply>) {
    const other = createScriptedModel(reply, 'Second AI');
    bot = await createTestBot({ model: createScriptedModel(goodReply, 'First AI'), second: other });
    const user = bot.user('candidate');
    await user.say('start');
    await user.press('Yes');
    await user.upload('cv.pdf', await englishResume());
    await user.say('backend');
    await user.say('skip');
    await user.say('We had some trouble once and then it was fine again in the end.');
    await user.say('stop');
    return { user, other };
  }

  it('is shown at once, and looked at twice without being asked', async () => {
    const held = Promise.withResolvers<void>();
    const { user, other } = await surprising(async (request) => {
      await held.promise;
      return goodReply(request);
    });
    await vi.waitUntil(() => textOf(user.messages()).includes('The score rests on 1 of 3 answers'));
    await vi.waitUntil(() => other.requests.length === 1);
    expect(textOf(user.messages())).not.toContain('Second grade');
    await vi.waitUntil(() => bot.fake.typingIn(user.conversation) === 0);
    const shown = user.messages().length;
    held.resolve();
    await bot.settleModel(user.conversation);
    const edits = user.messages().slice(shown);
    expect(edits.map(({ edits }) => edits?.split(':')[0])).toEqual(['answer', 'summary']);
    expect(textOf(edits)).toContain('Second grade');
    expect(other.requests.map(({ purpose }) => purpose)).toEqual(['grade_behavioural']);
    expect(textOf(await user.say('report 1'))).toContain('Second grade');
  });

  it('stands as it is when nobody else can be reached, without a word about it', async () => {
    const { user } = await surprising(() => ({ fails: 'refused' }));
    await bot.settleModel(user.conversation);
    expect(textOf(user.messages())).not.toContain('Second grade');
    expect(textOf(user.messages())).not.toContain('Only one language model');
  });
});
