import type { Account } from '../accounts/account.ts';
import type { Attempts } from '../accounts/attempts.ts';
import type { Details } from '../accounts/credentials.ts';
import type { Identity } from '../accounts/identity.ts';
import type { ConversationId, PlatformUserId } from '../chat/message.ts';
import type { Interview } from '../interview/state.ts';

/** What a decision about accounts has to see beside the usual. */
export type AccountsKey = {
  /** Who acts. */
  readonly self: Pick<Identity, 'id' | 'name'>;
  /** Somebody else may have them already. */
  readonly details?: Details;
  /** The name that a login was tried with, and the account that it led to. */
  readonly login?: { readonly name: string; readonly accountId: string | null };
  /** A one-time code, as `readLinkCode` gives it. */
  readonly code?: string;
};

/** How much there is of somebody. Interviews that were stopped unanswered and do not count are nothing. */
export type Contents = { readonly interviews: number; readonly cvs: number };

/** Another account, which a password or a code names. */
export type OtherAccount = {
  readonly account: Account;
  readonly passwordHash: string | null;
  readonly identities: readonly Identity[];
  /** Its open interview. */
  readonly interview: Interview | null;
};

/** What `AccountsKey` asked for. Somebody's own part is empty when they have no account yet. */
export type LoadedAccounts = {
  readonly self: AccountsKey['self'];
  readonly identities: readonly Identity[];
  readonly contents: Contents;
  readonly passwordHash: string | null;
  readonly taken: { readonly username: boolean; readonly email: boolean };
  /** May be the account itself. */
  readonly other: OtherAccount | null;
  /** Failures of who acts, and at the account (or name) that is tried. */
  readonly attempts: { readonly user: Attempts; readonly account: Attempts };
  /** What was entered in a form that had to be corrected. */
  readonly draft: Readonly<Record<string, string>> | null;
};

/** What a password is compared with before the turn, and whether it is worth while. */
export type LoginTarget = {
  readonly accountId: string | null;
  readonly details: Details | null;
  /** Who asks has had the account longest (`isFirst`); never of a name that somebody logs in with. */
  readonly isFirst: boolean;
  readonly passwordHash: string | null;
  readonly attempts: LoadedAccounts['attempts'];
};

/** Whom failures are counted for: who acts, an account, or a name that leads to none. */
export type AttemptSubject =
  | { readonly type: 'user'; readonly id: PlatformUserId }
  | { readonly type: 'account'; readonly id: string }
  | { readonly type: 'name'; readonly name: string };

/** A change of what somebody is known by. */
export type AccountsWrite =
  | { readonly type: 'setPassword'; readonly accountId: string; readonly passwordHash: string }
  /** Where somebody can be told what happened elsewhere. */
  | { readonly type: 'setConversation'; readonly id: PlatformUserId; readonly conversation: ConversationId }
  /** For one identity alone, or for whoever has the code, which then replaces earlier ones. */
  | {
      readonly type: 'insertLinkCode';
      readonly code: string;
      readonly accountId: string;
      readonly identity: PlatformUserId | null;
      readonly expiresAt: number;
    }
  /** The code ends with it: the turn is refused when somebody else has used it meanwhile. */
  | { readonly type: 'useLinkCode'; readonly code: string }
  /** `before` is what was loaded: the turn is refused when another failure was counted meanwhile. */
  | {
      readonly type: 'countAttempts';
      readonly subject: AttemptSubject;
      readonly before: Attempts;
      readonly after: Attempts;
    }
  | {
      readonly type: 'saveDraft';
      readonly identity: PlatformUserId;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly type: 'dropDraft'; readonly identity: PlatformUserId }
  /**
   * All that one account has goes to another, and it ends. `into` is as it is to be; with `takesPassword` the password of
   * `from` is its password, too.
   */
  | {
      readonly type: 'mergeAccount';
      readonly from: Account;
      readonly into: Account;
      readonly takesPassword: boolean;
    }
  /** An identity leaves its account; what it was shown there, `from` now on is shown in `conversation`. */
  | {
      readonly type: 'removeIdentity';
      readonly accountId: string;
      readonly id: PlatformUserId;
      readonly moves: { readonly from: ConversationId; readonly to: ConversationId } | null;
    };
