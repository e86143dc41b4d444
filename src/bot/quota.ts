import { type Quota, type QuotaRule, quotaAt } from '../accounts/quota.ts';
import { formatDay, type Texts } from '../locales/index.ts';
import type { Decision } from './decision.ts';

/** Of somebody, what their quota is told from. */
type Holder = Pick<Decision, 'account' | 'settings' | 'loaded' | 'at' | 'texts'>;

/** How many interviews whoever acts may have. */
export function quotaRuleOf({ account, settings }: Pick<Decision, 'account' | 'settings'>): QuotaRule {
  return { limit: account.sessionQuota ?? settings.sessionsPerAccount, renews: settings.sessionsRenew };
}

export function quotaOf(decision: Omit<Holder, 'texts'>): Quota {
  return quotaAt(quotaRuleOf(decision), decision.loaded.quota, decision.at);
}

/** How many are left, until when, and when there are new ones. */
export function quotaText(decision: Holder): string {
  const { texts } = decision;
  const { left, of, extra } = quotaOf(decision);
  return sentences(
    texts.quota.left(left, of),
    ...extra.map((grant) => texts.quota.extra(grant.left, dayText(texts, grant.expiresAt))),
    renewalText(decision),
  );
}

/** Said to somebody who has none left: when there are new ones, and what else they can do. */
export function quotaUsedText(decision: Holder): string {
  const { quota } = decision.texts;
  const { of } = quotaOf(decision);
  return sentences(quota.allUsed(of), renewalText(decision), quota.insteadOfStarting);
}

/** For a greeting; somebody who was here before, and had everything erased, may have fewer than others. */
export function quotaOfNewcomerText(decision: Holder): string {
  const { quota } = decision.texts;
  const { left } = quotaOf(decision);
  const wasHere = decision.loaded.quota.spent.length > 0;
  return sentences(quota.yours(left), wasHere ? quota.usedBefore : null, renewalText(decision));
}

function renewalText(decision: Holder): string | null {
  const { quota } = decision.texts;
  const { renewsAt } = quotaOf(decision);
  const { limit } = quotaRuleOf(decision);
  return renewsAt === null ? null : quota.renews(limit, formatDay(decision.texts, renewsAt));
}

function dayText(texts: Texts, at: number | null): string | null {
  return at === null ? null : formatDay(texts, at);
}

function sentences(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join(' ');
}
