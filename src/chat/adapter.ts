import type {
  AttachmentRef,
  ConversationId,
  Form,
  Incoming,
  Outgoing,
  PlatformUserId,
  ReplyToken,
  SentRef,
  Venue,
} from './message.ts';

export type Delivery = {
  /** The same for every attempt at one message; a platform that can, shows it once. */
  readonly idempotencyKey: string;
  readonly attempt: number;
  readonly replyToken?: ReplyToken;
  /** The message to be replaced, where `Outgoing.edits` named one that was sent. */
  readonly replaces?: SentRef;
};

/** What a user has typed so far in an argument that offers suggestions. */
export type Suggestion = {
  readonly command: string;
  readonly argument: string;
  readonly typed: string;
  readonly user: PlatformUserId;
};

export type Receive = (incoming: Incoming) => Promise<{ readonly form?: Form }>;
export type Suggest = (query: Suggestion) => Promise<readonly string[]>;

/** A chat platform. Translates and nothing else. */
export interface ChatAdapter {
  readonly platform: string;
  /**
   * Begins to listen. `receive` resolves once the event is durably accepted, with a form when the platform
   * must open one as its answer (only where the event said `opensForm`); it rejects when the event was not stored, and the platform must not be
   * told otherwise. `suggest` only reads. Resolves when the platform is ready.
   */
  start(receive: Receive, suggest: Suggest): Promise<void>;
  /** Stops listening and waits for events in flight. */
  stop(): Promise<void>;
  /** Shows a message. At least once: the same `idempotencyKey` may come again after a crash. Works without `start`. */
  send(to: ConversationId, message: Outgoing, delivery: Delivery): Promise<SentRef>;
  /** The file's bytes; rejects with `AttachmentError` when it is too large, gone, or not on the platform's own hosts. */
  readAttachment(
    ref: AttachmentRef,
    limits: { readonly maxBytes: number; readonly signal: AbortSignal },
  ): Promise<Uint8Array>;
  /** Shows that work goes on, until the returned function is called. */
  showTyping(to: ConversationId): Promise<() => void>;
  /** Whether this process can speak there now; a platform that always can does not say. */
  serves?(conversation: ConversationId): boolean;
  /** When somebody was last seen typing there, in milliseconds since 1970; an answer stays open meanwhile. */
  lastTypedAt?(conversation: ConversationId): number | null;
  /** Opens where an interview is to be held that was begun in `from`; rejects with `VenueError`. Works without `start`. */
  openVenue?(from: ConversationId, request: VenueRequest): Promise<OpenedVenue>;
  /** Whether events arrive now: false while it connects, again or for the first time. */
  isConnected?(): boolean;
  /** Puts what is to be seen onto the page that the platform keeps for each user; choices there come back as anywhere. */
  publishHome?(user: PlatformUserId, view: Outgoing): Promise<void>;
}

/** What was asked for when a venue is opened. */
export type VenueRequest = {
  readonly venue: Venue;
  /** Of a thread; at most 100 characters. */
  readonly title: string;
  /** The first words in the candidate's own place; what cannot be said there shows that it cannot be used. */
  readonly greeting: string;
  /** The first words in a thread that others watch. */
  readonly watchersGreeting: string;
  /** The same for every attempt: what an earlier one has opened is used. */
  readonly idempotencyKey: string;
};

/** A venue that was opened. `conversation` is the candidate's alone; `thread` can be read by others. */
export type OpenedVenue = { readonly conversation: ConversationId; readonly thread: ConversationId | null };

/** `no_direct_messages`: their owner does not take them. `not_allowed`: the bot may not do that there. */
export type VenueProblem = 'no_direct_messages' | 'not_allowed';

/** A venue cannot be opened, now or later. */
export class VenueError extends Error {
  readonly problem: VenueProblem;
  constructor(problem: VenueProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VenueError';
    this.problem = problem;
  }
}

/** `not_permitted`: the platform does not let the bot read files; only who runs it can change that. */
export type AttachmentErrorCode = 'too_large' | 'not_found' | 'not_allowed' | 'not_permitted' | 'unreachable';

export class AttachmentError extends Error {
  readonly code: AttachmentErrorCode;
  constructor(code: AttachmentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AttachmentError';
    this.code = code;
  }
}

/** A message that cannot be delivered, now or later: the conversation is gone, or its user takes no messages. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError';
}
