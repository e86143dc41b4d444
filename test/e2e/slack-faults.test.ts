import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../fakes/free-port.ts';
import { createFakeSlack, type FakeSlack, type Person } from '../fakes/slack/index.ts';
import { type BotProcess, createBotProcess, type Environment } from './bot-process.ts';
import { acknowledged, PATIENCE, talk } from './slack-talk.ts';

vi.setConfig({ testTimeout: 90_000 });

let slack: FakeSlack;
let bot: BotProcess;
let settings: Environment;
let person: Person;
let chat: ReturnType<typeof talk>;

beforeEach(async () => {
  slack = await createFakeSlack();
  settings = { SLACK_APP_TOKEN: slack.appToken };
  bot = await createBotProcess(() => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...settings,
  }));
  person = slack.createPerson('Candidate');
  chat = talk(slack, person);
});
afterEach(async () => {
  await bot.dispose();
  await slack.close();
});

describe('over Socket Mode', () => {
  it('loses nothing when Slack breaks every connection while events are being acknowledged', async () => {
    expect(await bot.start()).toBe('ready');
    await chat.begin();
    for (let round = 1; round <= 5; round += 1) {
      const old = slack.socketMode.connections().map(({ id }) => id);
      person.dm.say(`Sentence ${round}.`);
      if (round % 2 === 0) slack.socketMode.disconnect('refresh_requested');
      else slack.socketMode.drop(null);
      const areNew = () => slack.socketMode.connections().every(({ id }) => !old.includes(id));
      await slack.waitFor(() => slack.socketMode.connections().length > 0 && areNew(), PATIENCE);
      slack.clock.advance(60_000);
      await acknowledged(slack);
    }
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    person.dm.say('stop');
    await chat.hears('Your interview');
    const answer = [1, 2, 3, 4, 5].map((round) => `&gt; Sentence ${round}.`).join('\n');
    expect(chat.says(answer)).toBe(true);
  });

  it('goes on after it was killed, with what was written meanwhile', async () => {
    expect(await bot.start()).toBe('ready');
    await chat.begin();
    await bot.stop('SIGKILL');
    person.dm.say('Written while nobody listened.');
    expect(await bot.start()).toBe('ready');
    slack.clock.advance(60_000);
    await acknowledged(slack);
    person.dm.say('And this afterwards.');
    await acknowledged(slack);
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    person.dm.say('stop');
    await chat.hears('Your interview');
    expect(chat.says('Written while nobody listened.\n&gt; And this afterwards.')).toBe(true);
  });

  it('says a thing once, whatever becomes of Slack’s answers', async () => {
    expect(await bot.start()).toBe('ready');
    slack.faults.next('chat.postMessage', { type: 'loseResponse' });
    person.dm.say('hi');
    await chat.hears('Hello!');
    slack.faults.next('chat.postMessage', { type: 'rateLimit', retryAfterSeconds: 1 }, 2);
    await chat.press('Start an interview');
    await chat.hears('Before you send your CV');
    slack.faults.next('chat.postMessage', { type: 'status', status: 503 });
    await chat.press('Yes, go on');
    await chat.hears('CV as a PDF');
    person.dm.say('status');
    await chat.hears('4 of 5 interviews left');
    expect(['Hello!', 'Before you send', 'CV as a PDF', 'interviews left'].map(chat.count)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it('gives up what it has to say where it was removed, and goes on living', async () => {
    expect(await bot.start()).toBe('ready');
    await chat.begin();
    slack.revokeTokens();
    await slack.waitFor(() => bot.said.some((line) => line.includes('The bot was removed')), PATIENCE);
    await acknowledged(slack);
    expect(await bot.stop('SIGTERM')).toBe(0);
    expect(bot.said.filter((line) => line.includes('"level":60'))).toEqual([]);
  });
});

describe('over HTTP', () => {
  let between: Server;
  /** Called with the bot’s answer in hand, before Slack has it; `true` keeps it from Slack. */
  let holdBack: () => Promise<boolean>;
  let port: number;

  beforeEach(async () => {
    port = await freePort();
    settings = { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
    holdBack = async () => false;
    between = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      try {
        const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, {
          method: 'POST',
          headers: request.headers as Record<string, string>,
          body,
        });
        const text = await answer.text();
        if (await holdBack()) request.socket.destroy();
        else response.writeHead(answer.status).end(text);
      } catch {
        request.socket.destroy();
      }
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    expect(await bot.start()).toBe('ready');
    const address = between.address();
    const listening = typeof address === 'object' ? address?.port : 0;
    await slack.useRequestUrl(`http://127.0.0.1:${listening}/slack/events`);
  });
  afterEach(() => {
    between.closeAllConnections();
    between.close();
  });

  it('counts an event once when it is killed after the commit, before Slack has the acknowledgement', async () => {
    await chat.begin();
    holdBack = async () => {
      holdBack = async () => false;
      await bot.stop('SIGKILL');
      return true;
    };
    person.dm.say('Once and only once.');
    await slack.waitFor(() => slack.deliveries.at(-1)?.failures.length === 2, PATIENCE);
    expect(await bot.start()).toBe('ready');
    slack.clock.advance(60_000);
    await acknowledged(slack);
    await chat.press('Next');
    await chat.hears('Question 2 of 3');
    person.dm.say('stop');
    await chat.hears('Your interview');
    const evaluation = person.dm.messages.find(({ fallback }) => fallback.includes('Your answer'));
    expect(evaluation?.fallback.split('Once and only once.')).toHaveLength(2);
  });

  it('acknowledges a press once although Slack never learns it, and the next press too', async () => {
    person.dm.say('hi');
    await chat.hears('Hello!');
    await acknowledged(slack);
    holdBack = async () => {
      holdBack = async () => false;
      return true;
    };
    await expect(chat.press('Start an interview')).rejects.toThrow();
    await chat.hears('Before you send your CV');
    await chat.press('Start an interview');
    await chat.hears('You have an interview open');
    expect(chat.count('Before you send your CV')).toBe(1);
  });
});
