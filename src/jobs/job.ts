import type { Erasure } from '../accounts/erasure.ts';
import type { AdminRequest } from '../admin/request.ts';
import type {
  AttachmentRef,
  ConversationId,
  Locale,
  Outgoing,
  PlatformUserId,
  ReplyToken,
  Venue,
} from '../chat/message.ts';

/** Work that follows from a turn. Stored in the turn's transaction, done at least once afterwards. */
export type JobSpec =
  | {
      readonly kind: 'send';
      readonly conversation: ConversationId;
      readonly message: Outgoing;
      readonly replyToken?: ReplyToken;
    }
  | {
      readonly kind: 'read_cv';
      readonly conversation: ConversationId;
      readonly accountId: string;
      readonly attachment: AttachmentRef;
    }
  | { readonly kind: 'make_cv_questions'; readonly conversation: ConversationId; readonly sessionId: string }
  | {
      readonly kind: 'grade';
      readonly conversation: ConversationId;
      readonly sessionId: string;
      readonly interactionId: string;
      readonly revision: number;
    }
  | {
      /** By another model than the one that graded it first. */
      readonly kind: 'grade_again';
      readonly conversation: ConversationId;
      readonly sessionId: string;
      readonly interactionId: string;
      readonly revision: number;
    }
  | {
      readonly kind: 'end_answer';
      readonly conversation: ConversationId;
      readonly sessionId: string;
      readonly interactionId: string;
    }
  | {
      /** Whether they may was decided when it was stored. */
      readonly kind: 'answer_admin';
      readonly conversation: ConversationId;
      readonly request: AdminRequest;
      readonly replyToken?: ReplyToken;
    }
  | {
      /** `wishes`: what was said with `start`. */
      readonly kind: 'open_venue';
      readonly conversation: ConversationId;
      readonly accountId: string;
      readonly venue: Venue;
      readonly title: string;
      readonly greeting: string;
      readonly watchersGreeting: string;
      readonly wishes: Readonly<Record<string, string>>;
      readonly replyToken?: ReplyToken;
    }
  | {
      readonly kind: 'show_ratings';
      readonly conversation: ConversationId;
      readonly sessionId: string;
      readonly interactionId: string;
    }
  | { readonly kind: 'end_idle_session'; readonly conversation: ConversationId; readonly sessionId: string }
  | {
      /** What somebody sees on the page that the platform keeps for them; of an account, on every platform that has one. */
      readonly kind: 'publish_home';
      readonly whose:
        | { readonly user: PlatformUserId; readonly locale: Locale | null }
        | { readonly accountId: string };
    }
  | {
      /** Reads what is stored about somebody and sends it, so that no copy of it is stored. */
      readonly kind: 'export';
      readonly conversation: ConversationId;
      readonly accountId: string;
      readonly replyToken?: ReplyToken;
    }
  | { readonly kind: 'finish_erasure'; readonly erasure: Erasure }
  | { readonly kind: 'housekeeping' };

export type JobKind = JobSpec['kind'];
/** Jobs of a pool share workers: a slow one never holds up a fast one. */
export type JobPool = 'talk' | 'model' | 'cv' | 'timer' | 'admin';

export type NewJob = {
  readonly spec: JobSpec;
  /** Milliseconds since 1970; not before this. */
  readonly runAt: number;
  /** Whose data it carries: erased with the account. */
  readonly accountId?: string;
};

/** A job that this process may work on, as long as it keeps the lease. */
export type ClaimedJob = {
  readonly id: string;
  readonly spec: JobSpec;
  /** From 1. */
  readonly attempt: number;
  readonly leaseToken: string;
  readonly createdAt: number;
  /** The event that it goes back to; `null` when it recurs by itself. */
  readonly requestId: string | null;
  readonly accountId: string | null;
};

type Routing = {
  readonly pool: JobPool;
  readonly lane: string;
  readonly conversation: ConversationId | null;
};

/** The lane in which the CVs of an account are read. */
export function cvLane(accountId: string): string {
  return `cv:${accountId}`;
}

/** Where a job queues. Jobs of one lane run one after another, in the order they were stored. */
export function routeOf(spec: JobSpec): Routing {
  switch (spec.kind) {
    case 'send':
    case 'export':
      return { pool: 'talk', lane: `send:${spec.conversation}`, conversation: spec.conversation };
    case 'read_cv':
      return { pool: 'cv', lane: cvLane(spec.accountId), conversation: spec.conversation };
    case 'make_cv_questions':
      return { pool: 'model', lane: `questions:${spec.sessionId}`, conversation: spec.conversation };
    case 'grade':
    case 'grade_again':
      return { pool: 'model', lane: `grade:${spec.interactionId}`, conversation: spec.conversation };
    case 'open_venue':
      return { pool: 'talk', lane: `venue:${spec.accountId}`, conversation: spec.conversation };
    case 'show_ratings':
      return { pool: 'timer', lane: `ratings:${spec.sessionId}`, conversation: spec.conversation };
    case 'end_answer':
      return { pool: 'timer', lane: `answer:${spec.interactionId}`, conversation: spec.conversation };
    case 'end_idle_session':
      return { pool: 'timer', lane: `idle:${spec.sessionId}`, conversation: spec.conversation };
    case 'answer_admin':
      return { pool: 'admin', lane: `admin:${spec.conversation}`, conversation: spec.conversation };
    case 'publish_home': {
      const { whose } = spec;
      const lane = `home:${'user' in whose ? whose.user : whose.accountId}`;
      return { pool: 'talk', lane, conversation: null };
    }
    case 'finish_erasure':
      return { pool: 'timer', lane: 'erasures', conversation: null };
    case 'housekeeping':
      return { pool: 'timer', lane: 'housekeeping', conversation: null };
    default:
      return spec satisfies never;
  }
}
