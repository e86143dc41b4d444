import { afterFailure, FREE_FAILURES, isLocked, NO_ATTEMPTS } from '../../accounts/attempts.ts';
import type { Identity } from '../../accounts/identity.ts';
import type { AttemptSubject } from '../../store/accounts.ts';
import type { Decision } from '../decision.ts';
import { accountsOf, minutesUntil, tell } from './accounts-of.ts';

/** Until when nothing is taken from who acts, or for what they try; `null` when it is. */
function lockedUntil(decision: Decision): number | null {
  const { user, account } = accountsOf(decision).attempts;
  const until = Math.max(user.lockedUntil, account.lockedUntil);
  return isLocked(user, decision.at) || isLocked(account, decision.at) ? until : null;
}

/** Says so, where too many attempts have failed. @returns whether it did */
export function refuseLocked(decision: Decision): boolean {
  const until = lockedUntil(decision);
  if (until === null) return false;
  decision.say({ text: decision.texts.accounts.locked(minutesUntil(until, decision.at)) });
  return true;
}

/** Counts a failure of who acts. @returns until when they are locked out now, `null` when they are not */
export function countUserFailure(decision: Decision): number | null {
  const { attempts, self } = accountsOf(decision);
  const after = afterFailure(attempts.user, FREE_FAILURES.user, decision.at);
  decision.write({
    type: 'countAttempts',
    subject: { type: 'user', id: self.id },
    before: attempts.user,
    after,
  });
  return isLocked(after, decision.at) ? after.lockedUntil : null;
}

/** Counts a wrong password, and tells those who may want to know that an account is being attacked. */
export function countWrongPassword(
  decision: Decision,
  subject: AttemptSubject,
  owners: readonly Identity[],
): number | null {
  const { attempts } = accountsOf(decision);
  const after = afterFailure(attempts.account, FREE_FAILURES.account, decision.at);
  decision.write({ type: 'countAttempts', subject, before: attempts.account, after });
  const user = countUserFailure(decision);
  if (!isLocked(after, decision.at)) return user;
  const wait = minutesUntil(after.lockedUntil, decision.at);
  tell(decision, owners, ({ accounts }) => ({ text: accounts.login.attackedToOthers(wait) }));
  return Math.max(after.lockedUntil, user ?? 0);
}

/** The right password: what was tried before no longer counts against the account. It still does against who tried. */
export function forgetWrongPasswords(decision: Decision, accountId: string): void {
  const before = accountsOf(decision).attempts.account;
  if (before.failures === 0) return;
  const subject = { type: 'account', id: accountId } as const;
  decision.write({ type: 'countAttempts', subject, before, after: NO_ATTEMPTS });
}
