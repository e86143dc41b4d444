import type { Account, Role } from '../accounts/account.ts';
import type { Quota, QuotaGrant } from '../accounts/quota.ts';
import type { SessionStatus } from '../interview/state.ts';

/** An account as a list shows it. */
export type UserSummary = {
  readonly id: string;
  readonly role: Role;
  readonly bannedAt: number | null;
  readonly createdAt: number;
  /** The platforms it is known from: `discord:42`, with the name there. */
  readonly identities: readonly { readonly id: string; readonly name: string }[];
};

/** What admins may know of an account: no answers, no CVs, no scores. */
export type UserFigures = {
  readonly locale: Account['locale'];
  /** `null` means as configured. */
  readonly sessionQuota: number | null;
  readonly interviews: ReadonlyMap<SessionStatus, number>;
  readonly lastActivityAt: number | null;
  readonly cvs: number;
};

/** What an account has of interviews, and who gave it more. */
export type UserQuota = { readonly quota: Quota; readonly grants: readonly QuotaGrant[] };
