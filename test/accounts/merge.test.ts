import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { merged } from '../../src/accounts/merge.ts';
import { anAccount } from '../fakes/builders.ts';

const older: Partial<Account> = { createdAt: 1, locale: 'ko', sessionQuota: 7 };
const younger: Partial<Account> = { createdAt: 2, locale: 'en', sessionQuota: null };
const DETAILS = { username: 'kim', name: 'Kim', email: 'kim@example.org' };

const both = (into: Partial<Account>, from: Partial<Account>) =>
  merged(anAccount({ id: 'into', version: 4, ...into }), anAccount({ id: 'from', version: 9, ...from }));

describe('an account that another has become part of', () => {
  it.each([
    [older, younger],
    [younger, older],
  ])('is itself, with the settings of the older one', (into, from) => {
    expect(both(into, from)).toMatchObject({
      id: 'into',
      version: 4,
      createdAt: 1,
      locale: 'ko',
      sessionQuota: 7,
    });
  });

  it('keeps its name, and takes the other one’s only where it has none', () => {
    const other = { ...DETAILS, username: 'other' };
    expect(both({ details: DETAILS }, { details: other }).details).toBe(DETAILS);
    expect(both({ details: null }, { details: other }).details).toBe(other);
  });

  it('has the older one’s consent, or that of the one that gave it', () => {
    const given = { consentAt: 5, consentProviders: ['A'] };
    const wider = { consentAt: 6, consentProviders: ['A', 'B'] };
    expect(both({ ...older, ...given }, { ...younger, ...wider })).toMatchObject(given);
    expect(both(older, { ...younger, ...wider })).toMatchObject(wider);
  });

  it('is banned when either was, and has only its own rights', () => {
    expect(both({}, { bannedAt: 3 }).bannedAt).toBe(3);
    expect(both({ bannedAt: 2 }, { bannedAt: 3 }).bannedAt).toBe(2);
    expect(both({ role: 'user' }, { role: 'admin' }).role).toBe('user');
    expect(both({ role: 'admin' }, { role: 'user' }).role).toBe('admin');
  });
});
