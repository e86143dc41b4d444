import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformUserId } from '../../src/chat/message.ts';
import type { Store, Write } from '../../src/store/store.ts';
import { aModelCall, anAccount, anAuditEntry, aSession } from '../fakes/builders.ts';
import type { StoreUnderTest } from './store.ts';

const NOW = 1_800_000_000_000;
const DAY_MS = 86_400_000;

/** What every store promises to admins: a part of the contract of stores. */
export function describeAdminQueries(open: () => Promise<StoreUnderTest>): void {
  describe('for admins', () => {
    let store: Store;
    let dispose: () => Promise<void>;
    let events = 0;

    beforeEach(async () => {
      ({ store, dispose } = await open());
    });
    afterEach(() => dispose());

    const write = (...writes: readonly Write[]) =>
      store.turn(
        {
          eventId: `test:${++events}`,
          at: NOW + events,
          subject: { type: 'account', id: '' },
          detail: 'account',
        },
        () => ({ writes, jobs: [] }),
      );

    it('keeps the audit, newest first, in parts', async () => {
      for (const detail of ['1', '2', '3', '4', '5'])
        await write({ type: 'insertAudit', entry: anAuditEntry({ detail }) });
      const { rows, total } = await store.admin.readAudit({ limit: 2, offset: 1 });
      expect(total).toBe(5);
      expect(rows.map(({ detail }) => detail)).toEqual(['4', '3']);
      expect(rows[0]).toMatchObject({ ...anAuditEntry({ detail: '4' }), at: NOW + 4 });
      expect(await store.admin.readAudit({ limit: 2, offset: 10 })).toEqual({ rows: [], total: 5 });
    });

    it('counts accounts, new ones and banned ones', async () => {
      expect(await store.admin.countAccounts(NOW)).toEqual({ all: 0, recent: 0, banned: 0 });
      await write(
        { type: 'insertAccount', account: anAccount({ id: 'a', createdAt: NOW - 1 }) },
        { type: 'insertAccount', account: anAccount({ id: 'b', createdAt: NOW, bannedAt: NOW }) },
        { type: 'insertAccount', account: anAccount({ id: 'c', createdAt: NOW + 1, role: 'admin' }) },
      );
      expect(await store.admin.countAccounts(NOW)).toEqual({ all: 3, recent: 2, banned: 1 });
    });

    it('finds accounts by parts of names and ids, newest first, and those that are meant', async () => {
      const identity = (id: string, accountId: string, name: string): Write => ({
        type: 'insertIdentity',
        id: id as PlatformUserId,
        accountId,
        name,
      });
      await write(
        { type: 'insertAccount', account: anAccount({ id: 'a', createdAt: NOW }) },
        { type: 'insertAccount', account: anAccount({ id: 'b', createdAt: NOW + 1 }) },
        { type: 'insertAccount', account: anAccount({ id: 'c', createdAt: NOW + 2 }) },
        identity('discord:1', 'a', 'Kim'),
        identity('slack:T1/U1', 'a', '김하나'),
        identity('discord:2', 'b', 'Kimberley'),
        identity('discord:3', 'c', '100%'),
      );
      const found = async (words: string, limit = 9) => {
        const { rows, total } = await store.admin.findUsers(words, { limit, offset: 0 });
        return [total, ...rows.map(({ id }) => id)];
      };
      expect(await found('kIM')).toEqual([2, 'b', 'a']);
      expect(await found('kim', 1)).toEqual([2, 'b']);
      expect(await found('하나')).toEqual([1, 'a']);
      expect(await found('T1/u')).toEqual([1, 'a']);
      expect(await found('%')).toEqual([1, 'c']);
      expect(await found('')).toEqual([3, 'c', 'b', 'a']);
      expect(await found('b')).toEqual([1, 'b']);
      const meant = async (words: string) => (await store.admin.findMeant(words)).map(({ id }) => id);
      expect(await meant('KIM')).toEqual(['a']);
      expect(await meant('discord:2')).toEqual(['b']);
      expect(await meant('c')).toEqual(['c']);
      expect(await meant('Ki')).toEqual([]);
      expect((await store.admin.findMeant('a'))[0]?.identities.map(({ id }) => id).sort()).toEqual([
        'discord:1',
        'slack:T1/U1',
      ]);
    });

    it('bans and gives roles, and lets a turn that saw the account before decide again', async () => {
      await write({ type: 'insertAccount', account: anAccount() });
      await write(
        { type: 'setBan', accountId: 'account-1', bannedAt: NOW },
        { type: 'setRole', accountId: 'account-1', role: 'admin' },
      );
      expect((await store.admin.findMeant('account-1'))[0]).toMatchObject({ bannedAt: NOW, role: 'admin' });
      const stale = anAccount({ version: 0 });
      await expect(write({ type: 'updateAccount', account: stale })).rejects.toThrow();
      await write({ type: 'setBan', accountId: 'account-1', bannedAt: null });
      expect((await store.admin.findMeant('account-1'))[0]?.bannedAt).toBeNull();
      await write({ type: 'setBan', accountId: 'nobody', bannedAt: NOW });
    });

    it('says of an account how many interviews and CVs it has, and nothing that was written', async () => {
      expect(await store.admin.readUserFigures('account-1')).toBeNull();
      await write(
        { type: 'insertAccount', account: anAccount({ locale: 'ko', sessionQuota: 9 }) },
        { type: 'insertSession', session: aSession({ id: 'a', status: 'finished', lastActivityAt: NOW }) },
        {
          type: 'insertSession',
          session: aSession({ id: 'b', status: 'finished', lastActivityAt: NOW + 5 }),
        },
        { type: 'insertSession', session: aSession({ id: 'c', lastActivityAt: NOW + 1 }) },
      );
      expect(await store.admin.readUserFigures('account-1')).toEqual({
        locale: 'ko',
        sessionQuota: 9,
        interviews: new Map([
          ['finished', 2],
          ['preparing', 1],
        ]),
        lastActivityAt: NOW + 5,
        cvs: 0,
      });
    });

    it('counts interviews by state and position, and reads those begun in a while', async () => {
      await write(
        { type: 'insertAccount', account: anAccount() },
        { type: 'insertSession', session: aSession({ id: 'a', position: 'be', startedAt: NOW - 1 }) },
        { type: 'insertSession', session: aSession({ id: 'b', position: 'be', startedAt: NOW }) },
        {
          type: 'insertSession',
          session: aSession({ id: 'c', status: 'finished', startedAt: NOW + 1, finishedAt: NOW + 9 }),
        },
        { type: 'insertSession', session: aSession({ id: 'd', startedAt: NOW + 2 }) },
      );
      const states = await store.admin.countStates();
      expect(states).toHaveLength(3);
      expect(states).toContainEqual({ status: 'preparing', position: 'be', count: 2 });
      expect(states).toContainEqual({ status: 'finished', position: null, count: 1 });
      const begun = await store.admin.readSessionsBegun(NOW, NOW + 2);
      expect(begun.map(({ status }) => status).sort()).toEqual(['finished', 'preparing']);
      expect(begun.find(({ status }) => status === 'finished')).toMatchObject({ finishedAt: NOW + 9 });
    });

    it('adds up what calls to models cost, and reads the newest', async () => {
      await store.recordModelCall(aModelCall({ id: 'a', at: NOW - DAY_MS, provider: 'A' }));
      await store.recordModelCall(aModelCall({ id: 'b', at: NOW, provider: 'A', latencyMs: 7 }));
      await store.recordModelCall(aModelCall({ id: 'c', at: NOW + 1, provider: 'A', costMicros: null }));
      await store.recordModelCall(aModelCall({ id: 'd', at: NOW + 2, provider: 'B', costMicros: null }));
      const one = aModelCall();
      expect(await store.admin.readModelCosts(NOW)).toEqual([
        {
          provider: 'A',
          calls: 2,
          tokens: 2 * (one.inputTokens! + one.outputTokens!),
          costMicros: one.costMicros,
        },
        { provider: 'B', calls: 1, tokens: one.inputTokens! + one.outputTokens!, costMicros: null },
      ]);
      const newest = await store.admin.readRecordedCalls(NOW, 2);
      expect(newest.map(({ provider }) => provider)).toEqual(['B', 'A']);
      expect((await store.admin.readRecordedCalls(NOW, 9)).at(-1)).toEqual({
        provider: 'A',
        latencyMs: 7,
        outcome: 'ok',
      });
    });
  });
}
