import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conversationOf } from '../../../adapters/discord/conversation-id.ts';
import type { DiscordApi } from '../../../adapters/discord/discord-api.ts';
import { createReplies } from '../../../adapters/discord/replies.ts';
import { createMemoryLogger } from '../../fakes/memory-logger.ts';

/** Records what is asked of Discord, which agrees to everything. */
function createApi() {
  const calls: string[] = [];
  const agree = (name: string) => async () => {
    calls.push(name);
    return { id: '1' };
  };
  const names = [
    'respond',
    'respondWithMessage',
    'editOriginal',
    'deleteOriginal',
    'getOriginal',
    'followUp',
  ];
  return {
    calls,
    api: Object.fromEntries(names.map((name) => [name, agree(name)])) as unknown as DiscordApi,
  };
}

describe('an interaction that nothing answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const conversation = conversationOf({ scope: 'direct', channelId: '1', userId: '2' });
  const key = {
    applicationId: '1',
    interactionId: '2',
    token: 'token',
    issuedAt: 0,
    wants: 'reply' as const,
  };
  const body = {
    content: 'x',
    embeds: [],
    components: [],
    attachments: [],
    allowed_mentions: { parse: [] as const },
  };
  const part = { body, files: [] };

  it('does not stay "thinking" for a quarter of an hour', async () => {
    const { api, calls } = createApi();
    const reply = createReplies({ api, now: () => 0, logger: createMemoryLogger() }).begin(key, conversation);
    await reply.acknowledge(false);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(calls).toEqual(['respond']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual(['respond', 'deleteOriginal']);
  });

  it('keeps what has been filled in meanwhile', async () => {
    const { api, calls } = createApi();
    const reply = createReplies({ api, now: () => 0, logger: createMemoryLogger() }).begin(key, conversation);
    await reply.acknowledge(false);
    await reply.answer(part, false);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(calls).toEqual(['respond', 'editOriginal']);
  });

  it('is not used once its token has expired', () => {
    let now = 0;
    const { api } = createApi();
    const replies = createReplies({ api, now: () => now, logger: createMemoryLogger() });
    replies.begin(key, conversation);
    expect(replies.find(conversation, undefined)).not.toBeNull();
    now = 15 * 60_000;
    expect(replies.find(conversation, undefined)).toBeNull();
  });
});
