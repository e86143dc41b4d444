import { parseChoiceId } from '../../src/bot/choice-id.ts';
import type { ChatAdapter, Receive } from '../../src/chat/adapter.ts';
import type { ConversationId, Incoming, Outgoing, SentRef } from '../../src/chat/message.ts';

/** What a candidate has before their eyes. */
export type Screen = {
  /** The id of the question that was asked last, and its text. */
  readonly question: { readonly id: string; readonly text: string } | null;
  /** Messages by the name under which they are edited, as they read now. */
  readonly named: ReadonlyMap<string, Outgoing>;
  /** Resolves as soon as the screen shows what is waited for. */
  until(shows: (screen: Screen) => boolean): Promise<void>;
};

/** A platform that shows each candidate's messages and knows who is typing. */
export function createScreens(platform: string) {
  const screens = new Map<ConversationId, ReturnType<typeof createScreen>>();
  const typing = new Set<ConversationId>();
  let receiver: Receive | null = null;
  const of = (conversation: ConversationId) => {
    const known = screens.get(conversation) ?? createScreen();
    screens.set(conversation, known);
    return known;
  };
  const adapter: ChatAdapter = {
    platform,
    start: async (wanted) => {
      receiver = wanted;
    },
    stop: async () => undefined,
    send: async (to, message, { idempotencyKey }) => {
      of(to).show(message);
      return `${platform}:${idempotencyKey}` as SentRef;
    },
    readAttachment: async () => new Uint8Array(),
    showTyping: async () => () => undefined,
    lastTypedAt: (conversation) => (typing.has(conversation) ? Date.now() : null),
  };
  return {
    adapter,
    of: (conversation: ConversationId): Screen => of(conversation).screen,
    typing,
    async receive(incoming: Incoming): Promise<void> {
      if (!receiver) throw new Error('The adapter was not started.');
      await receiver(incoming);
    },
  };
}

function createScreen() {
  const named = new Map<string, Outgoing>();
  let question: Screen['question'] = null;
  let waiting: readonly { readonly shows: (screen: Screen) => boolean; readonly resolve: () => void }[] = [];
  const screen: Screen = {
    get question() {
      return question;
    },
    named,
    until: (shows) =>
      new Promise((resolve) => {
        if (shows(screen)) resolve();
        else waiting = [...waiting, { shows, resolve }];
      }),
  };
  return {
    screen,
    show(message: Outgoing): void {
      if (message.key) named.set(message.key, message);
      question = questionIn(message) ?? question;
      const fulfilled = waiting.filter(({ shows }) => shows(screen));
      waiting = waiting.filter((one) => !fulfilled.includes(one));
      for (const { resolve } of fulfilled) resolve();
    },
  };
}

function questionIn({ choices = [], text = '' }: Outgoing): Screen['question'] {
  for (const { id } of choices) {
    const action = parseChoiceId(id);
    if (action?.type === 'next') return { id: action.interactionId, text };
  }
  return null;
}
