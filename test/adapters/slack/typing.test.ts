import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../fakes/slack/index.ts';
import { createSetting } from './setting.ts';

let setting: Awaited<ReturnType<typeof createSetting>>;
let person: Person;

beforeEach(async () => {
  setting = await createSetting();
  person = setting.slack.createPerson('Candidate');
  person.dm.say('hi');
});
afterEach(async () => {
  vi.useRealTimers();
  await setting.close();
});

const show = () => setting.adapter.showTyping(setting.conversationWith(person));
const statuses = () =>
  setting.slack.requests.flatMap(({ method, arguments: given }) =>
    method === 'assistant.threads.setStatus' ? [String(given['status'])] : [],
  );

describe('the status', () => {
  it('stands below the latest message while anything goes on, with lines that change, and is cleared', async () => {
    const stop = await show();
    const stopOther = await show();
    await setting.slack.waitFor(() => person.dm.status === 'is thinking…');
    await setting.slack.waitFor(() => statuses().length === 1);
    const set = setting.slack.requests.find(({ method }) => method === 'assistant.threads.setStatus');
    expect(set?.arguments['loading_messages']).toBeDefined();
    stop();
    stop();
    stopOther();
    await setting.slack.waitFor(() => statuses().length === 2);
    expect(person.dm.status).toBe('');
    expect(statuses()).toEqual(['is thinking…', '']);
  });

  it('is shown again after a message, as long as work goes on', async () => {
    const stop = await show();
    await setting.slack.waitFor(() => statuses().length === 1);
    await setting.adapter.send(
      setting.conversationWith(person),
      { text: 'Partly.' },
      { idempotencyKey: 'a', attempt: 1 },
    );
    await setting.slack.waitFor(() => statuses().length === 2);
    stop();
    await setting.slack.waitFor(() => statuses().at(-1) === '');
  });

  it('is cleared also when Slack does not answer at first', async () => {
    const stop = await show();
    await setting.slack.waitFor(() => statuses().length === 1);
    setting.slack.faults.next('assistant.threads.setStatus', { type: 'loseRequest' }, 2);
    stop();
    await setting.slack.waitFor(() => statuses().at(-1) === '');
  });

  it('gives way to a message where Slack shows none and the wait is long, which goes when it is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    setting.slack.faults.always('assistant.threads.setStatus', { type: 'error', error: 'missing_scope' });
    const stop = await show();
    await vi.waitUntil(() => setting.logger.lines.some((line) => line.includes('shows no status')));
    await vi.advanceTimersByTimeAsync(8_000);
    const standIn = () => person.dm.messages.filter(({ isFromBot }) => isFromBot);
    await vi.waitUntil(() => standIn().length === 1);
    expect(standIn()[0]?.fallback).toBe('Still working on it.');
    stop();
    await vi.waitUntil(() => standIn().length === 0);
  });
});
