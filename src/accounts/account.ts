import type { AttachmentRef, Locale } from '../chat/message.ts';
import type { Details } from './credentials.ts';

/** What an account may do beside practising. */
export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who practises, on whichever platforms. Times are milliseconds since 1970. */
export type Account = {
  readonly id: string;
  readonly locale: Locale;
  /** What it was registered with; `null` of one that was not. A registered account has a password. */
  readonly details: Details | null;
  /** When the account agreed that CVs are stored, and to which providers they may be shown. */
  readonly consentAt: number | null;
  readonly consentProviders: readonly string[];
  /** The list of providers (by `consentKey`) that was last asked about in the middle of an interview. */
  readonly consentAsked: string | null;
  /** A CV that was sent before consent was given. */
  readonly pendingCv: AttachmentRef | null;
  /** Interviews this account may have; `null` means as configured. */
  readonly sessionQuota: number | null;
  readonly role: Role;
  /** Since when the bot may not be used; `null` unless an admin decided so. */
  readonly bannedAt: number | null;
  readonly createdAt: number;
  readonly version: number;
};
