import type { PlatformUserId } from '../chat/message.ts';
import type { Account } from './account.ts';

/** How many interviews everybody may have: once and for all, or anew every calendar month (UTC). */
export type QuotaRule = { readonly limit: number; readonly renews: 'never' | 'monthly' };

/** Interviews that an admin gave an account beside the usual ones. Times are milliseconds since 1970. */
export type QuotaGrant = {
  readonly id: string;
  readonly count: number;
  readonly grantedAt: number;
  /** From then on, what is left of them cannot be used any more; `null` is never. */
  readonly expiresAt: number | null;
  readonly grantedBy: PlatformUserId;
  readonly reason: string;
};

/** An interview that counts; `carried` when all that is left of it is that it was used. */
export type SpentInterview = { readonly id: string; readonly at: number; readonly carried: boolean };

/** What an account has been given and has used. */
export type QuotaLedger = {
  readonly spent: readonly SpentInterview[];
  readonly grants: readonly QuotaGrant[];
  /** Interviews that were stopped unanswered today and did not count, newest last. */
  readonly givenBackToday: readonly SpentInterview[];
};

export const NO_QUOTA_USED: QuotaLedger = { spent: [], grants: [], givenBackToday: [] };

export type Quota = {
  readonly left: number;
  /** All that can be used at this moment: those that are left and those that they were once. */
  readonly of: number;
  /** When the usual ones are there anew; `null` is never. */
  readonly renewsAt: number | null;
  /** Granted ones of which some are left. */
  readonly extra: readonly { readonly left: number; readonly expiresAt: number | null }[];
};

/** What holds for an account: its own number, where it has one. */
export function ruleFor({ sessionQuota }: Pick<Account, 'sessionQuota'>, usual: QuotaRule): QuotaRule {
  return { ...usual, limit: sessionQuota ?? usual.limit };
}

/** Interviews that may be used between two moments, and those that were. */
type Pool = {
  readonly grant: QuotaGrant | null;
  readonly from: number;
  readonly until: number;
  readonly count: number;
  readonly used: SpentInterview[];
};

export function quotaAt(rule: QuotaRule, ledger: QuotaLedger, now: number): Quota {
  const usable = drawn(rule, ledger, now).pools.filter((pool) => isUsable(pool, now));
  const left = (pool: Pool) => Math.max(0, pool.count - pool.used.length);
  return {
    left: usable.reduce((sum, pool) => sum + left(pool), 0),
    of: usable.reduce((sum, pool) => sum + pool.count, 0),
    renewsAt: rule.renews === 'monthly' ? monthOf(now).until : null,
    extra: usable
      .filter((pool) => pool.grant && left(pool) > 0)
      .map((pool) => ({ left: left(pool), expiresAt: pool.grant?.expiresAt ?? null })),
  };
}

/** The interviews that used up what everybody has: all but those that a grant paid for. */
export function usualOnes(rule: QuotaRule, ledger: QuotaLedger, now: number): readonly SpentInterview[] {
  const { pools, overdrawn } = drawn(rule, ledger, now);
  return [...pools.filter(({ grant }) => grant === null).flatMap(({ used }) => used), ...overdrawn];
}

/** Lays every interview to the account of what could be used when it began, and of that the one that ends first. */
function drawn(rule: QuotaRule, { spent, grants }: QuotaLedger, now: number) {
  const inOrder = spent.toSorted((a, b) => a.at - b.at);
  const usual = usualPools(rule, [...inOrder.map(({ at }) => at), now]);
  // No subtraction: what never ends has no difference to what never ends.
  const pools = [...usual, ...grants.map(poolOf)].sort((a, b) =>
    a.until === b.until ? 0 : a.until < b.until ? -1 : 1,
  );
  const overdrawn: SpentInterview[] = [];
  for (const interview of inOrder) {
    const pool = pools.find((each) => isUsable(each, interview.at) && each.used.length < each.count);
    (pool?.used ?? overdrawn).push(interview);
  }
  return { pools, overdrawn };
}

function isUsable({ from, until }: Pool, at: number): boolean {
  return from <= at && at < until;
}

function usualPools({ limit, renews }: QuotaRule, times: readonly number[]): readonly Pool[] {
  const pool = (from: number, until: number): Pool => ({ grant: null, from, until, count: limit, used: [] });
  if (renews === 'never') return [pool(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)];
  const months = new Map(times.map((at) => [monthOf(at).from, monthOf(at)]));
  return [...months.values()].map(({ from, until }) => pool(from, until));
}

function poolOf(grant: QuotaGrant): Pool {
  const { grantedAt: from, expiresAt, count } = grant;
  return { grant, from, until: expiresAt ?? Number.POSITIVE_INFINITY, count, used: [] };
}

function monthOf(at: number): { readonly from: number; readonly until: number } {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: Date.UTC(year, month), until: Date.UTC(year, month + 1) };
}
