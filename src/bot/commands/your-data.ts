import { type QuotaLedger, usualOnes } from '../../accounts/quota.ts';
import type { Choice } from '../../chat/message.ts';
import { transition } from '../../interview/transition.ts';
import { materialOf } from '../carry-out.ts';
import { type ChoiceAction, choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { isGivenBack, quotaRuleOf } from '../quota.ts';
import { shorten } from '../views/interview-view.ts';

/** A confirmation that is older was pressed by accident, or by somebody else who found the conversation open. */
const CONFIRM_WITHIN_MS = 10 * 60 * 1000;
const MAX_NAME = 40;

/** What is stored, who sees it, and what can be done about it. */
export function privacy({ texts, settings, loaded, say }: Decision): void {
  const { yourData } = texts;
  say({
    text: yourData.stored(settings.cvRetentionDays, settings.providers),
    choices: [
      choice({ type: 'export' }, yourData.export),
      ...(loaded.cvs.length > 0 ? [choice({ type: 'deleteMyCvs' }, yourData.deleteCvs)] : []),
      choice({ type: 'eraseMe' }, yourData.eraseMe, 'danger'),
    ],
  });
}

/** Sends everything that is stored, as a file, to a conversation that nobody else can read. */
export function exportData(decision: Decision): void {
  const { conversation, account, replyToken } = decision;
  inPrivate(decision, () =>
    decision.job({ kind: 'export', conversation, accountId: account.id, ...(replyToken && { replyToken }) }),
  );
}

/** Erasing asks first, and the button names what it is about. */
export function askToErase(decision: Decision, lead = ''): void {
  inPrivate(decision, () => {
    const { texts, account, loaded, at } = decision;
    const { erase } = texts.yourData;
    const { identities = [], interviews = 0 } = loaded.person ?? {};
    const [first] = identities;
    decision.say({
      text: [
        lead,
        erase.ask(
          identities.map(({ id }) => `\`${id}\``),
          loaded.cvs.length,
          interviews,
        ),
      ]
        .filter((text) => text !== '')
        .join('\n\n'),
      choices: [
        choice(
          { type: 'erase', accountId: account.id, askedAt: at },
          erase.confirm(shorten(first?.name ?? account.id, MAX_NAME)),
          'danger',
        ),
        choice({ type: 'keepMe' }, erase.keep),
      ],
    });
  });
}

/** Erases whoever presses the button, if it was made for them and not long ago. */
export function erase(decision: Decision, accountId: string, askedAt: number): void {
  const { texts, account, at } = decision;
  const words = texts.yourData.erase;
  if (accountId !== account.id) return decision.say({ text: words.notYours });
  if (askedAt > at || at - askedAt > CONFIRM_WITHIN_MS) return askToErase(decision, words.tooLate);
  inPrivate(decision, () => {
    const { identities = [], interviews = 0 } = decision.loaded.person ?? {};
    const used = usedAfterwards(decision);
    decision.write({
      type: 'keepSpentQuota',
      identities: identities.map(({ id }) => id),
      spent: usualOnes(quotaRuleOf(decision), used, at),
      givenBack: used.givenBackToday,
    });
    decision.write({ type: 'eraseAccount', account });
    for (const { id } of identities)
      decision.job({ kind: 'publish_home', whose: { user: id, locale: account.locale } });
    decision.say({
      text: words.receipt(decision.loaded.cvs.length, interviews, account.consentProviders),
    });
  });
}

/** An interview that is open and has no answer yet is given back, as if it were stopped. */
function usedAfterwards(decision: Decision): QuotaLedger {
  const { loaded, at } = decision;
  const { interview, quota } = loaded;
  if (!interview) return quota;
  const [, effects] = transition(interview, { type: 'stopped', at }, materialOf(decision));
  if (!isGivenBack(decision, effects)) return quota;
  const { id } = interview.session;
  return {
    ...quota,
    spent: quota.spent.filter((spent) => spent.id !== id),
    givenBackToday: [...quota.givenBackToday, { id, at, carried: false }],
  };
}

function inPrivate({ scope, say, texts }: Decision, act: () => void): void {
  if (scope === 'direct') act();
  else say({ text: texts.yourData.onlyInPrivate });
}

function choice(action: ChoiceAction, label: string, style?: 'danger'): Choice {
  return { id: choiceId(action), label, ...(style && { style }) };
}
