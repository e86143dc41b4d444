import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../fakes/discord/index.ts';
import { englishResume } from '../../fixtures/cv/make-cvs.ts';
import { createSession, hear as hearOn, press } from './bot-on-discord.ts';
import type { Setting } from './harness.ts';

describe('a whole interview on Discord', () => {
  let session: Awaited<ReturnType<typeof createSession>>;
  let setting: Setting;
  beforeEach(async () => {
    session = await createSession();
    setting = session.setting;
  });
  afterEach(() => session.dispose());

  const hear = (person: Person, act: () => unknown, words: string | RegExp) =>
    hearOn(setting, person, act, words);

  it('goes from hello to an evaluation in direct messages', async () => {
    const person = setting.discord.createPerson('Candidate');
    const pdf = await englishResume();
    const hello = await hear(person, () => person.dm('hi'), 'Hello!');
    const consent = await hear(
      person,
      () => press(person, hello, 'Start an interview'),
      'Before you send your CV',
    );
    await hear(person, () => press(person, consent, 'Yes'), 'CV as a PDF');
    const position = await hear(
      person,
      () => person.dm('', { attachments: [{ name: 'cv.pdf', bytes: pdf }] }),
      'position',
    );
    let question = await hear(person, () => press(person, position, 'Backend'), 'Question 1 of 3');
    for (const next of ['Question 2 of 3', 'Question 3 of 3']) {
      person.dm('I would measure first, then add an index on the column and check the plan again.');
      const current = question;
      question = await hear(person, () => press(person, current, 'Next'), next);
    }
    person.dm('I measured p95 before and after, it fell from 900 to 200 ms.');
    const summary = await hear(person, () => press(person, question, 'Next'), 'The score rests on');
    expect(summary.embeds).toHaveLength(1);
    expect(summary.text).toMatch(/[\d–.]+ \/ 5\*\* [▰▱]{10}/);
    expect(setting.discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('is begun by a command in Korean, with the CV as its attachment', async () => {
    const person = setting.discord.createPerson('지원자', { locale: 'ko' });
    const bytes = await englishResume();
    const consent = await hear(
      person,
      () => person.slash('면접 시작', { position: 'be' }),
      '이력서를 보내기 전에',
    );
    await hear(person, () => press(person, consent, '네'), 'PDF');
    await hear(
      person,
      () => person.slash('면접 이력서 업로드', { file: { name: '이력서.pdf', bytes } }),
      '질문 1/3** · 기술',
    );
    expect(setting.discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });
});
