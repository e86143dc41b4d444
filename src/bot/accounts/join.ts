import { LINK_CODE_LIFE_MS } from '../../accounts/link-code.ts';
import { merged } from '../../accounts/merge.ts';
import type { Interview } from '../../interview/state.ts';
import { textsOf } from '../../locales/index.ts';
import type { OtherAccount } from '../../store/accounts.ts';
import { happen } from '../carry-out.ts';
import { choiceId } from '../choice-id.ts';
import { type Decision, elsewhere } from '../decision.ts';
import { paragraphs } from '../views/interview-view.ts';
import { accountsOf, detachChoice, platformText, tell } from './accounts-of.ts';

/**
 * Who acts has shown that another account is theirs. Where they have nothing yet they simply belong to it from now on; where
 * they have, they are asked, as what is put together can be seen by whoever uses that account, and cannot be taken apart.
 */
export function joinOrAsk(decision: Decision, other: OtherAccount): void {
  if (isEmpty(decision)) join(decision, other);
  else ask(decision, other);
}

function isEmpty(decision: Decision): boolean {
  const { account } = decision;
  const { contents, identities } = accountsOf(decision);
  const hasContents = contents.interviews + contents.cvs > 0;
  return !hasContents && !account.details && !account.pendingCv && identities.length <= 1;
}

function ask(decision: Decision, other: OtherAccount): void {
  const { account, texts, at, loaded, newLinkCode, write, say } = decision;
  const { contents, identities, self } = accountsOf(decision);
  const words = texts.accounts.join;
  write({
    type: 'insertLinkCode',
    code: newLinkCode,
    accountId: other.account.id,
    identity: self.id,
    expiresAt: at + LINK_CODE_LIFE_MS,
  });
  say({
    text: paragraphs(
      words.ask(other.account.details?.username ?? null, contents, identities.length),
      interviewToEnd(loaded.interview, other.interview) && words.interviewEnds,
      account.details && other.account.details && words.givesUp(account.details.username),
    ),
    choices: [
      { id: choiceId({ type: 'join', code: newLinkCode }), label: words.yes, style: 'danger' },
      { id: choiceId({ type: 'leave' }), label: words.no },
    ],
  });
}

/** They were asked, and said yes. Nobody else can: the code is for their identity alone. */
export function confirmJoin(decision: Decision, code: string): void {
  const { account, texts, write, say } = decision;
  const { other } = accountsOf(decision);
  if (!other || other.account.id === account.id) return say({ text: texts.accounts.join.gone });
  write({ type: 'useLinkCode', code });
  join(decision, other);
}

function join(decision: Decision, other: OtherAccount): void {
  const { account, loaded, write } = decision;
  const { contents, self } = accountsOf(decision);
  const ended = interviewToEnd(loaded.interview, other.interview);
  if (ended) {
    const owner = ended === other.interview ? other.account : account;
    happen(elsewhere(decision, ended.session.conversation, owner), ended, {
      type: 'stopped',
      at: decision.at,
    });
  }
  const into = merged(other.account, account);
  const takesPassword = !other.account.details && account.details !== null;
  write({ type: 'mergeAccount', from: account, into, takesPassword });
  const after = elsewhere(decision, decision.conversation, into);
  const { accounts } = textsOf(into.locale);
  after.say({ text: accounts.join.done(into.details?.username ?? null, contents) });
  tellOwners(after, other, self);
}

/** Those who were there before are told, and can undo it. */
function tellOwners(
  decision: Decision,
  { identities }: OtherAccount,
  self: Parameters<typeof platformText>[1],
): void {
  tell(decision, identities, (texts) => ({
    text: texts.accounts.join.toOthers(platformText(texts, self)),
    choices: [detachChoice(texts, self.id)],
  }));
}

/** Of two that are under way, the one that rested longer; `null` when there are not two. */
function interviewToEnd(own: Interview | null, theirs: Interview | null): Interview | null {
  const isUnderWay = (interview: Interview | null): interview is Interview =>
    interview !== null && interview.session.status !== 'evaluating';
  if (!isUnderWay(own) || !isUnderWay(theirs)) return null;
  return own.session.lastActivityAt < theirs.session.lastActivityAt ? own : theirs;
}
