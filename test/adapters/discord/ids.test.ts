import { describe, expect, it } from 'vitest';
import { conversationOf, placeOf, snowflakeAt } from '../../../adapters/discord/conversation-id.ts';
import { parseReplyToken, toReplyToken } from '../../../adapters/discord/reply-token.ts';
import { parseSentRef, toHiddenRef, toSentRef } from '../../../adapters/discord/sent-ref.ts';
import { parseShards } from '../../../adapters/discord/shards.ts';
import type { ConversationId, ReplyToken, SentRef } from '../../../src/chat/message.ts';

const ID = '1574066070635937792';

describe('conversations', () => {
  it.each(['direct', 'channel', 'thread'] as const)('are read back as they were made: %s', (scope) => {
    const place = { scope, channelId: ID, userId: '80351110224678912' };
    expect(placeOf(conversationOf(place))).toEqual(place);
    expect(conversationOf(place).length).toBeLessThanOrEqual(191);
  });

  it.each(['discord:1', 'terminal:alice', 'discord:direct:1:x', 'discord:elsewhere:1:2'])(
    'refuses %s',
    (id) => {
      expect(() => placeOf(id as ConversationId)).toThrow(RangeError);
    },
  );

  it('gives the first id of a moment as Discord counts', () => {
    // developers/reference.mdx: 175928847299117063 was made at 2016-04-30 11:18:25.796 UTC.
    const id = BigInt(snowflakeAt(Date.parse('2016-04-30T11:18:25.796Z')));
    expect(id).toBe((175928847299117063n >> 22n) << 22n);
  });
});

describe('references to sent messages', () => {
  it('name several messages', () => {
    const sent = {
      channelId: '80351110224678912',
      messageIds: [ID, '1574066070732406784', '1574066071005036544'],
    };
    expect(parseSentRef(toSentRef(sent))).toEqual(sent);
  });

  it('fit their column, leaving out what does not', () => {
    const messageIds = Array.from({ length: 40 }, (_, index) =>
      (BigInt(ID) + BigInt(index) * (300n << 22n)).toString(),
    );
    const ref = toSentRef({ channelId: ID, messageIds });
    expect(ref.length).toBeLessThanOrEqual(191);
    const kept = parseSentRef(ref)?.messageIds ?? [];
    expect(kept.length).toBeGreaterThan(12);
    expect(kept).toEqual(messageIds.slice(0, kept.length));
  });

  it.each([toHiddenRef(ID), 'discord:1', 'terminal:abc', ''])('are no way to edit: %s', (ref) => {
    expect(parseSentRef(ref as SentRef)).toBeNull();
  });
});

describe('reply tokens', () => {
  it('are read back as they were made', () => {
    const key = {
      applicationId: '1',
      interactionId: '2',
      token: 'a.b|c"',
      issuedAt: 3,
      wants: 'reply' as const,
    };
    expect(parseReplyToken(toReplyToken(key))).toEqual(key);
  });

  it.each(['', 'x', '{}', 'null', '{"applicationId":"1"}'])('of another make are none: %s', (token) => {
    expect(parseReplyToken(token as ReplyToken)).toBeNull();
  });
});

describe('DISCORD_SHARDS', () => {
  it.each([
    ['', 'auto'],
    ['auto', 'auto'],
    ['2', { ids: [0, 1], total: 2 }],
    ['0-1/4', { ids: [0, 1], total: 4 }],
    ['0,3/4', { ids: [0, 3], total: 4 }],
    ['4/4', null],
    ['0,0/4', null],
    ['3-1/4', null],
    ['0', null],
    ['x', null],
    ['-1/4', null],
  ])('reads %s', (text, expected) => {
    expect(parseShards(text)).toEqual(expected);
  });
});
