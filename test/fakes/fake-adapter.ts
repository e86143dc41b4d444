import {
  AttachmentError,
  type ChatAdapter,
  type Delivery,
  type OpenedVenue,
  type Receive,
  VenueError,
  type VenueProblem,
  type VenueRequest,
} from '../../src/chat/adapter.ts';
import type {
  AttachmentRef,
  ConversationId,
  Outgoing,
  PlatformUserId,
  SentRef,
} from '../../src/chat/message.ts';

export type Sent = { readonly to: ConversationId; readonly message: Outgoing; readonly delivery: Delivery };

/** A platform in memory: what was sent, who is shown typing, and files by their name. */
export function createFakeAdapter(platform = 'fake') {
  const sent: Sent[] = [];
  const shownOnce = new Set<string>();
  const files = new Map<string, Uint8Array>();
  const typing = new Map<ConversationId, number>();
  let receive: Receive | null = null;
  let failures: Error[] = [];
  let typedAt: number | null = null;
  const homes = new Map<PlatformUserId, Outgoing>();
  let venueProblem: VenueProblem | null = null;
  const venues = new Map<string, OpenedVenue>();

  const adapter: ChatAdapter = {
    platform,
    start: async (wanted) => {
      receive = wanted;
    },
    stop: async () => {
      receive = null;
    },
    send: async (to, message, delivery) => {
      const failure = failures.shift();
      if (failure) throw failure;
      if (!shownOnce.has(delivery.idempotencyKey)) sent.push({ to, message, delivery });
      shownOnce.add(delivery.idempotencyKey);
      return `ref-${delivery.idempotencyKey}` as SentRef;
    },
    readAttachment: async ({ ref }: AttachmentRef, { maxBytes }) => {
      const bytes = files.get(ref);
      if (!bytes) throw new AttachmentError('not_found', 'There is no such file.');
      if (bytes.length > maxBytes) throw new AttachmentError('too_large', 'The file is too large.');
      return bytes;
    },
    showTyping: async (to) => {
      typing.set(to, (typing.get(to) ?? 0) + 1);
      return () => typing.set(to, (typing.get(to) ?? 0) - 1);
    },
    lastTypedAt: () => typedAt,
    publishHome: async (user, view) => {
      const failure = failures.shift();
      if (failure) throw failure;
      homes.set(user, view);
    },
    /** From `fake:channel:<name>`; asked again with the same key, it finds what it opened. */
    openVenue: async (from, request) => {
      if (venueProblem) throw new VenueError(venueProblem, 'Not here.');
      const name = from.split(':').at(-1) ?? '';
      const known = venues.get(request.idempotencyKey) ?? openedVenue(request, name);
      venues.set(request.idempotencyKey, known);
      return known;
    },
  };
  return {
    adapter,
    sent,
    files,
    /** What each person's page shows. */
    homes,
    /** How many pieces of work show the typing indicator at the moment. */
    typingIn: (to: ConversationId) => typing.get(to) ?? 0,
    /** The next sends fail with these, one after another. */
    failNext: (...errors: Error[]) => {
      failures = errors;
    },
    failuresLeft: () => failures.length,
    venues,
    refuseVenues: (problem: VenueProblem | null) => {
      venueProblem = problem;
    },
    userTypes: (at: number | null) => {
      typedAt = at;
    },
    receive: (...parameters: Parameters<Receive>) => {
      if (!receive) throw new Error('The adapter was not started.');
      return receive(...parameters);
    },
  };
}

function openedVenue({ venue }: VenueRequest, name: string): OpenedVenue {
  const direct = `fake:${name}` as ConversationId;
  switch (venue) {
    case 'direct':
      return { conversation: direct, thread: null };
    case 'private':
      return { conversation: `fake:private:${name}` as ConversationId, thread: null };
    case 'watched':
      return { conversation: direct, thread: `fake:thread:${name}` as ConversationId };
    default:
      return venue satisfies never;
  }
}
