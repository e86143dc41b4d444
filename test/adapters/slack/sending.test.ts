import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toReplyToken } from '../../../adapters/slack/reply-token.ts';
import { UndeliverableError } from '../../../src/chat/adapter.ts';
import type { Incoming, Outgoing } from '../../../src/chat/message.ts';
import type { Person } from '../../fakes/slack/index.ts';
import { createSetting } from './setting.ts';

let setting: Awaited<ReturnType<typeof createSetting>>;
let person: Person;
let received: Incoming[];

beforeEach(async () => {
  setting = await createSetting();
  person = setting.slack.createPerson('Candidate');
  received = [];
});
afterEach(() => setting.close());

const send = (message: Outgoing, idempotencyKey: string, attempt = 1, adapter = setting.adapter) =>
  adapter.send(setting.conversationWith(person), message, { idempotencyKey, attempt });
const shown = () => person.dm.messages.filter(({ isFromBot }) => isFromBot).map(({ fallback }) => fallback);

describe('a message whose fate is unknown', () => {
  it('is looked for before it is sent again', async () => {
    setting.slack.faults.next('chat.postMessage', { type: 'loseResponse' });
    await expect(send({ text: 'Once.' }, 'job-1')).rejects.toThrow();
    const ref = await send({ text: 'Once.' }, 'job-1', 2);
    expect(shown()).toEqual(['Once.']);
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'Edited.' },
      {
        idempotencyKey: 'job-2',
        attempt: 1,
        replaces: ref,
      },
    );
    expect(shown()).toEqual(['Edited.']);
  });

  it('is found by another process, which sends only what is missing', async () => {
    const long = { text: Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(' ') };
    setting.slack.faults.next('chat.postMessage', { type: 'delay', until: Promise.resolve() });
    setting.slack.faults.next('chat.postMessage', { type: 'error', error: 'fatal_error' });
    await expect(send(long, 'whole')).rejects.toThrow('fatal_error');
    expect(shown()).toHaveLength(1);
    await send(long, 'whole', 2, setting.create());
    const all = person.dm.messages.map((message) => message.text).join(' ');
    expect(all.match(/word\d+/g)).toHaveLength(3_000);
  });

  it('is sent when it was not carried out', async () => {
    setting.slack.faults.next('chat.postMessage', { type: 'loseRequest' });
    await expect(send({ text: 'Now.' }, 'job-1')).rejects.toThrow();
    await send({ text: 'Now.' }, 'job-1', 2);
    expect(shown()).toEqual(['Now.']);
  });

  it('is not mistaken for an equal one', async () => {
    await send({ text: 'Same.' }, 'job-1');
    await send({ text: 'Same.' }, 'job-2', 2);
    expect(shown()).toEqual(['Same.', 'Same.']);
  });
});

describe('a refusal', () => {
  it.each(['token_revoked', 'account_inactive', 'channel_not_found', 'is_archived', 'user_disabled'])(
    'is final: %s',
    async (error) => {
      setting.slack.faults.next('chat.postMessage', { type: 'error', error });
      await expect(send({ text: 'x' }, 'job')).rejects.toThrow(UndeliverableError);
    },
  );

  it.each(['missing_scope', 'messages_tab_disabled', 'invalid_auth', 'internal_error'])(
    'may pass: %s',
    async (error) => {
      setting.slack.faults.next('chat.postMessage', { type: 'error', error });
      const failure = await send({ text: 'x' }, 'job').catch((reason: unknown) => reason);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(UndeliverableError);
      expect((failure as Error).message).toContain(error);
    },
  );

  it.each(['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'])(
    'of how it is made leads to plain text, all of it: %s',
    async (error) => {
      setting.slack.faults.next('chat.postMessage', { type: 'error', error });
      const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
      await send({ text: words.join(' ') }, 'job');
      expect(words.filter((word) => !shown().join(' ').includes(word))).toEqual([]);
      expect(setting.logger.lines.join()).toContain('shown as plain text');
    },
  );

  it('of an edit whose message is gone leads to a new message', async () => {
    const ref = await send({ text: 'Old.' }, 'job-1');
    setting.slack.faults.next('chat.update', { type: 'error', error: 'message_not_found' });
    const delivery = { idempotencyKey: 'job-2', attempt: 1, replaces: ref };
    await setting.adapter.send(setting.conversationWith(person), { text: 'New.' }, delivery);
    expect(shown()).toEqual(['Old.', 'New.']);
  });

  it('where the bot is not installed is final', async () => {
    const elsewhere = 'slack:T999:direct:U1' as ReturnType<typeof setting.conversationWith>;
    const sent = setting.adapter.send(elsewhere, { text: 'x' }, { idempotencyKey: 'job', attempt: 1 });
    await expect(sent).rejects.toThrow(UndeliverableError);
  });
});

describe('what was asked in a channel', () => {
  let channel: string;
  const withToken = () => {
    const replyToken = received.at(-1)?.replyToken;
    if (!replyToken) throw new Error('There is nothing to answer.');
    return { idempotencyKey: `job-${received.length}`, attempt: 1, replyToken };
  };
  const inChannel = () => person.in(channel).messages.filter(({ isFromBot }) => isFromBot);

  beforeEach(async () => {
    channel = setting.slack.createChannel('general', [person]);
    await setting.start(async (incoming) => {
      received.push(incoming);
      return {};
    });
  });

  it('by a command is answered for its author’s eyes', async () => {
    await person.command('/interview', 'status', { channel });
    expect(received[0]).toMatchObject({ scope: 'channel', channel, place: `slack:${setting.slack.teamId}` });
    await setting.adapter.send(setting.conversationWith(person), { text: 'Private.' }, withToken());
    expect(inChannel()).toMatchObject([{ fallback: 'Private.', isEphemeral: true }]);
    expect(shown()).toEqual([]);
  });

  it('is answered in direct messages where it must be answered by writing, and says so there', async () => {
    await person.command('/interview', 'start be', { channel });
    const question: Outgoing = { text: 'What is an index?', expects: 'answer' };
    await setting.adapter.send(setting.conversationWith(person), question, withToken());
    expect(shown()).toEqual(['What is an index?']);
    expect(inChannel()).toMatchObject([
      { isEphemeral: true, fallback: expect.stringContaining('direct messages') },
    ]);
  });

  it('by a mention is answered in direct messages, with a line under the question, once', async () => {
    const asked = person.in(channel).say(`${setting.slack.mention} start`);
    await setting.slack.waitFor(() => received.length === 1);
    expect(received[0]).toMatchObject({ type: 'message', text: 'start' });
    const delivery = withToken();
    await setting.adapter.send(setting.conversationWith(person), { text: 'One.' }, delivery);
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'Two.' },
      { ...delivery, idempotencyKey: 'x' },
    );
    expect(shown()).toEqual(['One.', 'Two.']);
    expect(inChannel()).toMatchObject([{ threadTs: asked.ts, isEphemeral: false }]);
  });

  it('is answered for everybody where the answer is meant so', async () => {
    const asked = person.in(channel).say(`${setting.slack.mention} hello`);
    await setting.slack.waitFor(() => received.length === 1);
    const everybody: Outgoing = { text: 'Hello, all.', audience: 'everyone' };
    await setting.adapter.send(setting.conversationWith(person), everybody, withToken());
    expect(inChannel()).toMatchObject([{ fallback: 'Hello, all.', threadTs: asked.ts }]);
  });

  it('goes to direct messages when Slack takes no more answers there', async () => {
    await person.command('/interview', 'status', { channel });
    const replyToken = toReplyToken({ channelId: 'C999', threadTs: null, responseUrl: null, at: 0 });
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'Late.' },
      { ...withToken(), replyToken },
    );
    expect(shown()).toEqual(['Late.']);
  });
});

describe('a thread', () => {
  it('is where the answer to something said in it goes', async () => {
    await setting.start(async (incoming) => {
      received.push(incoming);
      return {};
    });
    const root = person.dm.say('A first message.');
    person.dm.say('And under it.', { thread: root.ts });
    await setting.slack.waitFor(() => received.length === 2);
    await send({ text: 'Nobody asked.' }, 'job-1');
    const replyToken = received[0]?.replyToken;
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'At the top.' },
      {
        idempotencyKey: 'job-2',
        attempt: 1,
        ...(replyToken && { replyToken }),
      },
    );
    const found = person.dm.messages.filter(({ isFromBot }) => isFromBot);
    expect(found.map(({ fallback, threadTs }) => [fallback, threadTs])).toEqual([
      ['Nobody asked.', root.ts],
      ['At the top.', undefined],
    ]);
  });
});

describe('files', () => {
  it('are shared with what describes them, once', async () => {
    const message: Outgoing = {
      text: 'Your data.',
      files: [{ name: 'my data.json', content: '{}', alt: 'All of it' }],
    };
    await send(message, 'job-1');
    await send(message, 'job-1', 2, setting.create());
    const files = person.dm.messages.flatMap((found) => found.files);
    expect(files.map(({ name, altText }) => [name, altText])).toEqual([['my-data.json', 'All of it']]);
  });
});
