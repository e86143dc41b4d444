import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeSlack, type FakeSlack, type Person } from './index.ts';
import { call } from './raw.ts';

type Page = { readonly messages: readonly { text: string; ts: string }[]; readonly response_metadata: Json };

describe('conversations', () => {
  let slack: FakeSlack;
  let candidate: Person;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterEach(() => slack.close());

  const ask = async (method: string, given: Json = {}) => (await call(slack, method, given)).json;
  const post = (given: Json) => ask('chat.postMessage', { channel: candidate.dm.id, ...given });
  const history = async (given: Json = {}) =>
    (await ask('conversations.history', { channel: candidate.dm.id, ...given })) as Page & Json;

  it('open one direct message with one person', async () => {
    const open = (given: Json) => ask('conversations.open', given);
    expect(await open({})).toMatchObject({ error: 'users_list_not_supplied' });
    expect(await open({ users: 'U1' })).toMatchObject({ error: 'user_not_found' });
    const first = await open({ users: candidate.id });
    expect(await open({ users: candidate.id })).toMatchObject({
      already_open: true,
      channel: first['channel'],
    });
    candidate.leaves();
    expect(await open({ users: candidate.id })).toMatchObject({ error: 'user_disabled' });
  });

  it('give their history in pages, newest first, without what one person alone sees', async () => {
    for (const text of ['one', 'two', 'three']) candidate.dm.say(text);
    await ask('chat.postEphemeral', { channel: candidate.dm.id, user: candidate.id, text: 'psst' });
    const page = await history({ limit: 2 });
    expect(page.messages.map(({ text }) => text)).toEqual(['three', 'two']);
    const { next_cursor: cursor } = page.response_metadata;
    expect((await history({ limit: 2, cursor })).messages.map(({ text }) => text)).toEqual(['one']);
    expect(await history({ cursor: 'x' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await history({ limit: 1000 })).toMatchObject({ error: 'invalid_limit' });
    const [, two] = page.messages;
    const since = (more: Json) => history({ oldest: two?.ts, ...more });
    expect((await since({})).messages).toHaveLength(1);
    expect((await since({ inclusive: true })).messages).toHaveLength(2);
  });

  it('keep metadata for those who ask for it', async () => {
    const metadata = { event_type: 'job', event_payload: { id: '7' } };
    const { ts } = await post({ text: 'x', metadata });
    expect((await history()).messages[0]).not.toHaveProperty('metadata');
    expect((await history({ include_all_metadata: true })).messages[0]).toMatchObject({ metadata });
    await ask('chat.update', { channel: candidate.dm.id, ts, text: 'y' });
    expect((await history({ include_all_metadata: true })).messages[0]).toMatchObject({ metadata });
    await ask('chat.update', { channel: candidate.dm.id, ts, text: 'y', metadata: {} });
    expect((await history({ include_all_metadata: true })).messages[0]).not.toHaveProperty('metadata');
  });

  it('have threads', async () => {
    expect(await post({ text: 'x', thread_ts: '1.000001' })).toMatchObject({ error: 'thread_not_found' });
    const { ts } = await post({ text: 'root' });
    const { ts: reply } = await post({ text: 'reply', thread_ts: ts });
    expect(await post({ text: 'x', thread_ts: reply })).toMatchObject({ error: 'cannot_reply_to_message' });
    candidate.dm.say('mine', { thread: String(ts) });
    await post({ text: 'shown', thread_ts: ts, reply_broadcast: true });
    const thread = (await ask('conversations.replies', { channel: candidate.dm.id, ts })) as Page & Json;
    expect(thread.messages.map(({ text }) => text)).toEqual(['root', 'reply', 'mine', 'shown']);
    expect(thread.messages[0]).toMatchObject({ reply_count: 3 });
    expect((await history()).messages.map(({ text }) => text)).toEqual(['shown', 'root']);
    expect(candidate.dm.thread(String(ts)).map(({ text }) => text)).toEqual([
      'root',
      'reply',
      'mine',
      'shown',
    ]);
    expect(await ask('conversations.replies', { channel: candidate.dm.id, ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
  });

  it('need the scope of their kind', async () => {
    const channel = slack.createChannel('general', [candidate]);
    expect(await ask('conversations.history', { channel })).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    });
    expect(await ask('conversations.info', { channel })).toMatchObject({ needed: 'channels:read' });
    expect(await ask('conversations.list')).toMatchObject({ needed: 'channels:read' });
    expect(await ask('conversations.list', { types: 'im,rooms' })).toMatchObject({ error: 'invalid_types' });
    expect(await ask('conversations.info', { channel: candidate.dm.id })).toMatchObject({
      channel: { is_im: true, user: candidate.id },
    });
  });

  it('show text alone once blocks are left out of an update, at most 4,000 characters', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'rich' } }];
    const { ts } = await post({ text: 'x', blocks });
    const update = (given: Json) => ask('chat.update', { channel: candidate.dm.id, ts, ...given });
    expect(await update({})).toMatchObject({ error: 'no_text' });
    expect(await update({ text: 'x'.repeat(4001) })).toMatchObject({ error: 'msg_too_long' });
    await update({ text: 'again', blocks });
    expect(candidate.dm.messages).toMatchObject([{ text: 'rich', isEdited: false }]);
    await update({ text: 'plain' });
    expect(candidate.dm.messages).toMatchObject([{ text: 'plain', isEdited: true, history: ['x', 'again'] }]);
  });

  it('show what the app is at, until it answers in that thread, says so, or two minutes have passed', async () => {
    const { ts } = candidate.dm.say('hello');
    const set = (status: string, more: Json = {}) =>
      ask('assistant.threads.setStatus', { channel_id: candidate.dm.id, thread_ts: ts, status, ...more });
    await set('is thinking…', { loading_messages: ['Reading'] });
    expect(candidate.dm.status).toBe('is thinking…');
    slack.clock.advance(119_999);
    expect(candidate.dm.status).toBe('is thinking…');
    slack.clock.advance(1);
    expect(candidate.dm.status).toBe('');
    await set('is thinking…');
    await set('');
    expect(candidate.dm.status).toBe('');
    await set('is thinking…');
    await post({ text: 'beside it' });
    expect(candidate.dm.status).toBe('is thinking…');
    await post({ text: 'in it', thread_ts: ts });
    expect(candidate.dm.status).toBe('');
    expect(slack.statuses).toHaveLength(3);
    expect(await set('x', { thread_ts: '1.000001' })).toMatchObject({ error: 'invalid_thread_ts' });
    expect(await set('x', { channel_id: 'D1' })).toMatchObject({ error: 'channel_not_found' });
    const many = Array.from({ length: 11 }, () => 'x');
    expect(await set('x', { loading_messages: many })).toMatchObject({
      errors: ['no more than 10 items allowed [json-pointer:/loading_messages]'],
    });
    expect(await set('x', { loading_messages: [''] })).toMatchObject({ error: 'invalid_arguments' });
    const nothing = { channel_id: candidate.dm.id, thread_ts: ts };
    expect(await ask('assistant.threads.setStatus', nothing)).toMatchObject({ error: 'invalid_arguments' });
  });

  it('give a commercial app fifteen messages at once', async () => {
    const sold = await createFakeSlack({ isCommercial: true });
    const person = sold.createPerson('Candidate');
    for (let count = 0; count < 16; count += 1) person.dm.say('x');
    const { json } = await call(sold, 'conversations.history', { channel: person.dm.id });
    expect((json as Page).messages).toHaveLength(15);
    await sold.close();
  });

  it('list people in pages', async () => {
    const page = await ask('users.list', { limit: 1 });
    expect(page).toMatchObject({ members: [{ is_bot: true }] });
    const { next_cursor: cursor } = page['response_metadata'] as Json;
    expect(await ask('users.list', { limit: 1, cursor })).toMatchObject({
      members: [{ id: candidate.id }],
      response_metadata: { next_cursor: '' },
    });
    const members = await ask('conversations.members', { channel: candidate.dm.id });
    expect(members['members']).toEqual([candidate.id, slack.botUserId]);
  });

  it('let only members see what is for one of them', async () => {
    const [other, outsider] = [slack.createPerson('Other'), slack.createPerson('Outsider')];
    const channel = slack.createChannel('general', [candidate, other]);
    const whisper = (user: string) => ask('chat.postEphemeral', { channel, user, text: 'psst' });
    expect(await whisper(outsider.id)).toMatchObject({ error: 'user_not_in_channel' });
    const { message_ts: ts } = await whisper(candidate.id);
    expect(candidate.in(channel).messages).toHaveLength(1);
    expect(other.in(channel).messages).toHaveLength(0);
    expect(await ask('chat.update', { channel, ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
  });
});
