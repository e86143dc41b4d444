import { describe, expect, it } from 'vitest';
import {
  NO_QUOTA_USED,
  type QuotaGrant,
  type QuotaLedger,
  quotaAt,
  usualOnes,
} from '../../src/accounts/quota.ts';
import type { PlatformUserId } from '../../src/chat/message.ts';

const on = (day: string) => Date.parse(`${day}T12:00:00Z`);
const interviews = (...days: readonly string[]) =>
  days.map((day, index) => ({ id: `${day} ${index}`, at: on(day), carried: false }));
const ledger = (overrides: Partial<QuotaLedger>): QuotaLedger => ({ ...NO_QUOTA_USED, ...overrides });
const grant = (count: number, from: string, until: string | null): QuotaGrant => ({
  id: `${from}-${count}`,
  count,
  grantedAt: on(from),
  expiresAt: until === null ? null : on(until),
  grantedBy: 'terminal:admin' as PlatformUserId,
  reason: '',
});

describe('five interviews once and for all', () => {
  const rule = { limit: 5, renews: 'never' } as const;

  it('are used up one by one and do not come back', () => {
    const used = (count: number) =>
      quotaAt(rule, ledger({ spent: interviews(...Array(count).fill('2026-01-01')) }), on('2026-12-01'));
    expect([0, 1, 4, 5].map((count) => used(count).left)).toEqual([5, 4, 1, 0]);
    expect(used(5)).toEqual({ left: 0, of: 5, renewsAt: null, extra: [] });
  });

  it('are never fewer than none, when the limit was lowered', () => {
    const spent = interviews('2026-01-01', '2026-01-02', '2026-01-03');
    expect(quotaAt({ ...rule, limit: 2 }, ledger({ spent }), on('2026-02-01'))).toMatchObject({
      left: 0,
      of: 2,
    });
  });

  it('with a grant that has no end are that many more', () => {
    const grants = [grant(3, '2026-01-01', null)];
    expect(quotaAt(rule, ledger({ grants }), on('2026-01-02'))).toEqual({
      left: 8,
      of: 8,
      renewsAt: null,
      extra: [{ left: 3, expiresAt: null }],
    });
  });

  it('draw on the grant that ends first, so that the usual ones are there afterwards', () => {
    const grants = [grant(2, '2026-01-01', '2026-03-01'), grant(1, '2026-01-01', '2026-02-01')];
    const spent = interviews('2026-01-10', '2026-01-11');
    const at = (day: string) => quotaAt(rule, ledger({ grants, spent }), on(day));
    expect(at('2026-01-12')).toMatchObject({
      left: 6,
      of: 8,
      extra: [{ left: 1, expiresAt: on('2026-03-01') }],
    });
    expect(at('2026-03-01')).toMatchObject({ left: 5, of: 5, extra: [] });
  });

  it('do not pay with a grant for what was used before it was given', () => {
    const spent = interviews(...Array(6).fill('2026-01-01'));
    const grants = [grant(2, '2026-02-01', null)];
    expect(quotaAt(rule, ledger({ spent, grants }), on('2026-02-01')).left).toBe(2);
  });

  it('count a grant from the moment on at which it is given, and until just before its end', () => {
    const one = grant(1, '2026-01-01', '2026-01-03');
    const left = (at: number) => quotaAt(rule, ledger({ grants: [one] }), at).left;
    expect([left(one.grantedAt - 1), left(one.grantedAt)]).toEqual([5, 6]);
    expect([left((one.expiresAt ?? 0) - 1), left(one.expiresAt ?? 0)]).toEqual([6, 5]);
  });
});

describe('five interviews a month', () => {
  const rule = { limit: 5, renews: 'monthly' } as const;

  it('are there anew on the first of the month in UTC', () => {
    const spent = interviews(...Array(5).fill('2026-11-20'));
    const at = (moment: string) => quotaAt(rule, ledger({ spent }), Date.parse(moment));
    expect(at('2026-11-30T23:59:59.999Z')).toEqual({
      left: 0,
      of: 5,
      renewsAt: Date.parse('2026-12-01T00:00:00Z'),
      extra: [],
    });
    expect(at('2026-12-01T00:00:00Z')).toMatchObject({
      left: 5,
      renewsAt: Date.parse('2027-01-01T00:00:00Z'),
    });
  });

  it('are used before a grant that lasts longer, and what is left of them is not saved up', () => {
    const grants = [grant(2, '2026-11-01', null)];
    const spent = interviews('2026-11-10', '2026-11-11');
    expect(quotaAt(rule, ledger({ spent, grants }), on('2026-12-05'))).toMatchObject({ left: 7, of: 7 });
  });
});

describe('what stays used after an erasure', () => {
  const rule = { limit: 5, renews: 'never' } as const;

  it('is what the usual ones paid for, not what a grant did', () => {
    const grants = [grant(1, '2026-01-01', '2026-06-01')];
    const spent = interviews('2026-01-02', '2026-01-03', '2026-01-04');
    const kept = usualOnes(rule, ledger({ spent, grants }), on('2026-01-05'));
    expect(kept).toEqual(spent.slice(1));
    expect(quotaAt(rule, ledger({ spent: kept }), on('2026-01-06')).left).toBe(3);
  });

  it('includes what was used beyond the limit', () => {
    const spent = interviews('2026-01-01', '2026-01-02', '2026-01-03');
    expect(usualOnes({ ...rule, limit: 2 }, ledger({ spent }), on('2026-02-01'))).toHaveLength(3);
  });
});
