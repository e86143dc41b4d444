import { afterEach, describe, expect, it, vi } from 'vitest';
import { goodReply } from '../fakes/fake-grader.ts';
import { createScriptedModel, type RecordedRequest, type ScriptedReply } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

const ANSWERS = [
  'I would measure first, then add an index and check the plan again.',
  'In 2023 our release failed; I wrote the rollback and led the fix.',
  'I designed it, and p95 fell from 900 ms to 200 ms.',
];

type Reply = (request: RecordedRequest) => ScriptedReply | Promise<ScriptedReply>;

/** An interview with a model that replies as given, up to the first question. */
async function begin(reply: Reply) {
  const model = createScriptedModel(reply, 'Example AI');
  bot = await createTestBot({ model });
  const user = bot.user('candidate');
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', await englishResume());
  await user.say('backend');
  return { user, model };
}

describe('with a language model', () => {
  it('names it when asking for consent', async () => {
    const { user } = await begin(goodReply);
    expect(textOf(user.messages())).toContain('sent to Example AI');
  });

  it('grades in the background and shows each answer with its advice', async () => {
    const { user } = await begin(goodReply);
    for (const answer of ANSWERS) await user.say(answer);
    await bot.settleModel(user.conversation);
    const shown = textOf(user.messages());
    expect(shown).toContain('Name the trade-off.');
    expect(shown).toContain('A better answer.');
    expect(shown).toContain('The score rests on 3 of 3 answers');
    expect(textOf(await user.say('report 1'))).not.toMatch(/5 estimate/);
  });

  it('asks the questions that the model made from the CV', async () => {
    const { user } = await begin(goodReply);
    await bot.settleModel(user.conversation);
    await user.say(ANSWERS[0]!);
    expect(textOf(await user.say(ANSWERS[1]!))).toContain('Model question 1');
  });

  it('uses the five up over later interviews before it makes more', async () => {
    const { user, model } = await begin(goodReply);
    const made = () => model.requests.filter(({ purpose }) => purpose === 'cv_questions').length;
    for (let interview = 1; interview <= 5; interview++) {
      await bot.settleModel(user.conversation);
      for (const answer of ANSWERS) await user.say(answer);
      await bot.settleModel(user.conversation);
      expect(textOf(user.messages())).toContain(`Model question ${interview}`);
      expect(made()).toBe(1);
      await user.say('start backend');
      if (interview < 5) await user.press('cv.pdf');
    }
  });

  it('does not make somebody wait who skips ahead of it', async () => {
    const { user } = await begin(() => ({ hangs: true }));
    await user.say('skip');
    const question = textOf(await user.say('skip'));
    expect(question).toContain('Question 3 of 3** · Your CV');
    expect(question).toContain('Your CV says');
  });

  it('drops a question whose quote is not in the CV, and tops up offline', async () => {
    const { user } = await begin((request) =>
      request.purpose === 'cv_questions'
        ? { value: { questions: [{ quote: 'Led the Mars mission', question: 'Tell me of Mars?' }] } }
        : goodReply(request),
    );
    await bot.settleModel(user.conversation);
    await user.say(ANSWERS[0]!);
    const question = textOf(await user.say(ANSWERS[1]!));
    expect(question).toContain('Your CV says');
    expect(question).not.toContain('Mars');
  });

  it('shows what is known at once and fills in the last grade', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { user } = await begin(async (request) => {
      if (request.purpose === 'grade_cv') await held;
      return goodReply(request);
    });
    for (const answer of ANSWERS.slice(0, 2)) await user.say(answer);
    await bot.settleModel(user.conversation);
    const partial = await user.say(ANSWERS[2]!);
    const [noted, ...shownAtOnce] = partial;
    expect(noted?.text).toBe('Noted.');
    expect(shownAtOnce.map(({ key }) => key?.split(':')[0])).toEqual([
      'answer',
      'answer',
      'answer',
      'summary',
    ]);
    expect(textOf(partial)).toContain('This answer is being graded');
    await vi.waitUntil(() => bot.fake.typingIn(user.conversation) === 1);
    const shown = user.messages().length;
    release();
    await bot.settleModel(user.conversation);
    const filled = user.messages().slice(shown);
    expect(filled.map(({ edits }) => edits)).toEqual([partial[3]?.key, partial[4]?.key]);
    expect(bot.fake.sent.at(-1)?.delivery.replaces).toBeDefined();
    expect(textOf(filled)).toContain('The score rests on 3 of 3 answers');
    expect(bot.fake.typingIn(user.conversation)).toBe(0);
  });

  it('never sends an answer that a gate has judged', async () => {
    const { user, model } = await begin(goodReply);
    await user.say("I don't know");
    await bot.settleModel(user.conversation);
    expect(model.requests.filter(({ purpose }) => purpose.startsWith('grade'))).toEqual([]);
  });

  it('keeps the candidate’s words out of every system prompt', async () => {
    const { user, model } = await begin(goodReply);
    for (const answer of ANSWERS) await user.say(answer);
    await bot.settleModel(user.conversation);
    for (const { system } of model.requests) {
      for (const answer of ANSWERS) expect(system).not.toContain(answer.slice(0, 20));
    }
  });

  it('does not count a grade of an answer that was edited meanwhile', async () => {
    const waiting: (() => void)[] = [];
    const { user, model } = await begin(async (request) => {
      if (request.purpose === 'grade_technical') await new Promise<void>((resolve) => waiting.push(resolve));
      return goodReply(request);
    });
    await user.say('The first wording of it all.', true, 'first');
    await user.edit('first', 'The second wording of it all.');
    for (const resolve of waiting.splice(0)) resolve();
    await user.say('stop');
    while (
      model.requests.filter(({ purpose }) => purpose === 'grade_technical').length < 2 ||
      waiting.length > 0
    ) {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await bot.settleModel(user.conversation);
    expect(textOf(await user.say('report 1'))).toContain('“The second wording o”');
  });
});

it('follows up an answer that left something out, in the full format', async () => {
  const withFollowUp: Reply = (request) => {
    const reply = goodReply(request);
    const isFirst = request.user.includes(ANSWERS[0]!) && !request.user.includes('It costs writes');
    return isFirst && 'value' in reply
      ? { value: { ...(reply.value as object), followUp: 'And what does that cost?' } }
      : reply;
  };
  const model = createScriptedModel(withFollowUp, 'Example AI');
  bot = await createTestBot({ model });
  const user = bot.user('candidate');
  await user.say('/start backend full');
  await user.press('Yes');
  await user.upload('cv.pdf', await englishResume());
  await user.say(ANSWERS[0]!);
  await bot.settleModel(user.conversation);
  const followUp = textOf(await user.say('Second answer about something else entirely.'));
  expect(followUp).toContain('A follow-up to question 1');
  expect(followUp).toContain('And what does that cost?');
  expect(textOf(await user.say('It costs writes and disk space.'))).toContain('Question 3 of 10');
  await user.say('stop');
  await bot.settleModel(user.conversation);
  const report = textOf(await user.say('report 1'));
  expect(report).toContain(`> ${ANSWERS[0]}\n> It costs writes and disk space.`);
});

describe('with a language model that is out of reach', () => {
  it('gives the estimate at once, says so once, and the real grade when it is back', async () => {
    let down = true;
    const { user, model } = await begin((request) => (down ? { fails: 'unreachable' } : goodReply(request)));
    for (const answer of ANSWERS) await user.say(answer);
    await bot.settleModel(user.conversation);
    const shown = textOf(user.messages());
    expect(shown).toContain('The grading service gives no usable answer at the moment');
    expect(shown).toMatch(/The score rests on \d of 3 answers/);
    await bot.advance(61_000, user.conversation);
    await bot.settleModel(user.conversation);
    const before = user.messages().length;
    down = false;
    await bot.advance(61_000, user.conversation);
    await bot.settleModel(user.conversation);
    const upgrade = textOf(user.messages().slice(before));
    expect(upgrade.match(/The grading service is back/g)).toHaveLength(3);
    expect(textOf(await user.say('report 1'))).not.toMatch(/5 estimate/);
    const requests = model.requests.length;
    await bot.advance(3_600_000, user.conversation);
    await bot.settleModel(user.conversation);
    expect(model.requests.length).toBe(requests);
  });

  it('waits as long as the provider asks', async () => {
    const { user, model } = await begin((request) =>
      request.purpose.startsWith('grade')
        ? { fails: 'rate_limited', retryAfterMs: 45_000 }
        : goodReply(request),
    );
    await user.say(ANSWERS[0]!);
    await bot.settleModel(user.conversation);
    const asked = () => model.requests.filter(({ purpose }) => purpose.startsWith('grade')).length;
    expect(asked()).toBe(1);
    await bot.advance(44_000, user.conversation);
    await bot.settleModel(user.conversation);
    expect(asked()).toBe(1);
    await bot.advance(1_000, user.conversation);
    await bot.settleModel(user.conversation);
    expect(asked()).toBe(2);
  });

  it.each(['refused', 'truncated', 'context_too_long', 'unauthorised', 'bad_request'] as const)(
    'leaves it at the estimate when asking again would not help: %s',
    async (fails) => {
      const { user, model } = await begin((request) =>
        request.purpose.startsWith('grade') ? { fails } : goodReply(request),
      );
      await user.say(ANSWERS[0]!);
      await bot.settleModel(user.conversation);
      await bot.advance(3_600_000, user.conversation);
      await bot.settleModel(user.conversation);
      expect(model.requests.filter(({ purpose }) => purpose.startsWith('grade'))).toHaveLength(1);
      expect(textOf(await user.say('stop'))).toMatch(/5 estimate/);
    },
  );
});
