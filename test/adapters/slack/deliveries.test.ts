import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Receive } from '../../../src/chat/adapter.ts';
import type { Incoming } from '../../../src/chat/message.ts';
import type { Person } from '../../fakes/slack/index.ts';
import { createSetting } from './setting.ts';

let setting: Awaited<ReturnType<typeof createSetting>>;
let person: Person;
let received: Incoming[];
/** What storing an event does. */
let store: (incoming: Incoming) => ReturnType<Receive>;

beforeEach(async () => {
  received = [];
  store = async () => ({});
  setting = await createSetting();
  person = setting.slack.createPerson('지원자', { locale: 'ko-KR', isAdmin: true });
  await setting.start((incoming) => {
    received.push(incoming);
    return store(incoming);
  });
});
afterEach(() => setting.close());

const acknowledged = () =>
  setting.slack.waitFor(() =>
    setting.slack.deliveries.every(({ outcome }) => outcome?.type === 'acknowledged'),
  );
const texts = () => received.map((incoming) => (incoming.type === 'message' ? incoming.text : incoming.type));

describe('an event', () => {
  it('is acknowledged when it is stored, and not before', async () => {
    const stored = Promise.withResolvers<Awaited<ReturnType<Receive>>>();
    store = () => stored.promise;
    person.dm.say('hi');
    await setting.slack.waitFor(() => received.length === 1);
    expect(setting.slack.deliveries[0]?.outcome).toBeUndefined();
    stored.resolve({});
    await acknowledged();
  });

  it('whose acknowledgement was lost comes again under the same id', async () => {
    store = async () => {
      store = async () => ({});
      setting.slack.socketMode.drop(null);
      return {};
    };
    person.dm.say('hi');
    await setting.slack.waitFor(() => setting.slack.deliveries[0]?.failures.length === 2);
    await setting.slack.waitFor(() => setting.slack.socketMode.connections().length > 0);
    setting.slack.clock.advance(60_000);
    await acknowledged();
    expect(received.map(({ id }) => id)).toEqual([received[0]?.id, received[0]?.id]);
  });

  it('that is being stored is acknowledged before a connection that Slack wants closed is closed', async () => {
    const stored = Promise.withResolvers<Awaited<ReturnType<Receive>>>();
    store = () => stored.promise;
    const reaction = person.command('/interview', 'status');
    await setting.slack.waitFor(() => received.length === 1);
    setting.slack.socketMode.disconnect('refresh_requested');
    stored.resolve({});
    expect(await reaction).toBe('acknowledged');
  });

  it('comes after those before it, also while it is found out who somebody is', async () => {
    const info = Promise.withResolvers<void>();
    setting.slack.faults.next('users.info', { type: 'delay', until: info.promise });
    for (const text of ['one', 'two', 'three']) person.dm.say(text);
    info.resolve();
    await acknowledged();
    expect(texts().sort()).toEqual(['one', 'three', 'two']);
    expect(setting.slack.requests.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });
});

describe('who somebody is', () => {
  it('is what Slack says: name and language, and rights where they matter', async () => {
    person.dm.say('hi');
    await acknowledged();
    expect(received[0]?.from).toEqual({
      id: `slack:${person.teamId}/${person.id}`,
      name: expect.any(String),
      locale: 'ko',
    });
    await person.command('/interview-admin', 'stats');
    expect(received[1]).toMatchObject({ name: 'admin stats', from: { isWorkspaceAdmin: true } });
  });

  it('does not keep an event waiting that Slack does not answer for', async () => {
    setting.slack.faults.always('users.info', { type: 'error', error: 'missing_scope' });
    await person.command('/interview-admin', 'stats');
    expect(received[0]?.from.isWorkspaceAdmin).toBeUndefined();
    expect(received[0]?.from.name).not.toBe('');
    expect(setting.logger.lines.join()).toContain('does not say who somebody is');
  });
});

describe('being removed', () => {
  it('is told once, and ends every word to there', async () => {
    setting.slack.revokeTokens();
    await acknowledged();
    await setting.slack.waitFor(() => setting.logger.lines.some((line) => line.includes('was removed')));
    expect(received[0]).toMatchObject({ type: 'uninstalled', conversation: `slack:${person.teamId}:` });
    const sent = setting.adapter.send(
      setting.conversationWith(person),
      { text: 'x' },
      { idempotencyKey: 'a', attempt: 1 },
    );
    await expect(sent).rejects.toThrow('not installed');
  });
});

describe('the Home tab', () => {
  it('is asked for, published, and pressed', async () => {
    person.opens('home');
    await acknowledged();
    expect(received[0]?.type).toBe('homeOpened');
    const user = received[0]?.from.id;
    if (user === undefined) throw new Error('Nobody came.');
    await setting.adapter.publishHome?.(user, {
      cards: [{ title: 'Yours' }],
      choices: [{ id: 'start', label: 'Start' }],
    });
    const home = await setting.slack.waitFor(() => person.home);
    expect(home.text).toContain('Yours');
    await person.click(home, home.buttons[0]?.actionId ?? '');
    expect(received[1]).toMatchObject({ type: 'choice', choice: 'start', scope: 'direct' });
  });

  it('greets newcomers when its messages are opened', async () => {
    person.opens('messages');
    await acknowledged();
    expect(received[0]).toMatchObject({ type: 'arrived', greets: 'newcomers' });
  });
});

describe('the shortcut', () => {
  it('begins an interview in direct messages', async () => {
    await person.shortcut('start_interview');
    expect(received[0]).toMatchObject({ type: 'command', name: 'start', opensForm: 'window' });
  });
});
