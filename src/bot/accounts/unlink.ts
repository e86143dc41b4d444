import type { Identity } from '../../accounts/identity.ts';
import { identityRef } from '../../accounts/identity.ts';
import { usualOnes } from '../../accounts/quota.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { formId } from '../form-id.ts';
import { formChoice } from '../offer-form.ts';
import { quotaRuleOf } from '../quota.ts';
import { paragraphs } from '../views/interview-view.ts';
import { accountsOf, platformText, tell } from './accounts-of.ts';

/** Detaches this platform. The last one of an account goes only after a warning, and only where there is a way back. */
export function unlink(decision: Decision, isConfirmed: boolean): void {
  const { account, texts, say } = decision;
  const { identities, contents } = accountsOf(decision);
  const words = texts.accounts.unlink;
  const self = selfOf(decision);
  const others = identities.filter(({ id }) => id !== self?.id);
  if (self && others.length > 0) return unlinkOne(decision, self, others);
  if (account.details && self) {
    if (isUnderWay(decision)) return say({ text: words.interviewOpen });
    if (!isConfirmed) return warn(decision, account.details.username);
    detach(decision, self, null);
    return say({ text: words.lastDone(account.details.username) });
  }
  if (contents.interviews + contents.cvs === 0) return say({ text: words.nothing });
  say({
    text: words.onlyWay(contents),
    choices: [
      formChoice(formId({ type: 'register' }), texts.accounts.register.title),
      { id: choiceId({ type: 'eraseMe' }), label: texts.yourData.eraseMe },
    ],
  });
}

/** Who acts, where they act; `undefined` before their first words are stored. */
function selfOf(decision: Decision): Identity | undefined {
  const { identities, self } = accountsOf(decision);
  const found = identities.find(({ id }) => id === self.id);
  return found && { ...found, conversation: decision.conversation };
}

function warn({ texts, say, loaded }: Decision, username: string): void {
  const { unlink: words } = texts.accounts;
  say({
    text: words.last(username, loaded.accounts?.contents ?? { interviews: 0, cvs: 0 }),
    choices: [
      { id: choiceId({ type: 'unlink' }), label: words.confirm, style: 'danger' },
      { id: choiceId({ type: 'leave' }), label: words.keep },
    ],
  });
}

function unlinkOne(decision: Decision, self: Identity, others: readonly Identity[]): void {
  const { texts, say } = decision;
  const words = texts.accounts.unlink;
  const heir = others.find(({ conversation }) => conversation !== null) ?? null;
  const isHere = decision.loaded.interview?.session.conversation === decision.conversation;
  if (isHere && isUnderWay(decision) && !heir) return say({ text: words.interviewOpen });
  detach(decision, self, heir);
  say({ text: words.done(others.map((identity) => platformText(texts, identity))) });
  tell(decision, others, (theirs) => ({
    text: paragraphs(
      theirs.accounts.unlink.toOthers(platformText(theirs, self)),
      isHere && isUnderWay(decision) ? theirs.accounts.unlink.movedHere : null,
    ),
  }));
}

/** Somebody was told that another platform was attached to their account, and detaches it. */
export function detachOther(decision: Decision, ref: string): void {
  const { texts, say } = decision;
  const { identities } = accountsOf(decision);
  const self = selfOf(decision);
  const stranger = identities.find(({ id }) => identityRef(id) === ref);
  if (!stranger || !self) return say({ text: texts.accounts.unlink.gone });
  // Those that came later have no say about those that were there before.
  if (identities.indexOf(stranger) <= identities.findIndex(({ id }) => id === self.id)) {
    return say({ text: texts.accounts.unlink.wasFirst });
  }
  detach(decision, stranger, self);
  say({ text: texts.accounts.unlink.toOthers(platformText(texts, stranger)) });
  tell(decision, [stranger], ({ accounts }) => ({ text: accounts.unlink.detachedToIt }));
}

/** What it has used up stays with it; what the account would still have shown there is shown to the heir. */
function detach(decision: Decision, leaver: Identity, heir: Identity | null): void {
  const { account, loaded, at, write } = decision;
  // Two that leave at the same moment must not both take the other for the one that stays.
  write({ type: 'updateAccount', account });
  write({
    type: 'keepSpentQuota',
    identities: [leaver.id],
    spent: usualOnes(quotaRuleOf(decision), loaded.quota, at),
    givenBack: loaded.quota.givenBackToday,
  });
  const moves =
    leaver.conversation && heir?.conversation ? { from: leaver.conversation, to: heir.conversation } : null;
  write({ type: 'removeIdentity', accountId: account.id, id: leaver.id, moves });
}

function isUnderWay({ loaded }: Decision): boolean {
  return loaded.interview !== null && loaded.interview.session.status !== 'evaluating';
}
