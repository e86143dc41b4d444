import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationOf } from '../../../adapters/discord/conversation-id.ts';
import type { Receive } from '../../../src/chat/adapter.ts';
import type { ConversationId, Form, Incoming, Outgoing } from '../../../src/chat/message.ts';
import type { Person } from '../../fakes/discord/index.ts';
import { createSetting, type Setting } from './harness.ts';
import { WORDS } from './words.ts';

const FORM: Form = {
  id: 'register',
  title: 'Register',
  fields: [
    { id: 'name', label: 'Name', kind: 'line', required: true },
    { id: 'about', label: 'About you', kind: 'paragraph', required: false, hint: 'A few words' },
    { id: 'cv', label: 'CV', kind: 'file', required: false },
  ],
  submit: 'Send',
};

describe('how interactions are answered', () => {
  let setting: Setting;
  let received: Incoming[];
  let keys = 0;
  /** What the bot does with an event; set by each test. */
  let reaction: (incoming: Incoming) => Promise<{ readonly form?: Form }>;

  const receive: Receive = async (incoming) => {
    received.push(incoming);
    return reaction(incoming);
  };
  const send = (incoming: Incoming, message: Outgoing, to: ConversationId = incoming.conversation) =>
    setting.adapter.send(to, message, {
      idempotencyKey: `key-${++keys}`,
      attempt: 1,
      ...(incoming.replyToken && { replyToken: incoming.replyToken }),
    });
  /** As a worker does: some milliseconds after the commit. */
  const reply =
    (...messages: readonly Outgoing[]) =>
    async (incoming: Incoming) => {
      setTimeout(async () => {
        for (const message of messages) await send(incoming, message);
      }, 5);
      return {};
    };
  const botMessages = (person: Person, channel?: string) =>
    person.sees(channel === undefined ? {} : { channel }).filter(({ isFromBot }) => isFromBot);
  const seen = (person: Person, text: string, channel?: string) =>
    setting.discord.waitFor(
      () => botMessages(person, channel).find((message) => message.text.includes(text)),
      {
        what: text,
      },
    );
  const calls = (pattern: RegExp) => setting.discord.requests.filter(({ path }) => pattern.test(path));

  beforeEach(async () => {
    received = [];
    reaction = async () => ({});
    setting = await createSetting();
    await setting.adapter.start(receive, async ({ typed }) => [`${typed}-one`, `${typed}-two`]);
  });
  afterEach(() => setting.close());

  it('answers a command with the bot’s first message, in one request', async () => {
    const person = setting.discord.createPerson('Candidate');
    reaction = reply({ text: 'one' }, { text: 'two' });
    expect(await person.slash('interview help')).toMatchObject({ kind: 'message' });
    await seen(person, 'two');
    expect(botMessages(person).map(({ text }) => text)).toEqual(['one', 'two']);
    expect(calls(/callback$/)).toHaveLength(1);
  });

  it('defers after two seconds, and fills what was deferred', async () => {
    const person = setting.discord.createPerson('Candidate');
    expect(await person.slash('interview help')).toMatchObject({ kind: 'deferred' });
    await send(received[0]!, { text: 'here it is' });
    expect(botMessages(person).map(({ text, isLoading }) => [text, isLoading])).toEqual([
      ['here it is', false],
    ]);
  });

  it('answers with what follows in the conversation also when it carries no token', async () => {
    const person = setting.discord.createPerson('Candidate');
    reaction = async (incoming) => {
      const { replyToken: _, ...tokenless } = incoming as Incoming & { replyToken?: string };
      setTimeout(() => void send(tokenless as Incoming, { text: 'evaluation' }), 5);
      return {};
    };
    expect(await person.slash('interview stop')).toMatchObject({ kind: 'message' });
  });

  it('acknowledges a press at once and shows what follows as ordinary messages', async () => {
    const person = setting.discord.createPerson('Candidate');
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'Go on?', choices: [{ id: 'next:1', label: 'Next' }] },
      { idempotencyKey: 'question', attempt: 1 },
    );
    reaction = reply({ text: 'Second question' });
    const [question] = person.sees();
    expect(await person.press(question!, 'next:1')).toEqual({ kind: 'deferredUpdate' });
    const shown = await seen(person, 'Second question');
    expect(received[0]).toMatchObject({ type: 'choice', choice: 'next:1' });
    expect(shown.nonce).toHaveLength(25);
  });

  it('shows in a channel only to the one who asked, unless the bot says otherwise', async () => {
    const { channel } = setting.discord.home;
    const [person, other] = ['Candidate', 'Other'].map((name) => setting.discord.createPerson(name));
    reaction = reply(
      { text: 'your scores' },
      { text: 'more of yours' },
      { text: 'for all', audience: 'everyone' },
    );
    await person!.slash('interview history', {}, { channel });
    await seen(person!, 'for all', channel);
    expect(botMessages(person!, channel).map(({ isEphemeral }) => isEphemeral)).toEqual([true, true, false]);
    expect(botMessages(other!, channel).map(({ text }) => text)).toEqual(['for all']);
  });

  it('shows to everybody what is for everybody, also after it had deferred for one', async () => {
    const { channel } = setting.discord.home;
    const person = setting.discord.createPerson('Candidate');
    const other = setting.discord.createPerson('Other');
    expect(await person.slash('interview help', {}, { channel })).toMatchObject({ kind: 'deferred' });
    await send(received[0]!, { text: 'for all', audience: 'everyone' });
    expect(botMessages(other, channel).map(({ text }) => text)).toEqual(['for all']);
    await send(received[0]!, { text: 'for one' });
    expect(botMessages(person, channel).map(({ text, isEphemeral }) => [text, isEphemeral])).toEqual([
      ['for one', true],
      ['for all', false],
    ]);
  });

  it('keeps what people wrote, and tokens, out of errors', async () => {
    const person = setting.discord.createPerson('Candidate');
    setting.discord.faults.next(
      { path: /callback$/ },
      { type: 'error', status: 400, code: 50035, message: 'Invalid Form Body' },
    );
    person.slash('interview help').catch(() => undefined);
    await setting.discord.waitFor(() => received.length === 1);
    const error = await send(received[0]!, { text: 'a private answer' }).catch((reason: unknown) => reason);
    const token = JSON.parse(received[0]!.replyToken!).token as string;
    const { message, ...fields } = error as Error;
    const logged = JSON.stringify([message, fields, (error as Error).cause]);
    expect(error).toBeInstanceOf(Error);
    expect(logged).not.toContain('a private answer');
    expect(logged).not.toContain(token);
  });

  it('sends what is private to the direct messages when there is no interaction to show it by', async () => {
    const { channel } = setting.discord.home;
    const person = setting.discord.createPerson('Candidate');
    const place = conversationOf({ scope: 'channel', channelId: channel, userId: person.id });
    await setting.adapter.send(place, { text: 'your grade' }, { idempotencyKey: 'grade', attempt: 1 });
    expect(botMessages(person).map(({ text }) => text)).toEqual(['your grade']);
    expect(botMessages(person, channel)).toEqual([]);
  });

  it('falls back to an ordinary message when the token has expired', async () => {
    const person = setting.discord.createPerson('Candidate');
    reaction = reply({ text: 'soon' });
    await person.slash('interview help');
    setting.discord.clock.advance(16 * 60_000);
    await send(received[0]!, { text: 'late' });
    expect((await seen(person, 'late')).nonce).toHaveLength(25);
  });

  it('answers from another process, before and after the deferral, and never twice', async () => {
    const person = setting.discord.createPerson('Candidate');
    const worker = setting.create();
    const sendByWorker = (incoming: Incoming, text: string, key: string) =>
      worker.send(
        incoming.conversation,
        { text },
        { idempotencyKey: key, attempt: 1, replyToken: incoming.replyToken! },
      );
    reaction = async (incoming) => {
      setTimeout(() => void sendByWorker(incoming, 'at once', 'a'), 5);
      return {};
    };
    expect(await person.slash('interview help')).toMatchObject({ kind: 'message' });
    reaction = async () => ({});
    expect(await person.slash('interview help')).toMatchObject({ kind: 'deferred' });
    await sendByWorker(received[1]!, 'filled', 'b');
    const afterCrash = setting.create();
    setting.discord.clock.advance(4_000);
    await afterCrash.send(
      received[1]!.conversation,
      { text: 'filled' },
      {
        idempotencyKey: 'b',
        attempt: 2,
        replyToken: received[1]!.replyToken!,
      },
    );
    expect(botMessages(person).map(({ text }) => text)).toEqual(['at once', 'filled']);
  });

  it('shows an answer once when Discord’s own answer to it was lost', async () => {
    const person = setting.discord.createPerson('Candidate');
    setting.discord.faults.next({ path: /callback$/ }, { type: 'loseResponse' });
    const answer = person.slash('interview help');
    await setting.discord.waitFor(() => received.length === 1);
    const { conversation, replyToken } = received[0]!;
    const attempt = (number: number) =>
      setting.adapter.send(
        conversation,
        { text: 'only once' },
        { idempotencyKey: 'job', attempt: number, replyToken: replyToken! },
      );
    await expect(attempt(1)).rejects.toThrow();
    await attempt(2);
    await answer;
    expect(botMessages(person).map(({ text }) => text)).toEqual(['only once']);
  });

  it('tells who acted that it was not stored, also past the deferral', async () => {
    const person = setting.discord.createPerson('Candidate', { locale: 'ko' });
    reaction = async () => Promise.reject(new Error('The store is down.'));
    expect(await person.slash('면접 도움말')).toMatchObject({ kind: 'message' });
    expect(botMessages(person).map(({ text }) => text)).toEqual([WORDS.ko.notStored]);
    reaction = () => new Promise((_, reject) => setTimeout(reject, 2_300, new Error('Too slow.')));
    expect(await person.slash('면접 도움말')).toMatchObject({ kind: 'deferred' });
    await setting.discord.waitFor(
      () => botMessages(person).filter(({ text }) => text === WORDS.ko.notStored).length === 2,
    );
  });

  it('opens a form as a modal and hands over what was entered', async () => {
    const person = setting.discord.createPerson('Candidate');
    reaction = async ({ type }) => (type === 'command' ? { form: FORM } : {});
    const answer = await person.slash('interview privacy');
    if (answer.kind !== 'modal') throw new Error(answer.kind);
    person
      .submitModal(answer.modal, {
        name: 'A name',
        about: 'Two\nlines',
        cv: { name: 'cv.pdf', bytes: Buffer.from('%PDF-1.7') },
      })
      .catch(() => undefined);
    await setting.discord.waitFor(() => received.length === 2);
    expect(received[1]).toMatchObject({
      type: 'form',
      form: 'register',
      fields: { name: 'A name', about: 'Two\nlines' },
      attachments: [{ name: 'cv.pdf' }],
    });
  });

  it('offers a form behind a button when it comes too late to be opened', async () => {
    const person = setting.discord.createPerson('Candidate');
    reaction = () => new Promise((resolve) => setTimeout(resolve, 2_300, { form: FORM }));
    expect(await person.slash('interview help')).toMatchObject({ kind: 'deferred' });
    const offer = await seen(person, WORDS.en.openForm);
    const [button] = offer.buttons;
    expect(await person.press(offer, button!.customId)).toMatchObject({
      kind: 'modal',
      modal: { title: 'Register' },
    });
    expect(received).toHaveLength(1);
  });

  it('suggests while an argument is typed', async () => {
    const person = setting.discord.createPerson('Candidate');
    const answer = await person.autocomplete('interview start', 'topic', 'ca');
    expect(answer).toEqual({
      kind: 'choices',
      choices: [
        { name: 'ca-one', value: 'ca-one' },
        { name: 'ca-two', value: 'ca-two' },
      ],
    });
  });

  it('answers by the interaction somebody who takes no direct messages, and says so where there is none', async () => {
    const person = setting.discord.createPerson('Candidate', { inHomeServer: false, hasInstalledApp: true });
    reaction = reply({ text: 'one' }, { text: 'two' });
    person.blocksDirectMessages(true);
    await person.slash('interview help');
    await seen(person, 'two');
    const blocked = setting.adapter.send(
      conversationOf({ scope: 'channel', channelId: setting.discord.home.channel, userId: person.id }),
      { text: 'a grade' },
      { idempotencyKey: 'blocked', attempt: 1 },
    );
    await expect(blocked).rejects.toThrow(/do not accept direct messages from the bot \(50007\)/);
  });
});
