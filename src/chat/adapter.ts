import type {
  AttachmentRef,
  ConversationId,
  Form,
  Incoming,
  Outgoing,
  PlatformUserId,
  ReplyToken,
  SentRef,
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
  /** Whether events arrive now: false while it connects, again or for the first time. */
  isConnected?(): boolean;
  /** Puts what is to be seen onto the page that the platform keeps for each user; choices there come back as anywhere. */
  publishHome?(user: PlatformUserId, view: Outgoing): Promise<void>;
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
