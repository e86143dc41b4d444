import { LINK_CODE_LIFE_MS, readLinkCode, showLinkCode } from '../../accounts/link-code.ts';
import type { Decision } from '../decision.ts';
import { accountsOf } from './accounts-of.ts';
import { countUserFailure, refuseLocked } from './attempts.ts';
import { joinOrAsk } from './join.ts';

/** Without a code shows a new one; with one, attaches who acts to the account that it was shown to. */
export function link(decision: Decision, typed: string | undefined): void {
  if (typed === undefined) showCode(decision);
  else useCode(decision, typed);
}

function showCode({ account, texts, at, newLinkCode, write, say }: Decision): void {
  write({
    type: 'insertLinkCode',
    code: newLinkCode,
    accountId: account.id,
    identity: null,
    expiresAt: at + LINK_CODE_LIFE_MS,
  });
  say({ text: texts.accounts.link.code(showLinkCode(newLinkCode)) });
}

function useCode(decision: Decision, typed: string): void {
  const { account, texts, write, say } = decision;
  const { other } = accountsOf(decision);
  const code = readLinkCode(typed);
  if (code === null) return say({ text: texts.accounts.link.notACode });
  if (refuseLocked(decision)) return;
  if (!other) {
    countUserFailure(decision);
    return say({ text: texts.accounts.link.unknown });
  }
  if (other.account.id === account.id) return say({ text: texts.accounts.link.own });
  write({ type: 'useLinkCode', code });
  joinOrAsk(decision, other);
}
