import { describe, expect, it } from 'vitest';
import {
  conversationOf,
  conversationsOf,
  platformUserOf,
  userOf,
  userOfConversation,
} from '../../../adapters/slack/conversation-id.ts';
import { parseReplyToken, toReplyToken } from '../../../adapters/slack/reply-token.ts';
import { parseSentRef, toHiddenRef, toSentRef } from '../../../adapters/slack/sent-ref.ts';
import type { ConversationId, PlatformUserId, SentRef } from '../../../src/chat/message.ts';

const SOMEBODY = { teamId: 'T0123456789', userId: 'U0123456789' };

describe('ids', () => {
  it('of conversations and users come back as they were', () => {
    expect(userOfConversation(conversationOf(SOMEBODY))).toEqual(SOMEBODY);
    expect(platformUserOf(SOMEBODY)).toBe('slack:T0123456789/U0123456789');
    expect(userOf(platformUserOf(SOMEBODY))).toEqual(SOMEBODY);
  });

  it('of conversations begin with that of their workspace, and with no other', () => {
    expect(conversationOf(SOMEBODY).startsWith(conversationsOf(SOMEBODY.teamId))).toBe(true);
    expect(conversationOf(SOMEBODY).startsWith(conversationsOf('T012345678'))).toBe(false);
  });

  it.each(['terminal:alice', 'slack:T1', 'slack:T1:direct:', 'slack:T1:direct:U1:more'])(
    'refuse %s',
    (id) => {
      expect(() => userOfConversation(id as ConversationId)).toThrow(RangeError);
      expect(() => userOf(id as PlatformUserId)).toThrow(RangeError);
    },
  );
});

describe('references to sent messages', () => {
  it('name the channel and every message', () => {
    const sent = {
      channelId: 'D0123456789',
      timestamps: ['1795367034.050000', '1795367034.950001', '1795367036.000002'],
    };
    expect(parseSentRef(toSentRef(sent))).toEqual(sent);
  });

  it('fit into their column, and leave out what does not', () => {
    const timestamps = Array.from({ length: 60 }, (_, index) => `17953670${10 + index}.000000`);
    const ref = toSentRef({ channelId: 'D0123456789', timestamps });
    expect(ref.length).toBeLessThanOrEqual(191);
    const kept = parseSentRef(ref)?.timestamps ?? [];
    expect(kept.length).toBeGreaterThan(15);
    expect(timestamps.slice(0, kept.length)).toEqual(kept);
  });

  it('to what only one person saw cannot be edited', () => {
    expect(parseSentRef(toHiddenRef('0198-job'))).toBeNull();
    expect(parseSentRef('discord:abc.def' as SentRef)).toBeNull();
  });
});

describe('reply tokens', () => {
  it('come back as they were', () => {
    const origin = { channelId: 'C1', threadTs: '1.2', responseUrl: 'https://hooks.slack.com/x', at: 7 };
    expect(parseReplyToken(toReplyToken(origin))).toEqual(origin);
  });

  it.each(['', 'null', '{}', '[]', '[1,null,null,7]', '["C1",null,null,"7"]'])('of nobody: %s', (token) => {
    expect(parseReplyToken(token)).toBeNull();
  });
});
