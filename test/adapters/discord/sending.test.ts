import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId, Outgoing, SentRef } from '../../../src/chat/message.ts';
import type { Person } from '../../fakes/discord/index.ts';
import { createSetting, type Setting } from './harness.ts';
import { WORDS } from './words.ts';

describe('what is sent to Discord', () => {
  let setting: Setting;
  let person: Person;
  let conversation: ConversationId;
  let keys = 0;

  beforeEach(async () => {
    setting = await createSetting();
    person = setting.discord.createPerson('Candidate');
    conversation = setting.conversationWith(person);
  });
  afterEach(() => setting.close());

  const send = (message: Outgoing, idempotencyKey = `key-${++keys}`, replaces?: SentRef) =>
    setting.adapter.send(conversation, message, {
      idempotencyKey,
      attempt: 1,
      ...(replaces && { replaces }),
    });
  const texts = () => person.sees().map(({ text }) => text);

  it('needs no gateway', async () => {
    await send({ text: 'from a worker' });
    expect(texts()).toEqual(['from a worker']);
    expect(setting.discord.gateway.sessions()).toEqual([]);
  });

  it('shows a message once although its answer was lost and another process sends it again', async () => {
    setting.discord.faults.next({ method: 'POST', path: /messages$/ }, { type: 'loseResponse' });
    await expect(send({ text: 'once' }, 'the-job')).rejects.toThrow();
    await setting.create().send(conversation, { text: 'once' }, { idempotencyKey: 'the-job', attempt: 2 });
    expect(texts()).toEqual(['once']);
  });

  it('goes on where an attempt failed, with a nonce of its own for each part', async () => {
    const text = `${'a'.repeat(1_990)}\n\n${'b'.repeat(1_990)}\n\n${'c'.repeat(1_990)}`;
    const path = /messages$/;
    await send({ text: 'warm up' });
    setting.discord.faults.next({ method: 'POST', path }, { type: 'delay', until: Promise.resolve() });
    setting.discord.faults.next(
      { method: 'POST', path },
      { type: 'error', status: 403, code: 50013, message: 'Missing Permissions' },
    );
    await expect(send({ text }, 'parts')).rejects.toThrow(/may not write/);
    await send({ text }, 'parts');
    expect(texts().map((shown) => shown.slice(0, 1))).toEqual(['w', 'a', 'b', 'c']);
    const nonces = person.sees().map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(4);
  });

  it('waits out a 429 and repeats after a 502', async () => {
    const path = /messages$/;
    setting.discord.faults.next({ method: 'POST', path }, { type: 'rateLimit', retryAfterMs: 200 });
    setting.discord.faults.next({ method: 'POST', path }, { type: 'status', status: 502 });
    await send({ text: 'through' });
    expect(texts()).toEqual(['through']);
  });

  it('does not wait for a limit of minutes', async () => {
    setting.discord.faults.next(
      { method: 'POST', path: /messages$/ },
      { type: 'rateLimit', retryAfterMs: 600_000 },
    );
    await expect(send({ text: 'later' })).rejects.toThrow();
  });

  it('edits all messages that one became, adds what is new and removes what is left', async () => {
    const long = (letter: string) => `${letter.repeat(1_990)}\n\n${letter.repeat(1_990)}`;
    const ref = await send({ text: long('a') });
    const shorter = await send({ text: 'short', choices: [{ id: 'x', label: 'X' }] }, 'edit-1', ref);
    expect(texts()).toEqual(['short\nX']);
    const longer = await send({ text: long('b') }, 'edit-2', shorter);
    expect(texts().map((text) => text[0])).toEqual(['b', 'b']);
    expect(person.sees()[0]?.buttons).toEqual([]);
    expect(longer).not.toBe(shorter);
  });

  it('shows an edit as a new message when the old one is gone', async () => {
    const gone = 'discord:1.1' as SentRef;
    await send({ text: 'new' }, 'edit', gone);
    expect(texts()).toEqual(['new']);
  });

  it('shows an evaluation as embeds, with the score in words', async () => {
    await send({
      cards: [
        {
          title: 'Question 1 of 3',
          score: { points: 3.4, outOf: 5, estimate: true },
          body: Array.from({ length: 120 }, (_, index) => `- point ${index}: ${'x'.repeat(60)}`).join('\n'),
          fields: [{ name: 'Topic', value: 'caching' }],
          footer: 'A footer.',
        },
      ],
      choices: [{ id: 'again', label: 'Another' }],
    });
    const messages = person.sees();
    expect(messages.length).toBeGreaterThan(1);
    expect(messages[0]?.text).toContain(`**3.4 / 5** ▰▰▰▰▰▰▰▱▱▱ · ${WORDS.en.estimate}`);
    expect(messages.at(-1)?.buttons.map(({ label }) => label)).toEqual(['Another']);
    for (let index = 0; index < 120; index += 1) expect(texts().join('\n')).toContain(`point ${index}:`);
  });

  it('says how to upload in the language of the message', async () => {
    await send({ text: '이력서를 PDF로 보내 주세요.', expects: 'file', locale: 'ko' });
    await send({ text: 'Send me your CV.', expects: 'file', locale: 'en' });
    expect(texts()[0]).toContain(WORDS.ko.howToUpload);
    expect(texts()[1]).toContain(WORDS.en.howToUpload);
  });

  it('attaches files with their description', async () => {
    await send({
      text: 'Your data',
      files: [{ name: 'my data.json', content: '{"a":"한글"}', alt: 'All that is stored' }],
    });
    const [file] = person.sees()[0]?.files ?? [];
    expect(file?.name).toBe('my-data.json');
    expect(file?.description).toBe('All that is stored');
    expect(Buffer.from(file!.bytes).toString()).toBe('{"a":"한글"}');
  });

  it('pings nobody', async () => {
    await send({ text: `@everyone <@${person.id}> <@&1>` });
    expect(person.sees()[0]?.pings).toEqual([]);
  });

  it('shows typing at once and while anything needs it, and no longer', async () => {
    const { discord, adapter } = setting;
    const [one, two] = [await adapter.showTyping(conversation), await adapter.showTyping(conversation)];
    await discord.waitFor(() => discord.requests.some(({ path }) => path.endsWith('/typing')));
    expect(discord.isTyping(person.directChannel)).toBe(true);
    one();
    await send({ text: 'a part of it' });
    // Discord ends the indicator with a message: it is shown again as long as work goes on.
    await discord.waitFor(() => discord.requests.filter(({ path }) => path.endsWith('/typing')).length === 2);
    two();
    await send({ text: 'all of it' });
    expect(discord.requests.filter(({ path }) => path.endsWith('/typing'))).toHaveLength(2);
  });
});
