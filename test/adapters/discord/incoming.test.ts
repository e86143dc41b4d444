import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/chat/message.ts';
import { createListening, createSetting, type Setting } from './harness.ts';
import { WORDS } from './words.ts';

describe('what comes from Discord', () => {
  let setting: Setting;
  let bot: ReturnType<typeof createListening>;

  beforeEach(async () => {
    setting = await createSetting();
    bot = createListening();
    await setting.adapter.start(bot.receive, bot.suggest);
  });
  afterEach(() => setting.close());

  const received = (count: number): Promise<readonly Incoming[]> =>
    setting.discord.waitFor(() => bot.received.length >= count && [...bot.received], {
      what: `${count} events`,
    });

  it('takes direct messages with ids that a redelivery repeats', async () => {
    const person = setting.discord.createPerson('Candidate');
    const message = person.dm('hello');
    const [incoming] = await received(1);
    expect(incoming).toMatchObject({
      id: `discord:${message.id}`,
      type: 'message',
      messageId: message.id,
      text: 'hello',
      scope: 'direct',
      conversation: setting.conversationWith(person),
      from: { id: `discord:${person.id}`, name: 'Candidate' },
    });
    expect(incoming?.from.locale).toBeUndefined();
  });

  it('hears of edits and deletions of messages from before a restart', async () => {
    const person = setting.discord.createPerson('Candidate');
    const message = person.dm('first');
    await received(1);
    await setting.adapter.stop();
    const again = setting.create();
    await again.start(bot.receive, bot.suggest);
    bot.received.length = 0;
    person.edits(message, 'second');
    const [edit] = await received(1);
    expect(edit).toMatchObject({ type: 'message', edit: true, messageId: message.id, text: 'second' });
    expect(edit?.id).toMatch(new RegExp(`^discord:${message.id}:\\d+$`));
    person.deletes(message);
    const [, deletion] = await received(2);
    expect(deletion).toMatchObject({
      id: `discord:${message.id}:deleted`,
      type: 'deleted',
      messageId: message.id,
      conversation: setting.conversationWith(person),
      from: { id: `discord:${person.id}`, name: 'Candidate' },
    });
    await again.stop();
  });

  it('remembers when somebody was typing', async () => {
    const person = setting.discord.createPerson('Candidate');
    const conversation = setting.conversationWith(person);
    expect(setting.adapter.lastTypedAt?.(conversation)).toBeNull();
    person.startsTyping();
    await setting.discord.waitFor(() => setting.adapter.lastTypedAt?.(conversation));
  });

  it('takes a mention in a server without the mention, and nobody else’s words', async () => {
    const { discord } = setting;
    const person = discord.createPerson('Candidate');
    person.says(discord.home.channel, 'just talking');
    person.says(discord.home.channel, `<@${discord.botId}> I would use an index.`);
    const [incoming] = await received(1);
    expect(bot.received).toHaveLength(1);
    expect(incoming).toMatchObject({ type: 'message', scope: 'channel', text: 'I would use an index.' });
    expect(incoming?.conversation).not.toBe(setting.conversationWith(person));
  });

  it('counts edits and deletions of a mention', async () => {
    const { discord } = setting;
    const person = discord.createPerson('Candidate');
    const message = person.says(discord.home.channel, `<@${discord.botId}> one`);
    await received(1);
    person.edits(message, `<@${discord.botId}> two`);
    person.deletes(message);
    const [, edit, deletion] = await received(3);
    expect(edit).toMatchObject({ edit: true, text: 'two' });
    expect(deletion).toMatchObject({ type: 'deleted', messageId: message.id, scope: 'channel' });
  });

  it('hands over a command with group, number and file, in the language of the client', async () => {
    const person = setting.discord.createPerson('Candidate', { locale: 'ko' });
    const ignore = () => undefined;
    person.slash('면접 이력서 삭제', { n: 2 }).catch(ignore);
    person
      .slash('interview cv upload', { file: { name: 'cv.pdf', bytes: Buffer.from('%PDF-1.7') } })
      .catch(ignore);
    const [deletion, upload] = await received(2);
    expect(deletion).toMatchObject({
      type: 'command',
      name: 'cv delete',
      args: { n: '2' },
      from: { locale: 'ko' },
    });
    expect(upload).toMatchObject({
      type: 'command',
      name: 'cv upload',
      args: {},
      attachments: [{ name: 'cv.pdf' }],
    });
    const [file] = upload?.type === 'command' ? upload.attachments : [];
    const bytes = await setting.adapter.readAttachment(file!, {
      maxBytes: 100,
      signal: new AbortController().signal,
    });
    expect(Buffer.from(bytes).toString()).toBe('%PDF-1.7');
  });

  it('says in a server who may manage it', async () => {
    const { discord } = setting;
    const admin = discord.createPerson('Admin');
    discord.home.admits(admin.id, ['manageGuild']);
    const member = discord.createPerson('Member');
    for (const person of [admin, member]) {
      person.slash('interview help', {}, { channel: discord.home.channel }).catch(() => undefined);
    }
    const events = await received(2);
    expect(events.map(({ from }) => [from.name, from.isWorkspaceAdmin])).toEqual([
      ['Admin', true],
      ['Member', false],
    ]);
  });

  it('tells somebody whose message was not stored', async () => {
    const failing = setting.create();
    await setting.adapter.stop();
    await failing.start(async () => Promise.reject(new Error('The store is down.')), bot.suggest);
    const person = setting.discord.createPerson('Candidate', { locale: 'ko' });
    person.dm('내 답변입니다');
    await setting.discord.waitFor(() => person.sees().some(({ text }) => text === WORDS.ko.notStored));
    await setting.discord.waitFor(() => setting.logger.lines.join().includes('The store is down.'));
    await failing.stop();
  });

  it('reads a file whose address has expired from its message again', async () => {
    const { discord, adapter } = setting;
    const person = discord.createPerson('Candidate');
    person.dm('', { attachments: [{ name: 'cv.pdf', bytes: Buffer.from('%PDF-1.7') }] });
    const [incoming] = await received(1);
    const [file] = incoming?.type === 'message' ? incoming.attachments : [];
    discord.clock.advance(25 * 60 * 60_000);
    const limits = { maxBytes: 100, signal: new AbortController().signal };
    expect(Buffer.from(await adapter.readAttachment(file!, limits)).toString()).toBe('%PDF-1.7');
    expect(
      discord.requests.filter(({ method, path }) => method === 'GET' && /messages\/\d+$/.test(path)),
    ).toHaveLength(1);
  });
});
