import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeDiscord } from '../fakes/discord/index.ts';
import { englishResume, koreanResume } from '../fixtures/cv/make-cvs.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

type Discord = Awaited<ReturnType<typeof createFakeDiscord>>;
type Person = ReturnType<Discord['createPerson']>;

type Button = { readonly label?: string; readonly custom_id?: string };

let folder: string;
let discord: Discord;
let programs: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyi-discord-'));
  discord = await createFakeDiscord();
});
afterEach(async () => {
  await stop('SIGKILL');
  await discord.close();
  await rm(folder, { recursive: true });
});

/** The real program, set up by its environment alone; resolves when it says that it is ready, or with how it ended. */
async function start(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: `sqlite:${join(folder, 'interview.db')}`,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  programs.push(child);
  const said: string[] = [];
  return new Promise((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('"Ready."')) resolve('ready');
    });
    child.once('close', () => resolve(said.join('\n')));
  });
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const running = programs.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  programs = [];
  await Promise.all(
    running.map((child) => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill(signal);
      return ended;
    }),
  );
}

/** Somebody who reads what the bot says and presses what it offers; in their direct messages, or in a channel. */
function talk(person: Person, channel?: string) {
  const fromBot = () => person.sees(channel ? { channel } : {}).filter(({ isFromBot }) => isFromBot);
  const says = (text: string) => fromBot().some((message) => JSON.stringify(message).includes(text));
  return {
    sees: fromBot,
    hears: (text: string) => discord.waitFor(() => says(text)),
    says,
    /** A button or an entry of a menu. */
    async press(label: string) {
      for (const shown of fromBot().toReversed()) {
        const menu = shown.selects.find(({ options }) => options.some((option) => option.label === label));
        const entry = menu?.options.find((option) => option.label === label);
        if (menu && entry) return person.select(shown, menu.customId, [entry.value]);
      }
      const message = fromBot().findLast((candidate) =>
        JSON.stringify(candidate.components).includes(`"${label}`),
      );
      const rows = (message?.components ?? []) as readonly { components?: readonly Button[] }[];
      const button = rows
        .flatMap(({ components = [] }) => components)
        .find((one) => one.label?.startsWith(label));
      if (!message || !button?.custom_id) throw new Error(`No button says ${label}.`);
      return person.press(message, button.custom_id);
    },
  };
}

describe('an interview in a direct message', () => {
  it.each([
    { by: 'one process', roles: ['all'] },
    { by: 'a gateway and two workers', roles: ['gateway', 'worker', 'worker'] },
  ])('goes from hello to the evaluation, by $by', async ({ roles }) => {
    for (const ROLE of roles) expect(await start({ ROLE })).toBe('ready');
    const person = discord.createPerson('Candidate', { hasInstalledApp: true });
    const chat = talk(person);
    person.dm('hi');
    await chat.hears('Hello!');
    await chat.press('Start an interview');
    await chat.hears('Before you send your CV');
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    person.dm('', { attachments: [{ name: 'cv.pdf', bytes: await englishResume() }] });
    await chat.hears('Which **position**');
    await chat.press('Backend');
    await chat.hears('Question 1 of 3');
    person.dm('An index keeps a sorted copy of the column.');
    person.dm('It makes writes slower.');
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    await chat.press('Skip this question');
    await chat.hears('Question 3 of 3');
    person.dm('I led the migration, and p95 fell from 900 ms to 200 ms in three months.');
    await chat.press('Next');
    await chat.hears('Your interview');
    expect(chat.says('sorted copy of the column.\\n> It makes writes slower.')).toBe(true);
    expect(chat.says('The score rests on')).toBe(true);
  });

  it('is held in Korean by slash command', async () => {
    expect(await start()).toBe('ready');
    const person = discord.createPerson('지원자', { hasInstalledApp: true, locale: 'ko' });
    const chat = talk(person);
    person.dm('안녕하세요');
    await chat.hears('모의 면접');
    await person.slash('면접 시작', { position: 'be' });
    await chat.hears('이력서를 보내기 전에');
    await chat.press('네, 진행할게요');
    await chat.hears('PDF로');
    person.dm('', { attachments: [{ name: '이력서.pdf', bytes: await koreanResume() }] });
    await chat.hears('질문 1/3');
    person.dm('인덱스를 추가합니다.');
    await chat.press('다음');
    await chat.hears('질문 2/3');
    person.dm('제가 직접 복구했습니다.');
    await chat.press('다음');
    await chat.hears('질문 3/3');
    person.dm('제가 설계했고 응답 시간이 40% 줄었습니다.');
    await chat.press('다음');
    await chat.hears('면접 결과');
  });

  it('takes a CV and a long answer in forms', async () => {
    expect(await start()).toBe('ready');
    const person = discord.createPerson('Candidate', { hasInstalledApp: true });
    const chat = talk(person);
    person.dm('start backend');
    await chat.hears('Before you send your CV');
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    const asked = await person.slash('interview cv upload');
    if (asked.kind !== 'modal') throw new Error(asked.kind);
    void person.submitModal(asked.modal, { cv: { name: 'cv.pdf', bytes: await englishResume() } });
    await chat.hears('Question 1 of 3');
    const opened = await chat.press('Write in a form');
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    await person.submitModal(opened.modal, {
      answer: `An index is sorted.\n${'It costs writes. '.repeat(200)}`,
    });
    await chat.hears('Question 2 of 3');
    await person.submitModal(opened.modal, { answer: 'The same window, sent again.' });
    await chat.hears('That question had just been closed');
    await chat.press('Skip this question');
    await chat.hears('Question 3 of 3');
  });

  it('goes on after the program was killed, with what was written meanwhile', async () => {
    expect(await start()).toBe('ready');
    const person = discord.createPerson('Candidate', { hasInstalledApp: true });
    const chat = talk(person);
    person.dm('start backend');
    await chat.hears('Before you send your CV');
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    person.dm('', { attachments: [{ name: 'cv.pdf', bytes: await englishResume() }] });
    await chat.hears('Question 1 of 3');
    await stop('SIGKILL');
    person.dm('Written while nobody listened.');
    expect(await start()).toBe('ready');
    person.dm('And this afterwards.');
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    person.dm('stop');
    await chat.hears('Your interview');
    expect(chat.says('Written while nobody listened.\\n> And this afterwards.')).toBe(true);
  });
});

describe('a start that cannot work', () => {
  it('says what to do about a wrong token', async () => {
    const said = await start({ DISCORD_TOKEN: 'wrong.token.here' });
    expect(said).toContain('Discord refused DISCORD_TOKEN');
    expect(said).not.toContain('    at ');
  });

  it('says which shards are possible', async () => {
    expect(await start({ DISCORD_SHARDS: 'some' })).toContain('DISCORD_SHARDS must be like auto, 4 or 0-1/4');
  });
});

describe('an interview in a thread that others watch', () => {
  it('goes from the channel to a shared result, with a peer’s rating', async () => {
    expect(await start()).toBe('ready');
    const owner = discord.createPerson('Owner');
    const watcher = discord.createPerson('Watcher');
    const { channel } = discord.home;
    const inChannel = talk(owner, channel);
    const inDirect = talk(owner);
    await owner.slash('interview start', { position: 'be' }, { channel });
    await inChannel.hears('Where shall we hold the interview?');
    await inChannel.press('Thread that others can watch');
    await inChannel.hears('We go on here');
    const opened = inChannel.sees().find(({ text }) => text.includes('A mock interview with Owner'));
    // Discord gives a thread the id of the message that it hangs on.
    const thread = opened?.id ?? '';
    await inDirect.hears('Before you send your CV');
    await inDirect.press('Yes, go on');
    await inDirect.hears('CV as a PDF');
    owner.dm('', { attachments: [{ name: 'cv.pdf', bytes: await englishResume() }] });

    const inThread = talk(owner, thread);
    const watching = talk(watcher, thread);
    await watching.hears('Question 1 of 3');
    expect(await watching.press('Next')).toMatchObject({ kind: 'message' });
    await watching.hears('somebody else’s interview');
    expect(inThread.says('somebody else’s interview')).toBe(false);
    const form = await inThread.press('Write in a form');
    if (form.kind !== 'modal') throw new Error(form.kind);
    await owner.submitModal(form.modal, { answer: 'An index keeps a sorted copy of the column.' });
    await watching.hears('**Owner** answered');
    await watching.hears('Question 2 of 3');
    await watching.press('4 – strong');
    await watching.hears('Your 4 of 5 is noted');
    await inThread.press('Skip this question');
    await watching.hears('goes on in private');
    await inDirect.hears('Question 3 of 3');
    expect(watching.says('Question 3 of 3')).toBe(false);
    owner.dm('I led the migration, and p95 fell from 900 ms to 200 ms in three months.');
    await inDirect.press('Next');
    await inDirect.hears('4 / 5, the median of 1 rating');
    await watching.hears('The evaluation goes to the candidate alone');
    expect(watching.says('the median of 1')).toBe(false);
    await inDirect.hears('The score rests on');
    await inDirect.press('Share in the thread');
    await inDirect.hears('Everybody who reads the thread');
    await inDirect.press('Share in the thread');
    await watching.hears('Owner’s interview');
  });
});
