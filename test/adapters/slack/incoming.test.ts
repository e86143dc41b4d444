import { describe, expect, it } from 'vitest';
import { readDelivery, teamOfDelivery } from '../../../adapters/slack/read-delivery.ts';

const BOT = 'UBOT';
const event = (inner: object, outer: object = {}) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T1',
  authorizations: [{ team_id: 'T1' }],
  event: inner,
  ...outer,
});
const direct = (more: object) =>
  event({ type: 'message', channel: 'D1', channel_type: 'im', ts: '100.1', ...more });
const read = (body: object) => readDelivery(body, BOT);
const whats = (body: object) => read(body).map(({ what }) => what);

describe('a direct message', () => {
  it('is handed over with its place in its thread', () => {
    expect(read(direct({ user: 'U1', text: 'a &lt; b', thread_ts: '99.9' }))).toEqual([
      {
        id: 'slack:message:D1:100.1',
        user: { teamId: 'T1', userId: 'U1' },
        scope: 'direct',
        origin: { channelId: 'D1', threadTs: '99.9', responseUrl: null },
        what: { type: 'message', messageId: 'D1:100.1', text: 'a < b', attachments: [] },
        name: null,
        triggerId: null,
      },
    ]);
  });

  it('brings its files', () => {
    const file = {
      id: 'F1',
      name: '이력서.pdf'.normalize('NFD'),
      size: 7,
      url_private_download: 'https://x',
    };
    const [what] = whats(direct({ user: 'U1', text: '', subtype: 'file_share', files: [file] }));
    expect(what).toMatchObject({
      attachments: [{ name: '이력서.pdf', bytes: 7, ref: '["T1","F1","https://x"]' }],
    });
  });

  it.each([
    ['of the bot itself', { user: BOT, text: 'x' }],
    ['of another bot', { user: 'U1', bot_id: 'B1', text: 'x' }],
    ['of nobody', { text: 'x' }],
    ['that is a notice', { user: 'U1', subtype: 'channel_topic', text: 'x' }],
    ['in a group', { user: 'U1', channel_type: 'mpim', text: 'x' }],
    ['in a channel', { user: 'U1', channel_type: 'channel', text: 'x' }],
    [
      'of the bot that is edited',
      { subtype: 'message_changed', message: { user: BOT, ts: '1.1', edited: { ts: '2' } } },
    ],
    [
      'of the bot that is deleted',
      { subtype: 'message_deleted', deleted_ts: '1.1', previous_message: { user: BOT, ts: '1.1' } },
    ],
    [
      'with a preview that arrives',
      { subtype: 'message_changed', message: { user: 'U1', ts: '1.1', text: 'x' } },
    ],
    [
      'that was edited before and gets a preview',
      {
        subtype: 'message_changed',
        message: { user: 'U1', ts: '1.1', edited: { ts: '2' } },
        previous_message: { user: 'U1', ts: '1.1', edited: { ts: '2' } },
      },
    ],
    ['that is deleted, of which nothing is left', { subtype: 'message_deleted', deleted_ts: '1.1' }],
  ])('%s is none of its business', (_what, message) => {
    expect(read(direct(message))).toEqual([]);
  });

  it('that is edited brings the message along, should its own event still be on its way', () => {
    const message = { user: 'U1', ts: '100.1', text: 'new', edited: { ts: '130.0' }, thread_ts: '90.0' };
    const heard = read(direct({ subtype: 'message_changed', message, previous_message: { ts: '100.1' } }));
    expect(heard.map(({ id, what, origin }) => [id, what, origin.threadTs])).toEqual([
      [
        'slack:message:D1:100.1',
        { type: 'message', messageId: 'D1:100.1', text: 'new', attachments: [] },
        '90.0',
      ],
      [
        'slack:event:Ev1',
        { type: 'message', messageId: 'D1:100.1', text: 'new', attachments: [], edit: true },
        '90.0',
      ],
    ]);
  });

  it('that is edited long afterwards is an edit and nothing else', () => {
    const message = { user: 'U1', ts: '100.1', text: 'new', edited: { ts: '1000.0' } };
    expect(whats(direct({ subtype: 'message_changed', message }))).toMatchObject([{ edit: true }]);
  });

  it.each([
    { subtype: 'message_deleted', deleted_ts: '100.1', previous_message: { user: 'U1', ts: '100.1' } },
    {
      subtype: 'message_changed',
      message: { user: 'U1', ts: '100.1', subtype: 'tombstone' },
      previous_message: { user: 'U1', ts: '100.1' },
    },
  ])('that is deleted is told: $subtype', (message) => {
    expect(whats(direct(message))).toEqual([{ type: 'deleted', messageId: 'D1:100.1' }]);
  });
});

describe('a mention', () => {
  const mention = (more: object) =>
    event({
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      ts: '100.1',
      text: `<@${BOT}> start be`,
      ...more,
    });

  it('in a channel is answered under it', () => {
    expect(read(mention({}))).toMatchObject([
      {
        scope: 'channel',
        origin: { channelId: 'C1', threadTs: '100.1', responseUrl: null },
        what: { type: 'message', text: 'start be' },
      },
    ]);
  });

  it('in a thread is answered there', () => {
    expect(read(mention({ thread_ts: '90.0' }))).toMatchObject([
      { scope: 'thread', origin: { threadTs: '90.0' } },
    ]);
  });

  it('of a bot is none of its business', () => {
    expect(read(mention({ bot_id: 'B1' }))).toEqual([]);
  });
});

describe('other events', () => {
  it('tell of the Home tab and of the messages being opened', () => {
    const opened = (tab: string) => event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab });
    expect(whats(opened('home'))).toEqual([{ type: 'homeOpened' }]);
    expect(whats(opened('messages'))).toEqual([{ type: 'arrived', greets: 'newcomers' }]);
  });

  it('tell of the end, when it is the bot’s own', () => {
    expect(whats(event({ type: 'app_uninstalled' }))).toEqual([{ type: 'uninstalled' }]);
    const revoked = (tokens: object) => whats(event({ type: 'tokens_revoked', tokens }));
    expect(revoked({ bot: ['UBOT'] })).toEqual([{ type: 'uninstalled' }]);
    expect(revoked({ oauth: ['U1'] })).toEqual([]);
    expect(revoked({ oauth: ['U1'], bot: [] })).toEqual([]);
  });

  it('that are not known are none of its business', () => {
    expect(read(event({ type: 'reaction_added' }))).toEqual([]);
    expect(read({ type: 'block_suggestion' })).toEqual([]);
    expect(read({})).toEqual([]);
    expect(teamOfDelivery({ type: 'view_closed', team: { id: 'T1' } })).toBeNull();
  });

  it('belong to the workspace that has the app, not to the one of a guest', () => {
    const shared = { team_id: 'TOTHER', authorizations: [{ team_id: 'T1' }] };
    expect(teamOfDelivery(event({ type: 'app_uninstalled' }, shared))).toBe('T1');
    expect(teamOfDelivery(event({ type: 'app_uninstalled' }, { authorizations: [] }))).toBe('T1');
  });
});
