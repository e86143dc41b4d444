import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../../adapters/discord/conversation-id.ts';
import { VenueError, type VenueRequest } from '../../../src/chat/adapter.ts';
import type { ConversationId, Incoming, Venue } from '../../../src/chat/message.ts';
import type { Person } from '../../fakes/discord/index.ts';
import { createListening, createSetting, type Setting } from './harness.ts';

const request = (venue: Venue, idempotencyKey = 'job-1'): VenueRequest => ({
  venue,
  title: 'Mock interview: Backend with Candidate',
  greeting: 'Here we are.',
  watchersGreeting: 'A mock interview.',
  idempotencyKey,
});

let setting: Setting;
let received: Incoming[];
let person: Person;

beforeEach(async () => {
  setting = await createSetting();
  const listening = createListening();
  received = listening.received;
  await setting.adapter.start(listening.receive, listening.suggest);
  person = setting.discord.createPerson('Candidate');
});
afterEach(() => setting.close());

async function startIn(channel: string): Promise<Incoming> {
  const before = received.length;
  person.slash('interview start', {}, { channel }).catch(() => undefined);
  await setting.discord.waitFor(() => received.length > before);
  return received.at(-1) as Incoming;
}

const open = async (venue: Venue, key?: string) => {
  const { conversation } = await startIn(setting.discord.home.channel);
  return setting.adapter.openVenue?.(conversation, request(venue, key));
};

const seenIn = (conversation: ConversationId | null | undefined, by: Person = person) =>
  conversation
    ? by.sees({ channel: placeOf(conversation).channelId }).map(({ text }) => text)
    : 'there is no conversation';

describe('where an interview can be held', () => {
  it('is said with what happens in a channel, and not elsewhere', async () => {
    const { discord } = setting;
    expect((await startIn(discord.home.channel)).venues).toEqual(['direct', 'private', 'watched']);
    expect((await startIn(person.directChannel)).venues).toBeUndefined();
  });

  it('leaves out what the bot may not open there', async () => {
    const { discord } = setting;
    const channel = discord.home.createChannel('quiet', { denyBot: ['createPublicThreads'] });
    expect((await startIn(channel)).venues).toEqual(['direct', 'private']);
  });
});

describe('a place', () => {
  it('in direct messages is tried by its first message', async () => {
    const opened = await open('direct');
    expect(opened).toEqual({ conversation: setting.conversationWith(person), thread: null });
    expect(seenIn(opened?.conversation)).toContain('Here we are.');
  });

  it('for others to watch hangs on a message in the channel', async () => {
    const opened = await open('watched');
    expect(opened?.conversation).toBe(setting.conversationWith(person));
    expect(placeOf(opened?.thread ?? ('' as ConversationId)).scope).toBe('thread');
    const channel = setting.discord.messagesIn(setting.discord.home.channel, person);
    expect(channel.map(({ text }) => text)).toContain('A mock interview.');
    await setting.adapter.send(
      opened?.thread as ConversationId,
      { text: 'Question 1', audience: 'everyone' },
      { idempotencyKey: 'question', attempt: 1 },
    );
    expect(seenIn(opened?.thread, setting.discord.createPerson('Watcher'))).toContain('Question 1');
  });

  it('is opened once, however often it is asked for with one key', async () => {
    const { conversation } = await startIn(setting.discord.home.channel);
    const first = await setting.adapter.openVenue?.(conversation, request('watched'));
    const again = await setting.create().openVenue?.(conversation, request('watched'));
    expect(again).toEqual(first);
    expect(seenIn(first?.conversation)).toHaveLength(1);
  });

  it('in a private thread is the candidate’s own: nothing there needs hiding', async () => {
    const opened = await open('private');
    const own = opened?.conversation as ConversationId;
    expect(placeOf(own).scope).toBe('private');
    await setting.adapter.send(own, { text: 'Your evaluation' }, { idempotencyKey: 'x', attempt: 1 });
    expect(seenIn(own)).toEqual(expect.arrayContaining(['Here we are.', 'Your evaluation']));
    const event = await startIn(placeOf(own).channelId);
    expect(event).toMatchObject({ conversation: own, scope: 'thread' });
    expect(event.venues).toBeUndefined();
  });

  it('cannot be one where direct messages are closed', async () => {
    person.blocksDirectMessages(true);
    await expect(open('watched')).rejects.toMatchObject({ problem: 'no_direct_messages' });
    const channel = setting.discord.messagesIn(setting.discord.home.channel, person);
    expect(channel.filter(({ text }) => text === 'A mock interview.')).toEqual([]);
  });

  it.each(['private', 'watched'] as const)('(%s) cannot be one where the bot may not', async (venue) => {
    const channel = setting.discord.home.createChannel('closed', {
      denyBot: ['createPublicThreads', 'createPrivateThreads'],
    });
    const { conversation } = await startIn(channel);
    const opening = setting.adapter.openVenue?.(conversation, request(venue));
    await expect(opening).rejects.toBeInstanceOf(VenueError);
    await expect(opening).rejects.toMatchObject({ problem: 'not_allowed' });
  });

  it('is tried again later when Discord fails', async () => {
    const { conversation } = await startIn(setting.discord.home.channel);
    setting.discord.faults.next({ method: 'POST', path: /threads$/ }, { type: 'status', status: 500 }, 3);
    const opening = setting.adapter.openVenue?.(conversation, request('watched'));
    await expect(opening).rejects.not.toBeInstanceOf(VenueError);
    expect(await setting.adapter.openVenue?.(conversation, request('watched'))).toMatchObject({
      thread: expect.stringContaining('discord:thread:'),
    });
  });
});

it('links to another conversation', async () => {
  const opened = await open('watched');
  await setting.adapter.send(
    opened?.conversation as ConversationId,
    { text: 'The question is there:', linksTo: opened?.thread as ConversationId },
    { idempotencyKey: 'link', attempt: 1 },
  );
  const { channelId } = placeOf(opened?.thread as ConversationId);
  expect(seenIn(opened?.conversation)).toContain(`The question is there:\n<#${channelId}>`);
});
