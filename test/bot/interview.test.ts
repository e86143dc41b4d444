import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;

let bot: TestBot;
let resume: Uint8Array;

beforeEach(async () => {
  bot = await createTestBot();
  resume = await englishResume();
});
afterEach(() => bot.dispose());

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';

/** A candidate with the first question open. */
async function candidate(name = 'candidate', position = 'backend') {
  const user = bot.user(name);
  await user.say('start');
  await user.press('Yes');
  await user.upload('cv.pdf', resume);
  await user.say(position);
  return user;
}

describe('a whole interview', () => {
  it('goes from hello to an evaluation, and to history and report', async () => {
    const user = bot.user('candidate');
    expect(textOf(await user.say('hi'))).toContain('Hello!');
    expect(textOf(await user.press('Start an interview'))).toContain('Before you send your CV');
    expect(textOf(await user.press('Yes'))).toContain('CV as a PDF');
    expect(textOf(await user.upload('cv.pdf', resume))).toContain('I have read **cv.pdf** (2 pages)');
    expect(textOf(await user.press('Backend'))).toContain('Question 1 of 3** · Technical');
    expect(textOf(await user.say(ANSWER))).toContain('Question 2 of 3** · Behavioural');
    expect(
      textOf(await user.say('In 2023 our release failed. I wrote the rollback and led the fix.')),
    ).toContain('Question 3 of 3** · Your CV');
    const evaluation = textOf(await user.say('I measured p95 before and after, it fell from 900 to 200 ms.'));
    expect(evaluation).toContain('Example answer');
    expect(evaluation).toContain('estimate');
    expect(evaluation).toMatch(/The score rests on \d of 3 answers/);
    expect(textOf(await user.say('history'))).toContain('Backend · classic');
    const report = textOf(await user.say('report 1'));
    expect(report).toContain(ANSWER);
    expect(report).toContain('Your interview');
    expect(textOf(await user.say('status'))).toContain('4 of 5 interviews left');
  });

  it('quotes in the CV question a passage that stands in the CV', async () => {
    const user = await candidate();
    await user.say(ANSWER);
    const question = textOf(await user.say(ANSWER));
    expect(question).toContain('Your CV says:');
    expect(question).toMatch(/> .{20}/);
  });

  it('is held in Korean for somebody who writes Korean', async () => {
    const user = bot.user('지원자', 'ko');
    expect(textOf(await user.say('안녕하세요'))).toContain('모의 면접');
    expect(textOf(await user.say('시작'))).toContain('이력서를 보내기 전에');
    await user.press('네, 진행할게요');
    expect(textOf(await user.upload('cv.pdf', resume))).toContain('파일을 읽었어요 (2쪽)');
    const first = textOf(await user.say('백엔드'));
    expect(first).toContain('질문 1/3** · 기술');
    expect(first).toContain('기술 질문은 아직 영어로만');
    expect(textOf(await user.say('인덱스를 추가합니다.'))).toContain('질문 2/3** · 인성');
    expect(textOf(await user.say('제가 직접 복구했습니다.'))).toContain('질문 3/3** · 이력서');
    expect(textOf(await user.say('제가 설계했고 40% 빨라졌습니다.'))).toContain('면접 결과');
  });

  it('switches the language at once, for everything said from then on', async () => {
    const user = await candidate();
    expect(textOf(await user.say('language ko'))).toContain('이제 한국어로');
    expect(textOf(await user.say('status'))).toContain('면접을 진행 중이에요');
    expect(textOf((await user.say('언어 영어')) || (await user.say('language en')))).toContain('English');
  });
});

describe('before the interview', () => {
  it('remembers a CV that was sent before consent, and reads it after', async () => {
    const user = bot.user('candidate');
    expect(textOf(await user.upload('early.pdf', resume))).toContain('Is that all right?');
    expect(textOf(await user.press('Yes'))).toContain('I have read **early.pdf**');
  });

  it('stores nothing of a CV whose owner says no', async () => {
    const user = bot.user('candidate');
    await user.upload('early.pdf', resume);
    expect(textOf(await user.press('No, thanks'))).toContain('I will not take a CV');
    expect(textOf(await user.say('cv list'))).toContain('I have no CV of yours');
  });

  it.each([
    ['notes.docx', new TextEncoder().encode('PK not a pdf'), 'is not a PDF'],
    ['cv.pdf', new TextEncoder().encode('<html>not a pdf</html>'), 'it is something else'],
    ['empty.pdf', new Uint8Array(0), 'no text'],
  ])('says what to do about %s, and goes on with the next file', async (name, bytes, sentence) => {
    const user = bot.user('candidate');
    await user.say('start backend');
    await user.press('Yes');
    expect(textOf(await user.upload(name, bytes))).toContain(sentence);
    expect(textOf(await user.upload('cv.pdf', resume))).toContain('Question 1 of 3');
  });

  it('offers a CV sent before, and knows it when it is sent again', async () => {
    const user = await candidate();
    await user.say('stop');
    expect(textOf(await user.say('start'))).toContain('[cv.pdf (');
    expect(textOf(await user.upload('again.pdf', resume))).toContain('I already have **cv.pdf**');
    expect(textOf(await user.say('cv list'))).not.toContain('again.pdf');
  });

  it.each([
    ['start plumber', 'I have no position "plumber"'],
    ['/start backend knitting', 'I have no topic "knitting"'],
  ])('answers %j with what there is', async (words, sentence) => {
    const user = bot.user('candidate');
    const replies = textOf(await user.say(words.startsWith('/') ? words : `/${words}`));
    expect(replies).toContain(sentence);
  });

  it('takes the wishes of the latest start while it is being set up', async () => {
    const user = bot.user('candidate');
    await user.say('/start backend caching');
    await user.press('Yes');
    await user.say('/start frontend full');
    const question = textOf(await user.upload('cv.pdf', resume));
    expect(question).toContain('Question 1 of 10** · Technical');
    expect(question).not.toContain('Caching');
  });

  it('asks only about a wanted topic', async () => {
    const user = bot.user('candidate');
    await user.say('/start backend caching');
    await user.press('Yes');
    expect(textOf(await user.upload('cv.pdf', resume))).toContain('· Caching');
  });
});

describe('during the interview', () => {
  it('takes several messages as one answer, until Next', async () => {
    const user = await candidate();
    expect(await user.say('First part.', false)).toEqual([]);
    expect(await user.say('Second part.', false)).toEqual([]);
    expect(textOf(await user.press('Next'))).toContain('Question 2 of 3');
    await user.say('stop');
    expect(textOf(user.messages())).toContain('> First part.\n> Second part.');
  });

  it('goes on by itself after twelve quiet seconds, but waits for somebody who types', async () => {
    const user = await candidate();
    await user.say('First part.', false);
    bot.fake.userTypes(1_800_000_000_000 + 10_000);
    await bot.advance(12_000, user.conversation);
    expect(textOf(user.messages())).not.toContain('Question 2 of 3');
    await bot.advance(10_000, user.conversation);
    expect(textOf(user.messages())).toContain('I take that as your answer');
    expect(textOf(user.messages())).toContain('Question 2 of 3');
  });

  it('goes on after twelve quiet seconds also when the clock is set back by an hour', async () => {
    const user = await candidate();
    bot.fake.userTypes(1_800_000_000_000 + 1_000);
    await user.say('First part.', false);
    await bot.advance(-3_600_000, user.conversation);
    await bot.advance(12_000, user.conversation);
    await bot.advance(12_000, user.conversation);
    expect(textOf(user.messages())).toContain('Question 2 of 3');
  });

  it('handles the same message once, however often the platform sends it', async () => {
    const user = await candidate();
    const message = user.message('An answer.', false);
    await user.event(message);
    await user.event(message);
    await user.say('next');
    await user.say('stop');
    expect(textOf(user.messages())).toContain('> An answer.\n\n');
    expect(textOf(user.messages())).not.toContain('> An answer.\n> An answer.');
  });

  it('answers an old button kindly and leaves the open question alone', async () => {
    const user = await candidate();
    const old = user
      .messages()
      .flatMap(({ choices = [] }) => choices)
      .find(({ label }) => label.startsWith('Skip'));
    await user.say(ANSWER);
    const reply = textOf(await user.choose(old?.id ?? ''));
    expect(reply).toContain('closed already');
    expect(reply).toContain('Question 2 of 3');
  });

  it('counts an edit until the next answer is closed', async () => {
    const user = await candidate();
    await user.say('Teh first anser about indexes.', true, 'first');
    expect(textOf(await user.edit('first', 'The first answer about indexes.'))).toContain(
      'Your change counts',
    );
    await user.say('The second answer.', true, 'second');
    expect(textOf(await user.edit('first', 'Something else.'))).toContain('came too late');
    await user.say('stop');
    expect(textOf(user.messages())).toContain('> The first answer about indexes.');
  });

  it('says that an edit comes too late when the interview is over, also while another one is open', async () => {
    const user = await candidate();
    await user.say('My only answer, about indexes.', true, 'first');
    await user.say('A part of what I will skip.', false, 'second');
    await user.say('skip');
    expect(textOf(await user.edit('second', 'Something else.'))).toContain('You skipped that question');
    await user.say('stop');
    for (const when of ['over', 'another one is open']) {
      expect(textOf(await user.edit('first', `Now it is ${when}.`))).toBe(
        'That answer is closed and counted, so the edit came too late. It stays as it was.',
      );
      expect(textOf(await user.delete('first'))).toContain('deleting the message changes nothing');
      expect(textOf(await user.edit('second', `Now it is ${when}.`))).toContain('You skipped that question');
      expect(await user.edit('never an answer', 'What?')).toEqual([]);
      expect(await user.delete('never an answer')).toEqual([]);
      await user.say('start backend');
      await user.press('cv.pdf');
    }
    expect(textOf(await user.say('report 1'))).toContain('> My only answer, about indexes.');
  });

  it('tells nobody about the answers of others', async () => {
    const user = await candidate();
    await user.say(ANSWER, true, 'first');
    await user.say('stop');
    const stranger = bot.user('stranger');
    await stranger.say('hi');
    expect(await stranger.edit('first', 'Mine!')).toEqual([]);
  });

  it('leaves out what is too much for an answer, and says which', async () => {
    const user = await candidate();
    await user.say('x'.repeat(11_000), false, 'long');
    expect(textOf(await user.say('y'.repeat(2_000), false))).toContain('longer than 12,000 characters');
    expect(textOf(await user.edit('long', 'x'.repeat(12_001)))).toContain('With that change');
    await user.edit('long', 'short');
    for (let part = 2; part <= 60; part++) expect(await user.say(`part ${part}`, false)).toEqual([]);
    expect(textOf(await user.say('part 61', false))).toContain('room for 60 messages');
    expect(await user.edit('long', '   ')).toEqual([]);
    expect(await user.say('part 61', false)).toEqual([]);
  });

  it('resumes where it stood, also for another process', async () => {
    const user = await candidate();
    await user.say(ANSWER);
    const { database } = bot;
    await bot.stop();
    bot = await createTestBot({ on: database });
    const again = bot.user('candidate');
    expect(textOf(await again.open())).toContain('still open');
    expect(textOf(await again.press('Go on with it'))).toContain('Question 2 of 3');
  });

  it('evaluates what there is when it is stopped', async () => {
    const user = await candidate();
    await user.say(ANSWER);
    const evaluation = textOf(await user.say('stop'));
    expect(evaluation).toContain('Skipped, not scored');
    expect(evaluation).toContain('Your interview');
  });

  it('does not take an answer for a command because it begins like one', async () => {
    const user = await candidate();
    expect(textOf(await user.say('Start with the database and stop guessing.'))).toContain('Question 2 of 3');
  });

  it('closes itself after seven days, and evaluates', async () => {
    const user = await candidate();
    await user.say(ANSWER);
    await bot.advance(7 * 24 * 3_600_000 + 1, user.conversation);
    expect(textOf(user.messages())).toContain('quiet for seven days');
    expect(textOf(user.messages())).toContain('Your interview');
  });
});

describe('buttons of another time', () => {
  const choices = (user: Awaited<ReturnType<typeof candidate>>) =>
    user.messages().flatMap(({ choices = [] }) => choices);

  it('choose no position for an interview that is over, begun or being set up anew', async () => {
    const user = bot.user('candidate');
    await user.say('start');
    await user.press('Yes');
    await user.upload('cv.pdf', resume);
    const position = choices(user).find(({ label }) => label === 'Backend')!;
    expect(position.id.length).toBeLessThanOrEqual(60);
    await user.choose(position.id);
    const whileAsked = textOf(await user.choose(position.id));
    expect(whileAsked).toContain('I have changed nothing');
    expect(whileAsked).toContain('Question 1 of 3');
    await user.say('stop');
    const afterwards = textOf(await user.choose(position.id));
    expect(afterwards).toContain('belongs to an interview that is over');
    expect(afterwards).toContain('[Start an interview]');
    expect(textOf(await user.say('status'))).toContain('No interview is running');
    await user.say('start');
    expect(textOf(await user.choose(position.id))).toContain('Which **CV** shall I ask about?');
    await user.press('cv.pdf');
    expect(textOf(await user.choose(position.id))).toContain('Which **position**');
  });

  it('offered for a position that there is not, start one for another', async () => {
    const user = bot.user('candidate');
    expect(textOf(await user.say('/start plumber'))).toContain('[Start: Backend]');
    await user.press('Start: Backend');
    await user.press('Yes');
    expect(textOf(await user.upload('cv.pdf', resume))).toContain('An interview for **Backend**');
  });

  it('choose no other CV while questions are asked, and say so', async () => {
    const user = await candidate();
    await user.say('stop');
    await user.say('start backend');
    const cv = choices(user).find(({ label }) => label.startsWith('cv.pdf'))!;
    await user.choose(cv.id);
    expect(textOf(await user.choose(cv.id))).toContain('goes on with the CV it began with');
    await user.say('stop');
    const afterwards = textOf(await user.choose(cv.id));
    expect(afterwards).toContain('No interview is being set up');
    expect(afterwards).toContain('[Start an interview]');
  });

  it('that nobody knows are answered, with what there is to do', async () => {
    const user = await candidate();
    const during = textOf(await user.choose('from-another-version:1'));
    expect(during).toContain('too old for me to know');
    expect(during).toContain('[Go on with it]');
    await user.say('stop');
    expect(textOf(await user.choose('position:be'))).toContain('[Start an interview]');
    expect(textOf(await bot.user('stranger').choose('x'))).toContain('Hello!');
  });
});

describe('files and words together', () => {
  it('count both: the words as the answer, a PDF as the CV, a picture as nothing', async () => {
    const user = await candidate();
    bot.fake.files.set('drawing.png', new Uint8Array([1]));
    const message = user.message('My answer, with a drawing.', false);
    if (message.type !== 'message') throw new Error('no message');
    const attachments = [{ ref: 'drawing.png', name: 'drawing.png' }];
    expect(await user.event({ ...message, attachments })).toEqual([]);
    await user.say('next');
    await user.say('stop');
    expect(textOf(user.messages())).toContain('> My answer, with a drawing.');
  });
});

describe('consent', () => {
  it('can be taken back, and then no further CV is read', async () => {
    const user = await candidate();
    await user.say(ANSWER);
    await user.say('stop');
    const no = user
      .messages()
      .flatMap(({ choices = [] }) => choices)
      .find(({ label }) => label.startsWith('No'));
    expect(textOf(await user.choose(no?.id ?? ''))).toContain('I take no further CVs');
    expect(textOf(await user.upload('other.pdf', resume))).toContain('Is that all right?');
  });

  it('is needed for a CV sent before, too', async () => {
    const user = await candidate();
    await user.say('stop');
    await user.say('start backend');
    const messages = () => user.messages().flatMap(({ choices = [] }) => choices);
    const cv = messages().find(({ label }) => label.startsWith('cv.pdf'));
    await user.choose(messages().find(({ label }) => label.startsWith('No'))?.id ?? '');
    expect(textOf(await user.choose(cv?.id ?? ''))).toContain('Is that all right?');
  });
});

describe('quota', () => {
  it('allows five interviews', async () => {
    const user = await candidate();
    for (let count = 1; count <= 5; count++) {
      await user.say(ANSWER);
      await user.say('stop');
      if (count === 5) break;
      await user.say('start backend');
      await user.press('cv.pdf');
    }
    expect(textOf(await user.say('start'))).toContain('You have used all 5');
    expect(textOf(await user.say('history')).match(/Backend/g)).toHaveLength(5);
  });

  it('gives an unanswered interview back three times a day', async () => {
    const user = await candidate();
    for (let count = 1; count <= 4; count++) {
      const reply = textOf(await user.say('stop'));
      expect(reply).toContain(count <= 3 ? 'does not count' : 'so this interview counts');
      await user.say('start backend');
    }
    expect(textOf(await user.say('status'))).toContain('3 of 5 interviews left');
  });

  it('never asks a question twice', async () => {
    const user = await candidate();
    const asked: string[] = [];
    for (let count = 1; count <= 5; count++) {
      await user.say(ANSWER);
      await user.say(ANSWER);
      await user.say(ANSWER);
      if (count < 5) {
        await user.say('start backend');
        await user.press('cv.pdf');
      }
    }
    for (const { text } of user.messages()) {
      const question = /Question \d of 3\*\*[^\n]*\n\n([\s\S]*)/.exec(text ?? '')?.[1];
      if (question) asked.push(question);
    }
    expect(asked).toHaveLength(15);
    expect(new Set(asked).size).toBe(15);
  });

  it('lets only one of many simultaneous starts begin an interview', async () => {
    const user = bot.user('candidate');
    await user.say('hi');
    await Promise.all(Array.from({ length: 20 }, () => user.say('start')));
    expect(textOf(await user.say('status'))).toContain('4 of 5 interviews left');
  });
});

describe('CVs', () => {
  it('are kept up to ten, and which one goes is said', async () => {
    await bot.dispose();
    let sent = 0;
    bot = await createTestBot({
      readCv: async () => ({ ok: true, text: `CV number ${++sent}.`, pages: 1, recognised: 'text' }),
    });
    const user = bot.user('candidate');
    await user.say('/start backend');
    await user.press('Yes');
    for (let number = 1; number <= 10; number++) {
      expect(textOf(await user.upload(`cv-${number}.pdf`, new Uint8Array([number])))).not.toContain(
        'deleted',
      );
      await bot.advance(1000, user.conversation);
    }
    // The interview is about the first one, so that the second is the oldest that may go.
    expect(textOf(await user.upload('cv-11.pdf', new Uint8Array([11])))).toContain(
      'I keep 10 CVs at most, so I have deleted the oldest, **cv-2.pdf**.',
    );
    const list = textOf(await user.say('cv list'));
    expect(list.match(/cv-\d+\.pdf/g)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 1].map((number) => `cv-${number}.pdf`),
    );
  });

  it('are listed and deleted, with a word of confirmation for several', async () => {
    const user = await candidate();
    expect(textOf(await user.say('cv delete'))).toContain('An interview about that CV is running');
    await user.say('stop');
    expect(textOf(await user.say('cv list'))).toContain('1. **cv.pdf**, 2 pages');
    expect(textOf(await user.say('/cv delete 2'))).toContain('cv delete 1');
    expect(textOf(await user.say('cv delete'))).toContain('Deleted: cv.pdf');
    expect(textOf(await user.say('cv list'))).toContain('I have no CV');
  });
});

describe('while a CV is read', () => {
  async function reading() {
    await bot.dispose();
    const held = Promise.withResolvers<void>();
    const text = 'Designed the order service in Go, which takes 4,000 orders a minute at its peak.';
    bot = await createTestBot({
      readCv: async () => {
        await held.promise;
        return { ok: true, text, pages: 1, recognised: 'text' };
      },
    });
    const user = bot.user('candidate');
    await user.say('start');
    await user.press('Yes');
    const acts: Promise<unknown>[] = [];
    const uploaded = user.upload('cv.pdf', resume);
    await vi.waitUntil(() => bot.fake.typingIn(user.conversation) === 1);
    /** What is answered before the CV is read: nothing settles until then. */
    const hear = async (act: () => Promise<unknown>) => {
      const before = user.messages().length;
      acts.push(act());
      await vi.waitUntil(() => user.messages().length > before);
      return textOf(user.messages().slice(before));
    };
    const release = async () => {
      held.resolve();
      await Promise.all(acts);
      return textOf(await uploaded);
    };
    return { user, hear, release };
  }

  it('nobody is asked for it again, whatever they say meanwhile', async () => {
    const { user, hear, release } = await reading();
    expect(await hear(() => user.press('Yes'))).toBe(
      'I am still reading your CV. We go on as soon as I am done.',
    );
    expect(await hear(() => user.say('backend'))).toContain('**Backend**, noted. I am still reading your CV');
    expect(await hear(() => user.say('resume'))).toContain('still reading your CV');
    expect(await release()).toContain('Question 1 of 3');
  });
});

describe('while the last answer is graded', () => {
  it('there is nothing to go on with or to end', async () => {
    await bot.dispose();
    bot = await createTestBot({ model: createScriptedModel(() => ({ hangs: true }), 'Example AI') });
    const user = await candidate();
    await user.say(ANSWER);
    await user.say('stop');
    expect(textOf(await user.open())).toBe('Welcome back!\n\nYour last answer is being graded.');
    expect(textOf(await user.say('language ko'))).not.toContain('[');
    expect(textOf(await user.say('language en'))).not.toContain('[');
    expect(textOf(await user.choose('from-another-version'))).not.toContain('[');
    expect(textOf(await user.say('start'))).not.toContain('[');
  });
});

it('an interview that is being set up can be ended, not evaluated', async () => {
  const user = bot.user('candidate');
  await user.say('start');
  expect(textOf(await user.open())).toContain('[Go on with it]\n[End it]');
});

describe('nobody is left without an answer', () => {
  it.each([
    ['/nonsense', "I don't know `nonsense`"],
    ['what is this?', 'I am not sure what to do'],
    ['Hello!', 'Hello! `start` begins'],
    ['안녕하세요', 'Hello! `start` begins'],
    ['help', 'What you can do'],
    ['privacy', 'What I store'],
    ['resume', 'No interview is running'],
    ['skip', 'No interview is running'],
    ['stop', 'No interview is running'],
    ['next', 'No interview is running'],
    ['report 3', 'There is no report yet'],
    ['history', 'You have not finished an interview yet'],
    ['/language klingon', 'Which language'],
  ])('%s', async (words, sentence) => {
    const user = bot.user('candidate');
    await user.say('hi');
    expect(textOf(await user.say(words))).toContain(sentence);
  });
});

describe('delivery', () => {
  it('tries a failed message again and shows it once', async () => {
    const user = bot.user('candidate');
    bot.fake.failNext(new Error('503'), new Error('503'));
    await user.say('hi');
    expect(user.messages()).toEqual([]);
    await bot.advance(60_000, user.conversation);
    await bot.advance(60_000, user.conversation);
    expect(user.messages()).toHaveLength(1);
  });
});
