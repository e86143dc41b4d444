import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSeedFiles, readSeedFiles, readTaxonomy } from '../../../seeds/read-seeds.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { createCvReader } from '../../../src/cv/read-cv.ts';
import { createCatalogue } from '../../../src/questions/catalogue.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { MessageView, Person } from '../../fakes/discord/index.ts';
import { hashForTests } from '../../fakes/keyed-hash.ts';
import { englishResume } from '../../fixtures/cv/make-cvs.ts';
import { createSetting, type Setting } from './harness.ts';

const seeds = parseSeedFiles(readSeedFiles().files);

/** The real bot with its store and jobs, on the stand-in. */
async function createSession() {
  const folder = await mkdtemp(join(tmpdir(), 'cyi-discord-'));
  const setting = await createSetting();
  let ids = 0;
  const store = await openStore(`sqlite:${join(folder, 'interview.db')}`, Date.now, hashForTests);
  const bot = createBot({
    store,
    settings: {
      admins: [],
      sessionsPerAccount: 5,
      sessionsRenew: 'never',
      cvRetentionDays: 90,
      defaultLocale: 'en',
      providers: [],
      catalogue: createCatalogue(seeds.questions, seeds.behavioural, readTaxonomy()),
    },
    adapters: [setting.adapter],
    cvReader: createCvReader(),
    models: null,
    now: Date.now,
    newId: () => `id-${++ids}`,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
  });
  await bot.start();
  return {
    setting,
    async dispose() {
      await bot.stop(1_000);
      await setting.discord.close();
      await rm(folder, { recursive: true });
    },
  };
}

describe('a whole interview on Discord', () => {
  let session: Awaited<ReturnType<typeof createSession>>;
  let setting: Setting;
  beforeEach(async () => {
    session = await createSession();
    setting = session.setting;
  });
  afterEach(() => session.dispose());

  const fromBot = (person: Person) => person.sees().filter(({ isFromBot }) => isFromBot);
  /** What the bot shows that has these words, after what it had shown before. */
  async function hear(person: Person, act: () => unknown, words: string | RegExp): Promise<MessageView> {
    const before = new Set(fromBot(person).map(({ id }) => id));
    await act();
    const fits = ({ text }: MessageView) =>
      typeof words === 'string' ? text.includes(words) : words.test(text);
    return setting.discord.waitFor(
      () => fromBot(person).find((message) => !before.has(message.id) && fits(message)),
      {
        what: String(words),
      },
    );
  }
  const press = (person: Person, message: MessageView, label: string) => {
    const button = message.buttons.find((candidate) => candidate.label.includes(label));
    if (!button) throw new Error(`No button says ${label}.`);
    return person.press(message, button.customId);
  };

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
