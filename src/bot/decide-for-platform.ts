import type { Incoming } from '../chat/message.ts';
import type { WriteSet } from '../store/store.ts';

/**
 * What follows from an event that is nobody's words to the bot, and for which it needs no account; `null` for all others.
 * Looking at a page makes nobody a user.
 */
export function decideForPlatform(incoming: Incoming): WriteSet | null {
  const { at, from, conversation } = incoming;
  switch (incoming.type) {
    case 'homeOpened': {
      const whose = { user: from.id, locale: from.locale ?? null };
      return { writes: [], jobs: [{ spec: { kind: 'publish_home', whose }, runAt: at }] };
    }
    case 'uninstalled':
      return {
        writes: [
          {
            type: 'giveUpDeliveries',
            conversationsBeginWith: conversation,
            reason: 'The bot was removed from there.',
          },
        ],
        jobs: [],
      };
    default:
      return null;
  }
}
