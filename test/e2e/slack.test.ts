import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../fakes/free-port.ts';
import { createFakeSlack, type FakeSlack } from '../fakes/slack/index.ts';
import { englishResume, koreanResume } from '../fixtures/cv/make-cvs.ts';
import { type BotProcess, createBotProcess, type Environment } from './bot-process.ts';
import { acknowledged, PATIENCE, talk } from './slack-talk.ts';

// A whole interview in a process of its own.
vi.setConfig({ testTimeout: 90_000 });

let slack: FakeSlack;
let bot: BotProcess;
/** What differs between the ways in which events come. */
let settings: Environment;

beforeEach(async () => {
  slack = await createFakeSlack();
  settings = { SLACK_APP_TOKEN: slack.appToken };
  bot = await createBotProcess(() => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...settings,
  }));
});
afterEach(async () => {
  await bot.dispose();
  await slack.close();
});

const WAYS = [
  ['Socket Mode', () => bot.start()],
  [
    'HTTP',
    async () => {
      const port = await freePort();
      settings = { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
      const said = await bot.start();
      await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
      return said;
    },
  ],
] as const;

describe.each(WAYS)('an interview over %s', (_name, start) => {
  it('goes from hello to the evaluation, and to the Home tab', async () => {
    expect(await start()).toBe('ready');
    const person = slack.createPerson('Candidate');
    const chat = talk(slack, person);
    person.dm.say('hi');
    await chat.hears('Hello!');
    await chat.press('Start an interview');
    await chat.hears('Before you send your CV');
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    person.dm.upload({ name: 'cv.pdf', bytes: await englishResume() });
    await chat.hears('Which position');
    await chat.press('Backend');
    await chat.hears('Question 1 of 3');
    person.dm.say('An index keeps a sorted copy of the column.');
    await acknowledged(slack);
    const part = person.dm.say('It makes writes slow.');
    await acknowledged(slack);
    person.edit(part, 'It makes writes slower.');
    await acknowledged(slack);
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    await chat.press('Skip this question');
    await chat.hears('Question 3 of 3');
    person.dm.say('I led the migration, and p95 fell from 900 ms to 200 ms in three months.');
    await chat.press('Next');
    await chat.hears('Your interview');
    await chat.hears('sorted copy of the column.\nIt makes writes slower.');
    await chat.hears('The score rests on');
    await slack.waitFor(() => person.home?.text.includes('Backend · classic'), PATIENCE);
    expect(slack.mistakes).toEqual([]);
  });

  it('is held in Korean by slash command', async () => {
    expect(await start()).toBe('ready');
    const person = slack.createPerson('지원자', { locale: 'ko-KR' });
    const chat = talk(slack, person);
    expect(await person.command('/interview', 'start 백엔드')).toBe('acknowledged');
    await chat.hears('이력서를 보내기 전에');
    await chat.press('네, 진행할게요');
    await chat.hears('PDF로');
    person.dm.upload({ name: '이력서.pdf', bytes: await koreanResume() });
    await chat.hears('질문 1/3');
    person.dm.say('인덱스를 추가합니다.');
    await chat.press('다음');
    await chat.hears('질문 2/3');
    person.dm.say('제가 직접 복구했습니다.');
    await chat.press('다음');
    await chat.hears('질문 3/3');
    person.dm.say('제가 설계했고 응답 시간이 40% 줄었습니다.');
    await chat.press('다음');
    await chat.hears('면접 결과');
  });

  it('takes a CV and a long answer in forms', async () => {
    expect(await start()).toBe('ready');
    const person = slack.createPerson('Candidate');
    const chat = talk(slack, person);
    person.dm.say('start backend');
    await chat.hears('Before you send your CV');
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    await chat.press('Upload a PDF');
    const upload = await slack.waitFor(() => person.modal, PATIENCE);
    await person.submit(upload, { cv: { name: 'cv.pdf', bytes: await englishResume() } });
    await chat.hears('Question 1 of 3');
    await chat.press('Write in a form');
    const form = await slack.waitFor(() => person.modal, PATIENCE);
    expect(await person.submit(form, { answer: 'An index is a sorted copy.\nIt slows writes.' })).toBe(
      'closed',
    );
    await chat.hears('Question 2 of 3');
    await person.command('/interview', 'stop');
    await chat.hears('Your interview');
    expect(chat.says('An index is a sorted copy.\nIt slows writes.')).toBe(true);
  });

  it('ends when it is told to, with nothing left open', async () => {
    expect(await start()).toBe('ready');
    expect(await bot.stop('SIGTERM')).toBe(0);
    expect(slack.socketMode.connections()).toEqual([]);
  });
});

describe('a start that cannot work', () => {
  it('says what to do about a wrong token', async () => {
    const said = await bot.start({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(said).toContain('Slack refused SLACK_BOT_TOKEN (invalid_auth)');
    expect(said).not.toContain('    at ');
  });

  it('says what to do about a wrong token of the app', async () => {
    expect(await bot.start({ SLACK_APP_TOKEN: 'xapp-wrong' })).toContain('Slack refused SLACK_APP_TOKEN');
  });

  it('says what is missing', async () => {
    const said = await bot.start({ SLACK_APP_TOKEN: '' });
    expect(said).toContain('set SLACK_APP_TOKEN as well (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)');
    expect(await bot.start({ SLACK_BOT_TOKEN: '' })).toContain('SLACK_BOT_TOKEN is not set');
    expect(await bot.start({ SLACK_BOT_TOKEN: 'xoxp-1' })).toContain('SLACK_BOT_TOKEN must begin with xoxb-');
  });

  it('says that its port is taken', async () => {
    const port = new URL(slack.apiUrl).port;
    settings = { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: port };
    expect(await bot.start()).toContain(`Port ${port} cannot be listened on`);
  });
});
