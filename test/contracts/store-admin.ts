import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceId, PlatformUserId } from '../../src/chat/message.ts';
import type { Interaction } from '../../src/interview/state.ts';
import type { Store, Write } from '../../src/store/store.ts';
import {
  aModelCall,
  anAccount,
  anAuditEntry,
  anInteraction,
  aQuestion,
  aQuestionImport,
  aSession,
} from '../fakes/builders.ts';
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

    it('keeps settings, one a place and name, and tells that they changed', async () => {
      const set = (place: string | null, value: string | null): Write => ({
        type: 'changeSetting',
        place: place as PlaceId | null,
        name: 'quota',
        value,
      });
      const before = await store.readRevisions();
      await write(set(null, '7'));
      await write(set('discord:1', '8'));
      await write(set(null, '9'));
      const stored = await store.readSettings();
      expect(stored).toHaveLength(2);
      expect(stored).toContainEqual({ place: null, name: 'quota', value: '9' });
      expect(stored).toContainEqual({ place: 'discord:1', name: 'quota', value: '8' });
      await write(set(null, null), set(null, null));
      expect(await store.readSettings()).toEqual([{ place: 'discord:1', name: 'quota', value: '8' }]);
      const after = await store.readRevisions();
      expect(after.settings).toBeGreaterThan(before.settings);
      expect(after.questions).toBe(before.questions);
    });

    it('disables questions and enables them again, and tells that they changed', async () => {
      await store.applySeeds('one', [aQuestion({ id: 'a' }), aQuestion({ id: 'b' })], []);
      const before = await store.readRevisions();
      await write({ type: 'setQuestionActive', id: 'a', active: false });
      expect((await store.readQuestions()).questions.map(({ id }) => id)).toEqual(['b']);
      expect((await store.readRevisions()).questions).toBeGreaterThan(before.questions);
      expect(await store.admin.readBankEntry('a')).toMatchObject({ kind: 'technical', active: false });
      expect((await store.admin.readKnownQuestions()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
      await write({ type: 'setQuestionActive', id: 'a', active: true });
      expect((await store.readQuestions()).questions).toHaveLength(2);
      await write({ type: 'setQuestionActive', id: 'nothing', active: false });
      expect(await store.admin.readBankEntry('nothing')).toBeNull();
    });

    it('finds questions by words, a part at a time', async () => {
      await store.applySeeds(
        'one',
        ['Why 100%?', 'WHY not?', '왜 그럴까요?'].map((question, index) =>
          aQuestion({ id: `q${index}`, question }),
        ),
        [],
      );
      const found = async (words: string, offset = 0) => {
        const { rows, total } = await store.admin.searchQuestions(words, { limit: 1, offset });
        return [total, ...rows.map(({ id }) => id)];
      };
      expect(await found('why')).toEqual([2, 'q0']);
      expect(await found('why', 1)).toEqual([2, 'q1']);
      expect(await found('why', 2)).toEqual([2]);
      expect(await found('%')).toEqual([1, 'q0']);
      expect(await found('그럴')).toEqual([1, 'q2']);
    });

    it('adds up how a question was answered, by ids in parts', async () => {
      const grade = (score: number) => ({ score }) as Interaction['grade'];
      await write(
        { type: 'insertAccount', account: anAccount() },
        { type: 'insertSession', session: aSession() },
        ...[
          anInteraction({ id: 's.1', questionId: 'a', grade: grade(4), disputedAt: NOW }),
          anInteraction({ id: 's.2', questionId: 'a', grade: grade(5) }),
          anInteraction({ id: 's.3', questionId: 'a' }),
          anInteraction({ id: 's.4', questionId: 'b' }),
          anInteraction({ id: 's.5', questionId: 'cv-1', kind: 'cv', grade: grade(1) }),
        ].map(
          (interaction, ordinal): Write => ({
            type: 'insertInteraction',
            interaction: { ...interaction, ordinal },
          }),
        ),
      );
      const a = { questionId: 'a', asked: 3, scored: 2, mean: 4.5, disputed: 1 };
      const b = { questionId: 'b', asked: 1, scored: 0, mean: null, disputed: 0 };
      expect(await store.admin.readQuestionFigures('', 1)).toEqual([a]);
      expect(await store.admin.readQuestionFigures('a', 9)).toEqual([b]);
      expect(await store.admin.readFiguresOf('a')).toEqual(a);
      expect(await store.admin.readFiguresOf('c')).toEqual({ ...b, questionId: 'c', asked: 0 });
    });

    it('keeps what was read of a file until it is taken, and takes it back', async () => {
      const preview = aQuestionImport({ id: 'p', status: 'previewed', questions: 2 });
      const questions = [
        aQuestion({ id: 'x', source: 'import' }),
        aQuestion({ id: 'y', source: 'import', questionKo: '왜요?' }),
      ];
      await write({ type: 'keepImport', import: preview, payload: JSON.stringify(questions) });
      expect((await store.readQuestions()).questions).toEqual([]);
      expect((await store.admin.readImports({ limit: 9, offset: 0 })).total).toBe(0);
      expect(await store.admin.readImport('p')).toEqual(preview);
      await write({ type: 'takeImport', id: 'p' });
      await write({ type: 'takeImport', id: 'p' });
      expect((await store.readQuestions()).questions).toEqual(questions);
      expect((await store.admin.readImports({ limit: 9, offset: 0 })).rows[0]).toMatchObject({
        status: 'taken',
      });
      await write(
        { type: 'insertAccount', account: anAccount() },
        { type: 'insertSession', session: aSession() },
        { type: 'insertInteraction', interaction: anInteraction({ questionId: 'x' }) },
      );
      expect(await store.admin.countImported('p')).toEqual({ all: 2, asked: 1 });
      await write({ type: 'undoImport', id: 'p' });
      expect((await store.readQuestions()).questions).toEqual([]);
      expect(await store.admin.readBankEntry('x')).toMatchObject({ active: false, importId: 'p' });
      expect(await store.admin.readBankEntry('y')).toBeNull();
      expect(await store.admin.readImport('p')).toMatchObject({ status: 'undone' });
    });

    it('forgets previews that nobody confirmed', async () => {
      const preview = aQuestionImport({ status: 'previewed', at: NOW });
      await write({ type: 'keepImport', import: preview, payload: '[]' });
      await store.clean(NOW + DAY_MS, 0);
      expect(await store.admin.readImport(preview.id)).not.toBeNull();
      await store.clean(NOW + DAY_MS + 1, 0);
      expect(await store.admin.readImport(preview.id)).toBeNull();
      await write({ type: 'takeImport', id: preview.id });
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
