import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { createOneWorkspace, createSlackAdapter } from '../../adapters/slack/index.ts';
import { textsOf } from '../../src/locales/index.ts';
import { openBot } from '../support/open-bot.ts';
import { BOT_TOKEN, SIGNING_SECRET } from './workspace.ts';

/** The process under measurement: `bot` on a database file, or `bolt`, an app that looks at each message and does nothing. */
const [kind, port = '0', apiUrl = '', database = ''] = process.argv.slice(2);

/** When each message's turn was committed, by its id, in milliseconds since 1970. */
const committed: [id: string, at: number][] = [];
let cpuBefore = process.cpuUsage();

async function startBot(): Promise<void> {
  const logger = pino({ level: 'silent' });
  const adapter = createSlackAdapter({
    installations: createOneWorkspace({ token: BOT_TOKEN, apiUrl, logger }),
    http: { signingSecret: SIGNING_SECRET, port: Number(port) },
    apiUrl,
    words: { en: textsOf('en').slack, ko: textsOf('ko').slack },
    defaultLocale: 'en',
    now: Date.now,
    logger,
  });
  await openBot(database, {
    ...adapter,
    // What the bot has to say is another matter than taking events in.
    send: async (_to, _message, { idempotencyKey }) => `bench:${idempotencyKey}` as never,
    start: (receive, suggest) =>
      adapter.start(async (incoming) => {
        const answer = await receive(incoming);
        committed.push([incoming.id, performance.timeOrigin + performance.now()]);
        return answer;
      }, suggest),
  });
}

async function startBolt(): Promise<void> {
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: ['/slack/events'],
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    token: BOT_TOKEN,
    clientOptions: { slackApiUrl: apiUrl },
    logLevel: LogLevel.ERROR,
  });
  app.message(async () => undefined);
  await app.start(Number(port));
}

process.on('message', (wish) => {
  if (wish === 'begin') {
    committed.length = 0;
    cpuBefore = process.cpuUsage();
    process.send?.('begun');
  } else {
    const { user, system } = process.cpuUsage(cpuBefore);
    process.send?.({ cpuMicroseconds: user + system, committed });
  }
});

await (kind === 'bot' ? startBot() : startBolt());
process.send?.('ready');
