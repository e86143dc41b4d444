import type { PlaceId, PlatformUserId } from '../chat/message.ts';

/** What admins do that is written down: every change, and every look at somebody's data. */
export type AuditAction =
  | 'models.test'
  | 'question.disable'
  | 'question.enable'
  | 'questions.export'
  | 'questions.import'
  | 'questions.undo'
  | 'quota.grant'
  | 'quota.show'
  | 'setting.reset'
  | 'setting.set'
  | 'user.ban'
  | 'user.find'
  | 'user.role'
  | 'user.show'
  | 'user.unban';

/** One line of the audit. Lines are added and never changed. */
export type NewAuditEntry = {
  readonly actor: PlatformUserId;
  readonly actorName: string;
  readonly place: PlaceId | null;
  readonly action: AuditAction;
  /** The id of what it was done to: an account, a question, a setting. Never a name. */
  readonly subject: string | null;
  /** Anything else worth knowing, such as the value before and after. */
  readonly detail: string | null;
};

export type AuditEntry = NewAuditEntry & {
  /** Grows with time. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};
