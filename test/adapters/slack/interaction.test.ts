import { describe, expect, it } from 'vitest';
import { readCommand, readInteraction } from '../../../adapters/slack/interaction.ts';
import { toReplyToken } from '../../../adapters/slack/reply-token.ts';

const command = (text: string, more: object = {}) =>
  readCommand({
    command: '/interview',
    text,
    team_id: 'T1',
    user_id: 'U1',
    user_name: 'kim',
    channel_id: 'C1',
    trigger_id: 'tr.1',
    response_url: 'https://hooks.slack.com/commands/1',
    ...more,
  });

describe('a slash command', () => {
  it('is read with the project’s own words, and knows where it was typed', () => {
    expect(command('start 백엔드 full')).toEqual({
      id: 'slack:trigger:tr.1',
      user: { teamId: 'T1', userId: 'U1' },
      scope: 'channel',
      origin: { channelId: 'C1', threadTs: null, responseUrl: 'https://hooks.slack.com/commands/1' },
      what: { type: 'command', name: 'start', args: { position: 'be', format: 'full' }, attachments: [] },
      name: 'kim',
      triggerId: 'tr.1',
    });
    expect(command('start', { channel_id: 'D1' }).scope).toBe('direct');
  });

  it.each([
    ['', 'help'],
    ['  ', 'help'],
    ['help', 'help'],
    ['cv delete 2', 'cv delete'],
    ['기록', 'history'],
    ['dance', 'dance'],
    ['what &lt;is&gt; this', 'what <is> this'],
    [`tell me ${'all '.repeat(30)}`, `tell me ${'all '.repeat(13)}`],
  ])('/interview %s is %s', (text, name) => {
    const { what } = command(text);
    expect(what).toMatchObject({ type: 'command' });
    expect('name' in what && what.name.trim()).toBe(name.trim());
  });

  it('for admins has a name of its own', () => {
    expect(command('stats', { command: '/interview-admin' }).what).toMatchObject({ name: 'admin stats' });
    expect(command('', { command: '/interview-admin' }).what).toMatchObject({ name: 'admin help' });
  });
});

const person = { user: { id: 'U1', username: 'kim', team_id: 'T1' }, team: { id: 'T1' }, trigger_id: 'tr.2' };

describe('a press', () => {
  const press = (action: object, more: object = {}) =>
    readInteraction({
      type: 'block_actions',
      ...person,
      actions: [{ action_id: 'choice:0', ...action }],
      channel: { id: 'C1' },
      container: { channel_id: 'C1', thread_ts: '90.0' },
      response_url: 'https://hooks.slack.com/actions/1',
      ...more,
    });

  it('is the choice that its value names, in the thread of its message', () => {
    expect(press({ value: 'next:0198.1' })).toMatchObject({
      scope: 'thread',
      origin: { channelId: 'C1', threadTs: '90.0', responseUrl: 'https://hooks.slack.com/actions/1' },
      what: { type: 'choice', choice: 'next:0198.1' },
    });
  });

  it('in a menu is the option', () => {
    expect(press({ selected_option: { value: 'position:be' } })?.what).toEqual({
      type: 'choice',
      choice: 'position:be',
    });
  });

  it('on the Home tab is in no channel', () => {
    const home = { channel: undefined, container: { type: 'view' }, response_url: undefined };
    expect(press({ value: 'resume' }, home)).toMatchObject({
      scope: 'direct',
      origin: { channelId: null, threadTs: null, responseUrl: null },
    });
  });

  it('on the button for files asks for them', () => {
    expect(press({ action_id: 'slack-upload' })?.what).toMatchObject({ type: 'command', name: 'cv upload' });
  });

  it('on a link says nothing', () => {
    expect(press({})).toBeNull();
  });
});

describe('a form', () => {
  const view = {
    id: 'V1',
    hash: '1.a',
    callback_id: 'answer:0198/2',
    private_metadata: toReplyToken({ channelId: 'D1', threadTs: '80.0', responseUrl: null, at: 1 }),
    state: {
      values: {
        b1: { answer: { value: 'An index.\nYes.' } },
        b2: { note: { value: null } },
        b3: { cv: { files: [{ id: 'F1', name: 'cv.pdf', size: 3 }] } },
        b4: { none: { files: [] } },
      },
    },
  };
  const submit = (more: object = {}) =>
    readInteraction({ type: 'view_submission', ...person, view: { ...view, ...more } });

  it('brings what was entered, and belongs to where it was opened', () => {
    expect(submit()).toMatchObject({
      id: 'slack:view:V1:1.a',
      scope: 'direct',
      origin: { channelId: 'D1', threadTs: '80.0', responseUrl: null },
      what: {
        type: 'form',
        form: 'answer:0198/2',
        fields: { answer: 'An index.\nYes.', note: '' },
        attachments: [{ name: 'cv.pdf', bytes: 3 }],
      },
      triggerId: null,
    });
  });

  it('is the same one when it is sent again, and another one when it was changed', () => {
    expect(submit()?.id).toBe(submit()?.id);
    expect(submit({ hash: '2.b' })?.id).not.toBe(submit()?.id);
  });

  it('survives metadata that is not its own', () => {
    expect(submit({ private_metadata: 'x', state: undefined })).toMatchObject({
      origin: { channelId: null },
      what: { fields: {}, attachments: [] },
    });
  });
});

describe('the shortcut', () => {
  it('begins an interview', () => {
    expect(
      readInteraction({ type: 'shortcut', ...person, callback_id: 'start_interview' })?.what,
    ).toMatchObject({
      type: 'command',
      name: 'start',
    });
  });
});
