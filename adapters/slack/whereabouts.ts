import type { ConversationId, Locale } from '../../src/chat/message.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import { SLACK_LIMITS } from './limits.ts';

/** The latest message of a conversation, whoever wrote it. */
export type LatestMessage = {
  readonly channelId: string;
  readonly ts: string;
  /** The first message of the thread in which it stands. */
  readonly threadTs: string | null;
};

/**
 * Where each conversation was last held: at the top of the direct messages, or in one of their threads, as everything is with
 * Slack's agent view. What nobody has asked for just now, such as a grade, goes there, too. Only of this process.
 */
export type Whereabouts = {
  moved(conversation: ConversationId, latest: LatestMessage): void;
  latest(conversation: ConversationId): LatestMessage | null;
  spoke(conversation: ConversationId, locale: Locale): void;
  localeOf(conversation: ConversationId): Locale | null;
};

export function createWhereabouts(): Whereabouts {
  const places = createRecentMap<ConversationId, LatestMessage>(SLACK_LIMITS.rememberedPlaces);
  const locales = createRecentMap<ConversationId, Locale>(SLACK_LIMITS.rememberedPlaces);
  return {
    moved: places.set,
    latest: (conversation) => places.get(conversation) ?? null,
    spoke: locales.set,
    localeOf: (conversation) => locales.get(conversation) ?? null,
  };
}
