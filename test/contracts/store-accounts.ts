import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Attempts, NO_ATTEMPTS } from '../../src/accounts/attempts.ts';
import type { ConversationId, PlatformUserId } from '../../src/chat/message.ts';
import type { AccountsKey, LoadedAccounts } from '../../src/store/accounts.ts';
import type { Loaded, Store, TurnKey, Write } from '../../src/store/store.ts';
import { aModelCall, anAccount, anInteraction, aSession } from '../fakes/builders.ts';
import type { StoreUnderTest } from './store.ts';

const NOW = 1_800_000_000_000;
const DAY_MS = 24 * 3_600_000;
const INTO = anAccount({ id: 'into' });
const FROM = anAccount({ id: 'from' });
const DETAILS = { username: 'Kim.Dev', name: 'Kim', email: 'kim@example.org' };
const HOME = { id: 'terminal:home' as PlatformUserId, name: 'Home' };
const AWAY = { id: 'terminal:away' as PlatformUserId, name: 'Away' };
const CODE = 'ABCD2345';

/** What every store promises about who somebody is. */
export function describeAccounts(open: () => Promise<StoreUnderTest>): void {
  describe('accounts', () => {
    let store: Store;
    let dispose: () => Promise<void>;
    let events = 0;

    beforeEach(async () => {
      ({ store, dispose } = await open());
      await write(
        { type: 'insertAccount', account: INTO },
        { type: 'insertAccount', account: FROM },
        {
          type: 'insertIdentity',
          accountId: 'into',
          conversation: 'terminal:home' as ConversationId,
          ...HOME,
        },
        { type: 'insertIdentity', accountId: 'from', ...AWAY },
      );
    });
    afterEach(() => dispose());

    const turn = (key: Partial<TurnKey>, decide: (loaded: Loaded) => readonly Write[]) =>
      store.turn(
        {
          eventId: `terminal:accounts-${++events}`,
          at: NOW,
          subject: { type: 'user', id: HOME.id },
          detail: 'full',
          ...key,
        },
        (loaded) => ({ writes: decide(loaded), jobs: [] }),
      );
    const write = (...writes: readonly Write[]) => turn({}, () => writes);
    const look = async (key: Partial<TurnKey>): Promise<Loaded> => {
      const seen: Loaded[] = [];
      await turn(key, (loaded) => {
        seen.push(loaded);
        return [];
      });
      return seen[0]!;
    };
    const lookUp = async (key: Partial<AccountsKey> = {}, at = NOW): Promise<LoadedAccounts> => {
      const { accounts } = await look({ at, accounts: { self: HOME, ...key } });
      return accounts!;
    };
    const register = (id = 'into', version = 0) =>
      write(
        { type: 'updateAccount', account: anAccount({ id, version, details: DETAILS }) },
        { type: 'setPassword', accountId: id, passwordHash: 'the-hash' },
      );

    it('knows somebody by username and by address, in any case, and nobody by others', async () => {
      await register();
      for (const name of ['kim.dev', 'KIM.DEV', 'kim@example.org', ' Kim@Example.org ']) {
        expect(await store.findLoginTarget(name, AWAY.id, NOW)).toMatchObject({
          accountId: 'into',
          passwordHash: 'the-hash',
          details: DETAILS,
        });
      }
      expect(await store.findLoginTarget('kim', AWAY.id, NOW)).toMatchObject({
        accountId: null,
        passwordHash: null,
      });
      expect(await store.findOwnTarget(HOME.id, NOW)).toMatchObject({ accountId: 'into' });
      expect((await lookUp()).passwordHash).toBe('the-hash');
    });

    it('keeps the password when an account is changed', async () => {
      await register();
      await write({
        type: 'updateAccount',
        account: anAccount({ id: 'into', version: 1, details: DETAILS, locale: 'ko' }),
      });
      expect((await lookUp()).passwordHash).toBe('the-hash');
    });

    it('says which names others have, and lets two accounts have none', async () => {
      await register('from');
      expect((await lookUp({ details: { ...DETAILS, username: 'KIM.DEV', email: 'x@y.zz' } })).taken).toEqual(
        {
          username: true,
          email: false,
        },
      );
      expect((await lookUp({ details: { ...DETAILS, username: 'other' } })).taken).toEqual({
        username: false,
        email: true,
      });
      await expect(register('into')).rejects.toThrow();
      const { taken } = await lookUp({ self: AWAY, details: DETAILS });
      expect(taken).toEqual({ username: false, email: false });
    });

    it('counts what somebody has, without what was given back', async () => {
      await write(
        { type: 'insertSession', session: aSession({ id: 'a', accountId: 'into', status: 'finished' }) },
        {
          type: 'insertSession',
          session: aSession({ id: 'b', accountId: 'into', status: 'cancelled', counted: false }),
        },
      );
      expect((await lookUp()).contents).toEqual({ interviews: 1, cvs: 0 });
    });

    describe('one-time codes', () => {
      const insert = (identity: PlatformUserId | null, code = CODE, accountId = 'into'): Write => ({
        type: 'insertLinkCode',
        code,
        accountId,
        identity,
        expiresAt: NOW + 1_000,
      });

      it('lead to their account until they run out', async () => {
        await write(insert(null));
        const { other } = await lookUp({ self: AWAY, code: CODE });
        expect(other).toMatchObject({ account: { id: 'into' }, identities: [HOME] });
        expect((await lookUp({ self: AWAY, code: CODE }, NOW + 1_000)).other).toBeNull();
        expect((await lookUp({ self: AWAY, code: 'ZZZZ9999' })).other).toBeNull();
      });

      it('are used once', async () => {
        await write(insert(null));
        await write({ type: 'useLinkCode', code: CODE });
        await expect(write({ type: 'useLinkCode', code: CODE })).rejects.toThrow();
        expect((await lookUp({ self: AWAY, code: CODE })).other).toBeNull();
      });

      it('are used by one of many that come at the same moment', async () => {
        await write(insert(null));
        const used: string[] = [];
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            turn({ accounts: { self: AWAY, code: CODE } }, ({ accounts }) => {
              if (!accounts?.other) return [];
              used.push(`${index}`);
              return [{ type: 'useLinkCode', code: CODE }];
            }),
          ),
        );
        expect(used).toHaveLength(1);
      });

      it('lead nowhere for another identity than theirs, and are replaced by the next', async () => {
        await write(insert(AWAY.id));
        expect((await lookUp({ self: HOME, code: CODE })).other).toBeNull();
        expect((await lookUp({ self: AWAY, code: CODE })).other).not.toBeNull();
        await write(insert(AWAY.id, 'WXYZ6789', 'from'));
        expect((await lookUp({ self: AWAY, code: CODE })).other).toBeNull();
        await write(insert(null), insert(null, 'KMNP2345'));
        expect((await lookUp({ self: AWAY, code: CODE })).other).toBeNull();
        expect((await lookUp({ self: AWAY, code: 'KMNP2345' })).other).not.toBeNull();
      });

      it('are forgotten when they have run out', async () => {
        await write(insert(null));
        await store.clean(NOW + 1_000, 0);
        expect((await lookUp({ self: AWAY, code: CODE })).other).toBeNull();
      });
    });

    describe('failed attempts', () => {
      const failing = (before: Attempts, failures: number): Write => ({
        type: 'countAttempts',
        subject: { type: 'user', id: HOME.id },
        before,
        after: { failures, lastAt: NOW, lockedUntil: NOW + failures },
      });

      it('are counted for who acts and for what is tried, apart from each other', async () => {
        await write(failing(NO_ATTEMPTS, 1));
        await write({
          type: 'countAttempts',
          subject: { type: 'name', name: 'nobody' },
          before: NO_ATTEMPTS,
          after: { failures: 3, lastAt: NOW, lockedUntil: 0 },
        });
        const { attempts } = await lookUp({ login: { name: 'nobody', accountId: null } });
        expect(attempts.user).toEqual({ failures: 1, lastAt: NOW, lockedUntil: NOW + 1 });
        expect(attempts.account.failures).toBe(3);
        expect((await lookUp({ self: AWAY })).attempts.user).toEqual(NO_ATTEMPTS);
        expect((await store.findLoginTarget('nobody', HOME.id, NOW)).attempts).toEqual(attempts);
      });

      it('are refused when another was counted meanwhile', async () => {
        await write(failing(NO_ATTEMPTS, 1));
        const { attempts } = await lookUp();
        await write(failing(attempts.user, 2));
        await expect(write(failing(attempts.user, 2))).rejects.toThrow();
      });

      it('lose none of many that come at once', async () => {
        await Promise.all(
          Array.from({ length: 20 }, () =>
            turn({ accounts: { self: HOME } }, ({ accounts }) => {
              const before = accounts!.attempts.user;
              return [failing(before, before.failures + 1)];
            }),
          ),
        );
        expect((await lookUp()).attempts.user.failures).toBe(20);
      });

      it('are not counted after a day, are taken back, and are forgotten', async () => {
        await write(failing(NO_ATTEMPTS, 4));
        expect((await lookUp({}, NOW + DAY_MS)).attempts.user).toEqual(NO_ATTEMPTS);
        await turn({ at: NOW + DAY_MS }, () => [failing(NO_ATTEMPTS, 1)]);
        const { attempts } = await lookUp();
        expect(attempts.user.failures).toBe(1);
        await write({ ...failing(attempts.user, 0), after: NO_ATTEMPTS } as Write);
        await store.clean(NOW + 2 * DAY_MS, 0);
        expect((await lookUp()).attempts.user.failures).toBe(0);
      });
    });

    it('keeps what has to be corrected until it is dropped, or an hour has passed', async () => {
      const save = (fields: Readonly<Record<string, string>>): Write => ({
        type: 'saveDraft',
        identity: HOME.id,
        fields,
      });
      await write(save({ username: 'first' }));
      await write(save({ username: '둘째 “quoted”' }));
      expect((await lookUp()).draft).toEqual({ username: '둘째 “quoted”' });
      expect((await lookUp({ self: AWAY })).draft).toBeNull();
      await write({ type: 'dropDraft', identity: HOME.id });
      expect((await lookUp()).draft).toBeNull();
      await write(save({ username: 'again' }));
      await store.clean(NOW + DAY_MS / 24, 0);
      expect((await lookUp()).draft).toBeNull();
    });

    it('removes an identity, and shows elsewhere what was shown there', async () => {
      const away = 'terminal:away' as ConversationId;
      const home = 'terminal:home' as ConversationId;
      await write(
        { type: 'setConversation', id: AWAY.id, conversation: away },
        { type: 'insertSession', session: aSession({ id: 'a', accountId: 'from', conversation: away }) },
        { type: 'insertSession', session: aSession({ id: 'b', accountId: 'into', conversation: away }) },
        { type: 'removeIdentity', accountId: 'from', id: AWAY.id, moves: { from: away, to: home } },
      );
      expect((await look({ subject: { type: 'user', id: AWAY.id } })).account).toBeNull();
      const sessionOf = async (id: string) =>
        (await look({ subject: { type: 'session', id } })).interview?.session;
      expect(await sessionOf('a')).toMatchObject({ conversation: home, version: 1 });
      expect(await sessionOf('b')).toMatchObject({ conversation: away, version: 0 });
      await expect(
        write({ type: 'removeIdentity', accountId: 'from', id: AWAY.id, moves: null }),
      ).rejects.toThrow();
    });

    describe('that become part of another', () => {
      const merge: Write = { type: 'mergeAccount', from: FROM, into: INTO, takesPassword: false };

      it('are found by whatever was under way for them, also after a second time', async () => {
        await write({ type: 'insertAccount', account: anAccount({ id: 'third' }) }, merge);
        expect((await look({ subject: { type: 'account', id: 'from' } })).account).toMatchObject({
          id: 'into',
        });
        await write({
          type: 'mergeAccount',
          from: { ...INTO, version: 1 },
          into: anAccount({ id: 'third' }),
          takesPassword: false,
        });
        for (const id of ['from', 'into', 'third']) {
          expect((await look({ subject: { type: 'account', id } })).account).toMatchObject({ id: 'third' });
        }
        expect((await look({ subject: { type: 'user', id: AWAY.id } })).account).toMatchObject({
          id: 'third',
        });
      });

      it('have their calls to models counted for the other', async () => {
        await write(merge);
        await store.recordModelCall(aModelCall({ accountId: 'from', inputTokens: 30, outputTokens: 12 }));
        expect(await store.countTokens(0, 'into')).toBe(42);
      });

      it.each([
        ['the one that ends', FROM],
        ['the other', INTO],
      ])('are decided about anew when %s has moved on', async (_, account) => {
        await write({ type: 'updateAccount', account });
        await expect(write(merge)).rejects.toThrow();
        expect((await look({ subject: { type: 'user', id: AWAY.id } })).account).toMatchObject({
          id: 'from',
        });
      });

      it('make a turn that was decided before come again, for their interviews too', async () => {
        const session = aSession({
          id: 's',
          accountId: 'from',
          status: 'asking',
          currentInteractionId: 's.1',
        });
        const interaction = anInteraction({ id: 's.1', sessionId: 's', accountId: 'from' });
        await write({ type: 'insertSession', session }, { type: 'insertInteraction', interaction }, merge);
        await expect(write({ type: 'updateSession', session })).rejects.toThrow();
        const { interview } = await look({});
        expect(interview?.session).toMatchObject({ id: 's', accountId: 'into', version: 1 });
        expect(interview?.interactions).toMatchObject([{ accountId: 'into' }]);
      });

      it('show the interview under way, not the one that is only being graded', async () => {
        await write(
          { type: 'insertSession', session: aSession({ id: 'a', accountId: 'from', status: 'evaluating' }) },
          { type: 'insertSession', session: aSession({ id: 'b', accountId: 'into', status: 'asking' }) },
          merge,
        );
        expect((await look({})).interview?.session.id).toBe('b');
      });

      it('have given an answer one rating, and none to their own', async () => {
        const rate = (accountId: string, interactionId: string, score: number): Write => ({
          type: 'ratePeer',
          accountId,
          interactionId,
          score,
        });
        const answer = (id: string, ordinal: number, accountId: string): Write => ({
          type: 'insertInteraction',
          interaction: anInteraction({ id, sessionId: accountId, accountId, ordinal }),
        });
        await write(
          { type: 'insertAccount', account: anAccount({ id: 'third' }) },
          ...['third', 'into', 'from'].map(
            (id): Write => ({
              type: 'insertSession',
              session: aSession({
                id,
                accountId: id,
                status: 'finished',
                thread: 'terminal:thread' as ConversationId,
              }),
            }),
          ),
          ...[answer('third.1', 1, 'third'), answer('third.2', 2, 'third')],
          ...[answer('into.1', 1, 'into'), answer('from.1', 1, 'from')],
          ...[rate('from', 'third.1', 2), rate('into', 'third.1', 5), rate('from', 'third.2', 3)],
          ...[rate('from', 'into.1', 5), rate('into', 'from.1', 5)],
          merge,
        );
        const ratingsIn = async (id: string) => {
          const { interview } = await look({ subject: { type: 'session', id } });
          return interview?.interactions.map(({ peerRatings }) => peerRatings);
        };
        expect(await ratingsIn('third')).toEqual([[5], [3]]);
        expect(await ratingsIn('into')).toEqual([[]]);
        expect(await ratingsIn('from')).toEqual([[]]);
      });

      it('give a password only where they are asked to', async () => {
        await register('from');
        await write({
          type: 'mergeAccount',
          from: { ...FROM, details: DETAILS, version: 1 },
          into: { ...INTO, details: DETAILS },
          takesPassword: true,
        });
        expect(await store.findLoginTarget('kim.dev', HOME.id, NOW)).toMatchObject({
          accountId: 'into',
          passwordHash: 'the-hash',
        });
      });
    });
  });
}
