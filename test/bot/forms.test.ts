import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let resume: Uint8Array;

beforeEach(async () => {
  bot = await createTestBot();
  resume = await englishResume();
});
afterEach(() => bot.dispose());

async function atFirstQuestion(name = 'candidate') {
  const user = bot.user(name);
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', resume);
  await user.say('backend');
  return user;
}

describe('the form for a long answer', () => {
  it('is offered beside a question and closes the answer with what is written in it', async () => {
    const user = await atFirstQuestion();
    await user.say('First a message.', false);
    await user.press('Write in a form');
    expect(user.form()).toMatchObject({
      title: 'Answer to question 1 of 3',
      fields: [{ kind: 'paragraph', required: true, maxLength: 4000 }],
    });
    expect(textOf(await user.submit({ answer: ANSWER }))).toContain('Question 2 of 3');
    await user.say('stop');
    expect(textOf(user.messages())).toContain(`First a message.\n> ${ANSWER}`);
  });

  it('adds to an answer that silence closed meanwhile, and never answers the next question', async () => {
    const user = await atFirstQuestion();
    await user.say('First a message.', false);
    await user.press('Write in a form');
    await bot.advance(12_000, user.conversation);
    expect(textOf(await user.submit({ answer: ANSWER }))).toContain('That question had just been closed');
    await user.say('stop');
    const evaluation = textOf(user.messages());
    expect(evaluation).toContain(`First a message.\n> ${ANSWER}`);
    expect(textOf(await user.say('report 1'))).toMatch(
      /Question 2 of 3[^\n]*\n(?:.*\n)*?.*Skipped, not scored/,
    );
  });

  it('gives back what comes too late, and changes nothing', async () => {
    const user = await atFirstQuestion();
    await user.press('Write in a form');
    const { id } = user.form();
    await user.say(ANSWER);
    await user.say(ANSWER);
    const reply = textOf(await user.submit({ answer: 'Two\nlines that took an hour.' }, id));
    expect(reply).toContain('> Two\n> lines that took an hour.');
    await user.say('stop');
    expect(textOf(await user.submit({ answer: 'Even later.' }, id))).toContain('> Even later.');
    expect(textOf(await user.say('report 1'))).not.toContain('took an hour');
  });

  it('gives back what would make the answer too long', async () => {
    const user = await atFirstQuestion();
    for (let part = 0; part < 3; part++) await user.say('word '.repeat(799), false);
    await user.press('Write in a form');
    expect(textOf(await user.submit({ answer: 'word '.repeat(799) }))).toContain('12,000 characters');
    expect(textOf(await user.press('Next'))).toContain('Question 2 of 3');
  });

  it('does nothing to somebody else’s question', async () => {
    const user = await atFirstQuestion();
    await user.press('Write in a form');
    const { id } = user.form();
    const other = await atFirstQuestion('other');
    expect(textOf(await other.choose(`form:${id}`))).toContain('somebody else’s interview');
    expect(textOf(await other.submit({ answer: 'Not mine.' }, id))).toContain('somebody else’s interview');
    expect(textOf(await user.press('Next'))).toContain('I have no answer to this question yet');
  });

  it('opens no window for a question that is closed', async () => {
    const user = await atFirstQuestion();
    const old = `form:answer:${/next:(.*)/.exec(user.messages().at(-1)?.choices?.[0]?.id ?? '')?.[1]}`;
    await user.say(ANSWER);
    await user.say(ANSWER);
    expect(textOf(await user.choose(old))).toContain('That question is closed already');
    expect(user.forms()).toEqual([]);
  });

  it('counts once, however often it is submitted', async () => {
    const user = await atFirstQuestion();
    await user.press('Write in a form');
    const submission = {
      ...user.message(''),
      type: 'form' as const,
      form: user.form().id,
      fields: { answer: ANSWER },
      attachments: [],
    };
    expect(textOf(await user.event(submission))).toContain('Question 2 of 3');
    expect(await user.event(submission)).toEqual([]);
  });
});

describe('the form for a CV', () => {
  it('opens where a window can be opened, once its owner has agreed', async () => {
    const user = bot.user('candidate');
    expect(textOf(await user.command('cv upload'))).toContain('Before you send your CV');
    await user.press('Yes');
    expect(await user.command('cv upload')).toEqual([]);
    expect(user.form()).toMatchObject({ title: 'Send your CV', fields: [{ kind: 'file', required: true }] });
    bot.fake.files.set('mine.pdf', resume);
    const submission = {
      ...user.message(''),
      type: 'form' as const,
      form: user.form().id,
      fields: {},
      attachments: [{ ref: 'mine.pdf', name: 'mine.pdf' }],
    };
    expect(textOf(await user.event(submission))).toContain('I have read **mine.pdf**');
  });

  it('is a question where fields are asked for one by one', async () => {
    const user = bot.user('candidate', 'en', 'fields');
    await user.command('cv upload');
    await user.press('Yes');
    expect(textOf(await user.command('cv upload'))).toContain('CV as a PDF');
    expect(user.forms()).toEqual([]);
  });
});

it.each([
  '',
  'nothing',
  'answer',
  'register:admin',
  'answer:../../x',
  'cv:1',
  '__proto__',
  `answer:${'x'.repeat(5000)}`,
])('answers a form that it never made kindly: %j', async (id) => {
  const user = await atFirstQuestion();
  const reply = textOf(await user.submit({ answer: 'An attempt.', password: 'x' }, id));
  expect(reply).toMatch(/I no longer know that form|Here it is, so that it is not lost/);
  expect(textOf(await user.say('status'))).toContain('question 1 of 3');
  expect(textOf(await user.press('Next'))).toContain('I have no answer to this question yet');
});
