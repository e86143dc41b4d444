import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeSlack, type FakeSlack, type Person } from './slack/index.ts';

/** What is tried on both transports. */
function serve(app: App): void {
  app.message('count', async ({ message, say }) => {
    await say(`${message.subtype ?? 'plain'} message`);
  });
  app.event('app_mention', async ({ event, client }) => {
    const { channel, ts } = event;
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'In a thread' });
  });
  app.command('/interview', async ({ ack, command, respond }) => {
    await ack(`Starting ${command.text}`);
    await respond({ response_type: 'in_channel', text: 'For all' });
  });
  app.action('go', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Gone' });
  });
  app.action('where', async ({ ack, action, client, body }) => {
    await ack();
    const chosen = action.type === 'static_select' ? action.selected_option.value : '';
    await client.chat.postEphemeral({
      channel: body.channel?.id ?? '',
      user: body.user.id,
      text: `To ${chosen}`,
    });
  });
  app.shortcut('start_interview', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'answer',
        title: { type: 'plain_text', text: 'Answer' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'words',
            label: { type: 'plain_text', text: 'Your answer' },
            element: { type: 'plain_text_input', action_id: 'text', multiline: true },
          },
        ],
      },
    });
  });
  app.view('answer', async ({ ack, view }) => {
    const words = view.state.values['words']?.['text']?.value ?? '';
    if (words.length < 5) await ack({ response_action: 'errors', errors: { words: 'Say more' } });
    else await ack();
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Home*' } }] },
    });
  });
}

const BUTTONS = [
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } },
      {
        type: 'static_select',
        action_id: 'where',
        options: [{ text: { type: 'plain_text', text: 'There' }, value: 'there' }],
      },
    ],
  },
];

type Served = { readonly app: App; readonly stop: () => Promise<unknown> };

async function onSocketMode(slack: FakeSlack): Promise<Served> {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  await app.start();
  await slack.waitFor(() => slack.socketMode.connections().length > 0);
  return { app, stop: () => app.stop() };
}

async function onHttp(slack: FakeSlack): Promise<Served> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: slack.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  const server = await receiver.start(0);
  const { port } = server.address() as AddressInfo;
  await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  return {
    app,
    stop: () => {
      server.closeAllConnections();
      return app.stop();
    },
  };
}

describe.each([
  ['Socket Mode', onSocketMode],
  ['HTTP', onHttp],
])('@slack/bolt on the stand-in, by %s', (_, start) => {
  let slack: FakeSlack;
  let served: Served;
  let candidate: Person;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
    served = await start(slack);
    serve(served.app);
  });
  afterEach(async () => {
    expect(slack.mistakes).toEqual([]);
    await served.stop();
    await slack.close();
  });

  it('talks in direct messages and threads', async () => {
    candidate.dm.say('count me');
    candidate.dm.upload({ name: 'cv.pdf', bytes: new Uint8Array([37]) }, 'count this');
    const answers = () => candidate.dm.messages.filter(({ isFromBot }) => isFromBot).map(({ text }) => text);
    await slack.waitFor(() => answers().length === 2);
    expect(answers().sort()).toEqual(['file_share message', 'plain message']);

    const channel = slack.createChannel('general', [candidate]);
    const { ts } = candidate.in(channel).say(`${slack.mention} hi`);
    await slack.waitFor(() => candidate.in(channel).thread(ts)[1]?.text === 'In a thread');
  });

  it('answers commands at once and once more', async () => {
    expect(await candidate.command('/interview', 'start be')).toBe('acknowledged');
    await slack.waitFor(() => candidate.dm.messages.length === 2);
    const seen = candidate.dm.messages.map(({ text, isEphemeral }) => [text, isEphemeral]);
    expect(seen).toContainEqual(['Starting start be', true]);
    expect(seen).toContainEqual(['For all', false]);
  });

  it('takes presses and choices', async () => {
    const { client } = served.app;
    await client.chat.postMessage({ channel: candidate.dm.id, text: 'Go?', blocks: BUTTONS });
    const question = candidate.dm.messages[0] ?? expect.fail('no question');
    expect(question.buttons.map(({ label }) => label)).toEqual(['Go']);
    expect(await candidate.choose(question, 'where', 'there')).toBe('acknowledged');
    await slack.waitFor(() =>
      candidate.dm.messages.some(({ isEphemeral, text }) => isEphemeral && text === 'To there'),
    );
    expect(await candidate.click(question, 'go')).toBe('acknowledged');
    await slack.waitFor(() => candidate.dm.messages[0]?.text === 'Gone');
  });

  it('opens a modal, finds fault with it, and closes it', async () => {
    await candidate.shortcut('start_interview');
    const modal = await slack.waitFor(() => candidate.modal);
    expect(await candidate.submit(modal, { text: 'no' })).toBe('errors');
    expect(candidate.modal?.errors).toEqual({ words: 'Say more' });
    expect(await candidate.submit(modal, { text: 'An index is a B-tree.' })).toBe('closed');
    candidate.opens('home');
    await slack.waitFor(() => candidate.home?.text === '*Home*');
  });

  it('uploads files and shows what it is at', async () => {
    const { client } = served.app;
    const { ts } = candidate.dm.say('hello');
    const thread = { channel_id: candidate.dm.id, thread_ts: ts };
    await client.assistant.threads.setStatus({
      ...thread,
      status: 'is thinking…',
      loading_messages: ['Reading'],
    });
    expect(candidate.dm.status).toBe('is thinking…');
    await client.files.uploadV2({
      ...thread,
      initial_comment: 'Your scores',
      file_uploads: [{ file: Buffer.from('png'), filename: 'a.png', alt_text: 'A chart' }],
    });
    expect(candidate.dm.status).toBe('');
    expect(candidate.dm.thread(ts)[1]).toMatchObject({
      text: 'Your scores',
      files: [{ name: 'a.png', altText: 'A chart' }],
    });
  });
});

const nothing = () => undefined;
/** It complains of the connection that is cut off. */
const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

it('what dies with a connection reaches @slack/bolt on its next one', async () => {
  const slack = await createFakeSlack();
  const clientOptions = { slackApiUrl: slack.apiUrl };
  // It waits that long before it connects again.
  const clientPingTimeout = 50;
  const { appToken } = slack;
  const installerOptions = { clientOptions };
  const receiver = new SocketModeReceiver({ appToken, clientPingTimeout, installerOptions, logger: SILENT });
  const app = new App({ token: slack.botToken, receiver, logLevel: LogLevel.ERROR, clientOptions });
  const seen: (number | undefined)[] = [];
  app.message(async ({ context }) => void seen.push(context.retryNum));
  await app.start();
  await slack.waitFor(() => slack.socketMode.connections().length === 1);

  slack.createPerson('Candidate').dm.say('hello');
  slack.socketMode.drop(null);
  const [delivery] = slack.deliveries;
  await slack.waitFor(() => delivery?.failures.length === 2 && slack.socketMode.connections().length === 1);
  slack.clock.advance(60_000);
  await slack.waitFor(() => delivery?.outcome?.type === 'acknowledged' && seen.at(-1) === 2);
  await app.stop();
  await slack.close();
});
