import type { APIInteraction, GatewayMessageCreateDispatchData } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { isForBot, scopeOfMessage, toEdit, toMessage } from '../../../adapters/discord/incoming.ts';
import {
  isTaken,
  keyOfInteraction,
  placeOfInteraction,
  toIncoming,
} from '../../../adapters/discord/interaction.ts';

const SELF = { applicationId: '900', userId: '901' };
const AUTHOR = {
  id: '42',
  username: 'candidate',
  global_name: 'Candidate',
  discriminator: '0',
  avatar: null,
};

/** A MESSAGE_CREATE as gateway-events.mdx and resources/message.mdx describe it. */
const message = (more: object = {}) =>
  ({
    id: '1574066070635937792',
    channel_id: '77',
    type: 0,
    content: 'hello',
    author: AUTHOR,
    attachments: [],
    embeds: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    timestamp: '2026-11-22T12:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    pinned: false,
    channel_type: 1,
    ...more,
  }) as unknown as GatewayMessageCreateDispatchData;

const circumstances = { self: SELF, scope: 'direct' as const, at: 5 };

describe('messages of the gateway', () => {
  it.each([
    ['a person’s direct message', message(), true],
    ['a reply', message({ type: 19 }), true],
    ['a bot’s', message({ author: { ...AUTHOR, bot: true } }), false],
    ['a webhook’s', message({ webhook_id: '5' }), false],
    ['its own', message({ author: { ...AUTHOR, id: '901' } }), false],
    ['that something was pinned', message({ type: 6 }), false],
    ['an update of embeds alone', message({ author: undefined }), false],
    ['in a server, to others', message({ guild_id: '8', content: '' }), false],
    ['in a server, with a mention', message({ guild_id: '8', mentions: [{ ...AUTHOR, id: '901' }] }), true],
  ])('are for the bot or not: %s', (_name, data, expected) => {
    expect(isForBot(data, SELF)).toBe(expected);
  });

  it.each([
    ['direct', message(), 'direct'],
    ['a channel', message({ guild_id: '8', channel_type: 0 }), 'channel'],
    ['a private thread', message({ guild_id: '8', channel_type: 12 }), null],
    ['a public thread', message({ guild_id: '8', channel_type: 11 }), 'thread'],
    ['no word of it', message({ guild_id: '8', channel_type: undefined }), null],
  ])('say where they are: %s', (_name, data, expected) => {
    expect(scopeOfMessage(data)).toBe(expected);
  });

  it('that say nothing are not handed over', () => {
    expect(toMessage(message({ content: '', sticker_items: [{ id: '1' }] }), circumstances)).toBeNull();
  });

  it('are edits only when their author changed them', () => {
    expect(toEdit(message(), circumstances)).toBeNull();
    const edited = toEdit(message({ edited_timestamp: '2026-11-22T12:00:01.500000+00:00' }), circumstances);
    expect(edited).toMatchObject({
      edit: true,
      id: `discord:1574066070635937792:${Date.parse('2026-11-22T12:00:01.5Z')}`,
    });
  });
});

/** An INTERACTION_CREATE as receiving-and-responding.mdx describes it. */
const interaction = (more: object) =>
  ({
    id: '1000',
    application_id: SELF.applicationId,
    token: 'token',
    version: 1,
    channel: { id: '77', type: 1 },
    channel_id: '77',
    user: AUTHOR,
    locale: 'en-GB',
    context: 1,
    ...more,
  }) as unknown as APIInteraction;
const menu = { type: 3, data: { component_type: 3, custom_id: 'discord-menu:0', values: ['position:be'] } };

describe('interactions of the gateway', () => {
  const read = (more: object) => {
    const data = interaction(more);
    if (!isTaken(data)) return null;
    const { scope, ...place } = placeOfInteraction(data);
    return toIncoming(data, keyOfInteraction(data, 5), { ...place, scope: scope ?? 'thread' });
  };

  it('give what was chosen in a menu', () => {
    expect(read(menu)).toMatchObject({ type: 'choice', choice: 'position:be', from: { locale: 'en' } });
  });

  it.each([
    ['ja', undefined],
    ['ko', 'ko'],
    ['en-US', 'en'],
  ])('speak %s: %s', (locale, expected) => {
    expect(read({ ...menu, locale })?.from.locale).toBe(expected);
  });

  it('mean help when the root stands alone', () => {
    expect(read({ type: 2, data: { id: '1', type: 1, name: 'interview' } })).toMatchObject({
      type: 'command',
      name: 'help',
    });
  });

  it('of other kinds are left alone', () => {
    expect(read({ type: 2, data: { id: '1', type: 3, name: 'a message command' } })).toBeNull();
    expect(read({ type: 1 })).toBeNull();
  });

  it('say which of a server’s places they come from', () => {
    const place = (type: number) =>
      placeOfInteraction(
        interaction({
          ...menu,
          guild_id: '8',
          channel: { id: '78', type },
          user: undefined,
          member: { user: AUTHOR, permissions: '0' },
        }),
      );
    expect(place(0)).toEqual({ scope: 'channel', channelId: '78', userId: '42' });
    expect(place(11)).toEqual({ scope: 'thread', channelId: '78', userId: '42' });
  });

  it('that open from a press want no message of their own', () => {
    const submitted = { type: 5, data: { custom_id: 'register', components: [] } };
    const wants = (more: object) => keyOfInteraction(interaction(more) as never, 5).wants;
    expect([wants(menu), wants({ ...submitted, message: {} }), wants(submitted)]).toEqual([
      'update',
      'update',
      'reply',
    ]);
  });
});
