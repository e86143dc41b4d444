import { type Quota, type QuotaRule, quotaAt, ruleFor } from '../accounts/quota.ts';
import type { InterviewEffect } from '../interview/events.ts';
import { formatDay, type Texts } from '../locales/index.ts';
import type { Decision } from './decision.ts';
import type { BotSettings } from './settings.ts';

/** Of somebody, what their quota is told from. */
type Holder = Pick<Decision, 'account' | 'settings' | 'loaded' | 'at' | 'texts'>;

/** An unanswered interview is given back this often a day. */
const GIVEN_BACK_A_DAY = 3;

/** How many interviews everybody may have, unless their account says otherwise. */
export function usualQuotaOf({ sessionsPerAccount, sessionsRenew }: BotSettings): QuotaRule {
  return { limit: sessionsPerAccount, renews: sessionsRenew };
}

export function quotaRuleOf({ account, settings }: Pick<Decision, 'account' | 'settings'>): QuotaRule {
  return ruleFor(account, usualQuotaOf(settings));
}

export function quotaOf(decision: Omit<Holder, 'texts'>): Quota {
  return quotaAt(quotaRuleOf(decision), decision.loaded.quota, decision.at);
}

/** Whether an interview that ends with these effects does not count: it was stopped unanswered, and not too often today. */
export function isGivenBack({ loaded }: Decision, effects: readonly InterviewEffect[]): boolean {
  const isUnanswered = effects.some(({ type }) => type === 'cancelled');
  return isUnanswered && loaded.quota.givenBackToday.length < GIVEN_BACK_A_DAY;
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
