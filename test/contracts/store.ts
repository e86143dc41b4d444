import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import type { Erasure } from '../../src/accounts/erasure.ts';
import type { ConversationId, MessageId, PlatformUserId } from '../../src/chat/message.ts';
import type { Interaction, Session } from '../../src/interview/state.ts';
import type { ClaimedJob, NewJob } from '../../src/jobs/job.ts';
import type { Loaded, Store, TurnKey, Write, WriteSet } from '../../src/store/store.ts';
import { anAccount, anInteraction, aQuestion, aQuestionImport, aSession } from '../fakes/builders.ts';
import { hashForTests } from '../fakes/keyed-hash.ts';
import { describeAccounts } from './store-accounts.ts';
import { describeAdminQueries } from './store-admin.ts';

export type StoreUnderTest = { readonly store: Store; readonly dispose: () => Promise<void> };

const NOW = 1_800_000_000_000;
const USER = 'terminal:candidate' as PlatformUserId;
const HERE = 'terminal:candidate' as ConversationId;
const day = (at: number) => at - (at % (24 * 3_600_000));
const NOTHING: WriteSet = { writes: [], jobs: [] };

/** What every store promises, whatever the database. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let dispose: () => Promise<void>;
    let events = 0;

    beforeEach(async () => {
      ({ store, dispose } = await open());
    });
    afterEach(() => dispose());

    const key = (overrides: Partial<TurnKey> = {}): TurnKey => ({
      eventId: `terminal:event-${++events}`,
      at: NOW,
      subject: { type: 'user', id: USER },
      detail: 'full',
      ...overrides,
    });
    const write = (...writes: readonly Write[]) => store.turn(key(), () => ({ writes, jobs: [] }));
    const look = async (overrides: Partial<TurnKey> = {}): Promise<Loaded> => {
      let seen: Loaded | null = null;
      await store.turn(key(overrides), (loaded) => {
        seen = loaded;
        return NOTHING;
      });
      if (!seen) throw new Error('decide was not called');
      return seen;
    };
    const signUp = (account: Account = anAccount()) =>
      write(
        { type: 'insertAccount', account },
        { type: 'insertIdentity', id: USER, accountId: account.id, name: 'Candidate', conversation: HERE },
      );
    const begin = async (session: Session, ...interactions: readonly Interaction[]) => {
      await signUp();
      await write(
        { type: 'insertSession', session },
        ...interactions.map((interaction): Write => ({ type: 'insertInteraction', interaction })),
      );
    };

    describe('turns', () => {
      it('knows nobody at first and everybody who was written', async () => {
        expect((await look()).account).toBeNull();
        const account = anAccount({
          locale: 'ko',
          consentAt: NOW,
          consentProviders: ['OpenAI', 'Example “quoted”'],
          pendingCv: { ref: '/tmp/이력서.pdf', name: '이력서.pdf', bytes: 12 },
        });
        await signUp(account);
        expect((await look()).account).toEqual(account);
      });

      it('handles an event once, however often it comes', async () => {
        const again = key({ eventId: 'terminal:same' });
        let decided = 0;
        const decide = () => {
          decided += 1;
          return { writes: [], jobs: [send('once')] };
        };
        expect(await store.turn(again, decide)).toBe('done');
        expect(await store.turn(again, decide)).toBe('duplicate');
        expect(decided).toBe(1);
        expect(await claimTexts()).toEqual(['once']);
      });

      it('handles an event once when it comes many times at the same moment', async () => {
        const again = key({ eventId: 'terminal:same' });
        const results = await Promise.all(
          Array.from({ length: 20 }, () => store.turn(again, () => ({ writes: [], jobs: [send('once')] }))),
        );
        expect(results.filter((result) => result === 'done')).toHaveLength(1);
        expect(await claimTexts()).toEqual(['once']);
      });

      it('applies a write set whole or not at all', async () => {
        await signUp();
        const failing = store.turn(key({ eventId: 'terminal:fails' }), () => ({
          writes: [
            { type: 'insertSession', session: aSession() },
            { type: 'insertSession', session: aSession() },
          ],
          jobs: [send('never')],
        }));
        await expect(failing).rejects.toThrow();
        expect((await look()).interview).toBeNull();
        expect(await claimTexts()).toEqual([]);
        expect(await store.turn(key({ eventId: 'terminal:fails' }), () => NOTHING)).toBe('done');
      });

      it('lets one turn of a batch fail alone', async () => {
        await signUp();
        const results = await Promise.allSettled(
          Array.from({ length: 30 }, (_, index) =>
            store.turn(key(), () => {
              if (index === 7) throw new Error('this one');
              return { writes: [], jobs: [send(`${index}`)] };
            }),
          ),
        );
        expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
        expect(results[7]?.status).toBe('rejected');
        expect((await store.claim('talk', 100, NOW, 1000)).length).toBe(1);
        expect(await store.countOutstanding(HERE, ['send'], NOW)).toBe(29);
      });

      it('decides again when an account has moved on since it was loaded', async () => {
        await signUp();
        await write({ type: 'updateAccount', account: anAccount({ locale: 'ko', version: 0 }) });
        await expect(
          write({ type: 'updateAccount', account: anAccount({ locale: 'en', version: 0 }) }),
        ).rejects.toThrow();
        expect((await look()).account).toMatchObject({ locale: 'ko', version: 1 });
      });

      it('loses no update of many that come at once', async () => {
        await begin(aSession());
        await Promise.all(
          Array.from({ length: 50 }, () =>
            store.turn(key(), ({ interview }) => {
              if (!interview) throw new Error('no interview');
              const { session } = interview;
              return {
                writes: [{ type: 'updateSession', session: { ...session, asked: session.asked + 1 } }],
                jobs: [],
              };
            }),
          ),
        );
        expect((await look()).interview?.session).toMatchObject({ asked: 50, version: 50 });
      });
    });

    describe('interviews', () => {
      it('gives back what was written, every field', async () => {
        const session = aSession({
          topic: 'caching',
          overall: { score: 3.4, estimate: true, scored: 2, questions: 3 },
        });
        const interaction = anInteraction({
          parts: [{ messageId: 'm1' as MessageId, text: 'Zeile\n"둘" \\ \u{1f600}' }],
          lastPartAt: NOW,
        });
        await begin(session, interaction);
        expect((await look()).interview).toEqual({ session, interactions: [interaction] });
      });

      it('shows only the open question to a part of an answer', async () => {
        const first = anInteraction({ id: 'session-1.1', ordinal: 1, status: 'answered' });
        const second = anInteraction({ id: 'session-1.2', ordinal: 2 });
        await begin(aSession({ status: 'asking', currentInteractionId: second.id, asked: 2 }), first, second);
        const loaded = await look({ detail: 'part' });
        expect(loaded.interview?.interactions.map(({ id }) => id)).toEqual(['session-1.2']);
        expect(loaded.past).toEqual([]);
      });

      it('finds an interview by its id after it is over, but does not call it open', async () => {
        await begin(aSession({ status: 'finished', finishedAt: NOW }));
        expect((await look()).interview).toBeNull();
        const named = await look({ subject: { type: 'session', id: 'session-1' }, detail: 'interview' });
        expect(named.interview?.session.status).toBe('finished');
        expect(named.account?.id).toBe('account-1');
      });

      it('finds the past answer that a changed message is part of, and only that', async () => {
        const part = (id: string) => [{ messageId: id as MessageId, text: 'An answer.' }];
        const past = anInteraction({
          id: 'session-1.1',
          parts: part('past "1"_%'),
          lastPartAt: NOW,
          status: 'skipped',
        });
        await begin(aSession({ status: 'finished' }), past);
        const open = anInteraction({
          id: 'session-2.1',
          sessionId: 'session-2',
          parts: part('open'),
          lastPartAt: NOW,
        });
        await write(
          { type: 'insertSession', session: aSession({ id: 'session-2', status: 'asking' }) },
          { type: 'insertInteraction', interaction: open },
        );
        const found = async (id: string) =>
          (await look({ detail: 'interview', changedMessage: id as MessageId })).pastAnswer;
        expect(await found('past "1"_%')).toEqual(past);
        expect(await found('past')).toBeNull();
        expect(await found('open')).toBeNull();
        expect((await look({ detail: 'interview' })).pastAnswer).toBeNull();
      });

      it('says which services an account has agreed to, to whoever grades for it or reads its CV', async () => {
        await signUp(anAccount({ consentAt: NOW, consentProviders: ['First AI', 'Second AI'] }));
        await write(
          {
            type: 'insertCv',
            accountId: 'account-1',
            cv: {
              id: 'cv-1',
              sha256: 's',
              fileName: 'cv.pdf',
              pages: 1,
              text: 'Text',
              uploadedAt: NOW,
              expiresAt: NOW + 1,
            },
          },
          { type: 'insertSession', session: aSession({ cvId: 'cv-1', position: 'be', status: 'asking' }) },
          { type: 'insertInteraction', interaction: anInteraction({ disputedAt: NOW }) },
        );
        const agreedTo = ['First AI', 'Second AI'];
        expect(await store.readGradingInput(anInteraction().id)).toMatchObject({ agreedTo, disputed: true });
        expect(await store.readCvForQuestions('session-1')).toMatchObject({ agreedTo });
      });

      it('counts the quota and what was given back today', async () => {
        await begin(aSession({ status: 'finished', counted: true }));
        await write(
          {
            type: 'insertSession',
            session: aSession({ id: 'b', status: 'cancelled', counted: false, finishedAt: NOW }),
          },
          {
            type: 'insertSession',
            session: aSession({
              id: 'c',
              status: 'cancelled',
              counted: false,
              finishedAt: NOW - 48 * 3_600_000,
            }),
          },
          { type: 'insertSession', session: aSession({ id: 'd', status: 'asking', counted: true }) },
        );
        const { spent, givenBackToday } = (await look()).quota;
        expect(spent.map(({ id }) => id).sort()).toEqual(['d', 'session-1']);
        expect(givenBackToday).toEqual([{ id: 'b', at: NOW, carried: false }]);
      });

      it('remembers which questions were asked, over all interviews', async () => {
        await begin(
          aSession({ status: 'finished' }),
          anInteraction({ questionId: 'be-caching-001', topic: 'caching' }),
        );
        expect((await look()).past).toEqual([
          { questionId: 'be-caching-001', topic: 'caching', score: null },
        ]);
      });

      it('lists finished interviews, newest first, and gives one in full', async () => {
        await begin(aSession({ status: 'finished', startedAt: NOW - 10 }), anInteraction());
        await write({
          type: 'insertSession',
          session: aSession({ id: 'newer', status: 'finished', startedAt: NOW }),
        });
        const { history, report } = await look({ history: true, report: 2 });
        expect(history.map(({ id }) => id)).toEqual(['newer', 'session-1']);
        expect(report?.interactions).toHaveLength(1);
        expect((await look({ report: 3 })).report).toBeNull();
      });
    });

    describe('quota', () => {
      const grant = {
        id: 'grant-1',
        count: 3,
        grantedAt: NOW,
        expiresAt: NOW + 1000,
        grantedBy: 'terminal:admin' as PlatformUserId,
        reason: 'won a “hackathon”',
      };

      it('gives back a grant as it was given', async () => {
        await signUp();
        await write({ type: 'grantQuota', accountId: 'account-1', grant });
        await write({
          type: 'grantQuota',
          accountId: 'account-1',
          grant: { ...grant, id: 'grant-2', grantedAt: NOW + 1, expiresAt: null },
        });
        expect((await look()).quota.grants).toEqual([
          grant,
          { ...grant, id: 'grant-2', grantedAt: NOW + 1, expiresAt: null },
        ]);
      });

      it('refuses a grant to nobody', async () => {
        await expect(write({ type: 'grantQuota', accountId: 'nobody', grant })).rejects.toThrow();
      });

      it('keeps what an identity has used after it is gone, by day and without its name', async () => {
        const started = NOW + 5 * 3_600_000;
        await write({
          type: 'keepSpentQuota',
          identities: [USER],
          spent: [{ id: 'session-1', at: started, carried: false }],
          givenBack: [{ id: 'session-2', at: started, carried: false }],
        });
        const { account, quota } = await look({ at: started });
        expect(account).toBeNull();
        expect(quota.spent).toEqual([
          { id: expect.stringMatching(/^[0-9a-f]{64}$/), at: day(started), carried: true },
        ]);
        expect(quota.givenBackToday).toHaveLength(1);
        expect((await look({ at: started + 24 * 3_600_000 })).quota.givenBackToday).toEqual([]);
      });

      it('counts an interview once, whoever it was kept for and wherever it still stands', async () => {
        const other = 'slack:T1/U1' as PlatformUserId;
        await begin(aSession({ status: 'finished' }));
        const { spent } = (await look()).quota;
        const keep: Write = { type: 'keepSpentQuota', identities: [USER, other], spent, givenBack: [] };
        await write(keep, keep);
        expect((await look()).quota.spent).toEqual(spent);
        expect((await look({ subject: { type: 'user', id: other } })).quota.spent).toHaveLength(1);
        await write({
          type: 'insertIdentity',
          id: other,
          accountId: 'account-1',
          name: 'Candidate',
          conversation: HERE,
        });
        expect((await look()).quota.spent).toEqual(spent);
      });

      it('keeps on what was carried over before', async () => {
        const other = 'slack:T1/U1' as PlatformUserId;
        const spent = [{ id: 'session-1', at: NOW, carried: false }];
        await write({ type: 'keepSpentQuota', identities: [USER], spent, givenBack: [] });
        const carried = (await look()).quota.spent;
        await write({ type: 'keepSpentQuota', identities: [USER, other], spent: carried, givenBack: [] });
        expect((await look()).quota.spent).toEqual(carried);
        expect((await look({ subject: { type: 'user', id: other } })).quota.spent).toEqual(carried);
      });
    });

    describe('erasing', () => {
      const cv = {
        id: 'cv-1',
        sha256: 'abc',
        fileName: 'cv.pdf',
        pages: 1,
        uploadedAt: NOW,
        text: 'text',
        expiresAt: NOW + 1000,
      };
      const call = {
        id: 'call-1',
        at: NOW,
        accountId: 'account-1',
        provider: 'Example AI',
        model: 'example-1',
        purpose: 'grade_cv' as const,
        promptVersion: '1',
        latencyMs: 900,
        firstByteMs: 100,
        inputTokens: 10,
        outputTokens: 20,
        costMicros: 3,
        outcome: 'ok' as const,
        errorCode: null,
      };
      const cvQuestion = {
        id: 'q1',
        cvId: 'cv-1',
        position: 'be' as const,
        locale: 'en' as const,
        source: 'model' as const,
        question: 'Which?',
        quote: 'text',
      };
      const fill = async () => {
        await begin(aSession(), anInteraction());
        await write(
          { type: 'insertCv', accountId: 'account-1', cv },
          { type: 'insertCvQuestions', questions: [cvQuestion] },
        );
        await store.recordModelCall(call);
      };
      const erase = async () => {
        const { account } = await look();
        if (account) await write({ type: 'eraseAccount', account });
      };

      it('gives all that is stored about somebody', async () => {
        await fill();
        expect(await store.readPersonalData('account-1')).toEqual({
          account: anAccount(),
          identities: [{ id: USER, name: 'Candidate', conversation: HERE, since: NOW }],
          cvs: [
            {
              ...cv,
              questions: [
                {
                  position: 'be',
                  locale: 'en',
                  source: 'model',
                  question: 'Which?',
                  quote: 'text',
                  createdAt: NOW,
                  usedAt: null,
                },
              ],
            },
          ],
          interviews: [{ session: aSession(), interactions: [anInteraction()] }],
          modelCalls: [call],
          ratingsGiven: [],
          audit: [],
          quota: {
            spent: [{ id: 'session-1', at: NOW, carried: false }],
            givenBackToday: [],
            grants: [],
          },
        });
        expect((await look({ person: true })).person).toEqual({
          identities: [{ id: USER, name: 'Candidate', conversation: HERE, since: NOW }],
          interviews: 1,
        });
        expect(await store.readPersonalData('nobody')).toBeNull();
      });

      it('leaves nothing of an account, and the figures of its model calls without it', async () => {
        await fill();
        await erase();
        expect(await look()).toMatchObject({ account: null, interview: null, cvs: [], past: [] });
        expect(await store.readPersonalData('account-1')).toBeNull();
        expect(await store.readGradingInput('session-1.1')).toBeNull();
        expect(await store.readModelCalls(0)).toEqual([{ ...call, accountId: null }]);
      });

      it('takes its jobs along, also one that is being done, and what was sent', async () => {
        await fill();
        const own = (text: string): NewJob => ({ ...send(text), accountId: 'account-1' });
        await store.enqueue([own('sent')]);
        const [sent] = await store.claim('talk', 1, NOW, 1000);
        await store.complete(sent as ClaimedJob, { conversation: HERE, key: 'summary', ref: 'ref' as never });
        await store.enqueue([own('under way'), own('waiting'), send('not theirs', 'terminal:other')]);
        const [underWay] = await store.claim('talk', 1, NOW, 1000);
        await erase();
        expect(await store.complete(underWay as ClaimedJob)).toBe(false);
        expect(await claimTexts()).toEqual(['not theirs']);
        expect(await store.findSent(HERE, 'summary')).toBeNull();
      });

      it('leaves the grants that somebody gave, without their name', async () => {
        await signUp();
        const other = 'terminal:other' as PlatformUserId;
        const grant = { id: 'g', count: 1, grantedAt: NOW, expiresAt: null, grantedBy: USER, reason: 'why' };
        await write(
          { type: 'insertAccount', account: anAccount({ id: 'account-2' }) },
          { type: 'insertIdentity', id: other, accountId: 'account-2', name: 'Other' },
          { type: 'grantQuota', accountId: 'account-2', grant },
        );
        await erase();
        const { quota } = await look({ subject: { type: 'user', id: other } });
        expect(quota.grants).toEqual([{ ...grant, grantedBy: '' }]);
      });

      it('is refused when the account has moved on', async () => {
        await signUp();
        await write({ type: 'updateAccount', account: anAccount({ version: 0 }) });
        await expect(write({ type: 'eraseAccount', account: anAccount({ version: 0 }) })).rejects.toThrow();
        expect((await look()).account).not.toBeNull();
      });

      it('stores what has to be done afterwards, in keyed hashes', async () => {
        await fill();
        await erase();
        const [job] = await store.claim('timer', 10, NOW, 1000);
        expect(job?.spec).toMatchObject({
          kind: 'finish_erasure',
          erasure: {
            at: NOW,
            accounts: [hashForTests('erasure', 'account-1')],
            identities: [hashForTests('erasure', USER)],
          },
        });
        expect(JSON.stringify(job)).not.toMatch(/account-1|candidate/i);
        await store.scrub();
      });
    });

    describe('erasing again', () => {
      const RULE = { limit: 5, renews: 'never' } as const;
      const hashes = (...ids: readonly string[]) => ids.map((id) => hashForTests('erasure', id));
      const erasure = (overrides: Partial<Erasure>): Erasure => ({
        id: 'erasure-1',
        at: NOW,
        key: hashForTests('key', '').slice(0, 8),
        accounts: [],
        identities: [],
        ...overrides,
      });
      const OTHER = 'slack:T1/U1' as PlatformUserId;
      const link = () =>
        write({ type: 'insertIdentity', id: OTHER, accountId: 'account-1', name: 'Candidate' });

      it('erases an account that was erased after the backup, once, and keeps what it had used', async () => {
        await begin(aSession({ status: 'finished' }));
        const list = [erasure({ accounts: hashes('account-1'), identities: hashes(USER) })];
        expect(await store.eraseAgain(list, RULE)).toEqual({ accounts: 1, identities: 0, unreadable: 0 });
        const { account, quota } = await look();
        expect(account).toBeNull();
        expect(quota.spent).toHaveLength(1);
        await signUp();
        expect(await store.eraseAgain(list, RULE)).toEqual({ accounts: 0, identities: 0, unreadable: 0 });
        expect((await look()).account).not.toBeNull();
      });

      it('erases an account that had become part of an erased one', async () => {
        await signUp();
        const list = [erasure({ accounts: hashes('another'), identities: hashes(USER, OTHER) })];
        expect(await store.eraseAgain(list, RULE)).toMatchObject({ accounts: 1 });
        expect((await look()).account).toBeNull();
      });

      it('takes only the identity when the rest of the account was not erased', async () => {
        await signUp();
        await link();
        const list = [erasure({ accounts: hashes('another'), identities: hashes(OTHER) })];
        expect(await store.eraseAgain(list, RULE)).toMatchObject({ accounts: 0, identities: 1 });
        expect((await look()).account).not.toBeNull();
        expect((await look({ subject: { type: 'user', id: OTHER } })).account).toBeNull();
      });

      it('leaves alone who came back after they were erased, and everybody else', async () => {
        await signUp();
        const list = [erasure({ at: NOW - 1, accounts: hashes('another'), identities: hashes(USER) })];
        expect(await store.eraseAgain(list, RULE)).toEqual({ accounts: 0, identities: 0, unreadable: 0 });
        expect((await look()).account).not.toBeNull();
      });

      it('does nothing to the database in which the erasure happened', async () => {
        await signUp();
        const { account } = await look();
        if (account) await write({ type: 'eraseAccount', account });
        const [job] = await store.claim('timer', 10, NOW, 1000);
        if (job?.spec.kind !== 'finish_erasure') throw new Error('nothing to list');
        await signUp();
        expect(await store.eraseAgain([job.spec.erasure], RULE)).toMatchObject({ accounts: 0 });
        expect((await look()).account).not.toBeNull();
      });

      it('says when it cannot tell whom an erasure was about', async () => {
        const list = [erasure({ key: 'another', accounts: hashes('account-1') })];
        expect(await store.eraseAgain(list, RULE)).toMatchObject({ unreadable: 0 });
        await signUp();
        expect(await store.eraseAgain(list, RULE)).toMatchObject({ accounts: 0, unreadable: 1 });
        expect((await look()).account).not.toBeNull();
      });
    });

    describe('CVs', () => {
      const cv = (id: string, expiresAt = NOW + 1000) => ({
        id,
        sha256: id,
        fileName: `${id}.pdf`,
        pages: 2,
        uploadedAt: NOW,
        text: `Text of ${id}`,
        expiresAt,
      });
      const question = (id: string, cvId: string) => ({
        id,
        cvId,
        position: 'be' as const,
        locale: 'en' as const,
        source: 'model' as const,
        question: `Question ${id}`,
        quote: 'Text of',
      });

      it('keeps questions with their CV and forgets them with it', async () => {
        await signUp();
        await write(
          { type: 'insertCv', accountId: 'account-1', cv: cv('cv-1') },
          { type: 'insertSession', session: aSession({ cvId: 'cv-1', position: 'be', status: 'asking' }) },
          { type: 'insertCvQuestions', questions: [question('q1', 'cv-1'), question('q2', 'cv-1')] },
        );
        await write({ type: 'useCvQuestion', questionId: 'q1' });
        expect((await look()).cvQuestions.map(({ id }) => id)).toEqual(['q2']);
        expect(await store.readCvForQuestions('session-1')).toMatchObject({
          cvText: 'Text of cv-1',
          made: [
            { question: 'Question q1', quote: 'Text of' },
            { question: 'Question q2', quote: 'Text of' },
          ],
          unused: 1,
        });
        await write({ type: 'deleteCv', accountId: 'account-1', cvId: 'cv-1' });
        expect(await look()).toMatchObject({ cvs: [], cvQuestions: [] });
        expect(await store.readCvForQuestions('session-1')).toBeNull();
      });

      it('does not delete the CV of another account', async () => {
        await signUp();
        await write({ type: 'insertCv', accountId: 'account-1', cv: cv('cv-1') });
        await write({ type: 'deleteCv', accountId: 'account-2', cvId: 'cv-1' });
        expect((await look()).cvs).toHaveLength(1);
      });

      it('hides an expired CV at once and removes it when cleaning', async () => {
        await signUp();
        await write({ type: 'insertCv', accountId: 'account-1', cv: cv('old', NOW) });
        expect((await look()).cvs).toEqual([]);
        await store.clean(NOW, 0);
        expect((await look({ at: NOW - 1 })).cvs).toEqual([]);
      });

      it('takes the passage out of questions that were asked, and leaves the questions', async () => {
        const asked = { ...anInteraction().asked, question: 'Why?', quote: 'Text of cv-1' };
        await signUp();
        await write(
          { type: 'insertCv', accountId: 'account-1', cv: cv('cv-1', NOW) },
          { type: 'insertSession', session: aSession({ cvId: 'cv-1', status: 'asking' }) },
          { type: 'insertInteraction', interaction: anInteraction({ kind: 'cv', asked }) },
        );
        const seen = async () => (await store.readPersonalData('account-1'))?.interviews[0];
        await store.clean(NOW, 0);
        expect((await seen())?.interactions[0]?.asked.quote).toBe('Text of cv-1');
        const { interview } = await look();
        if (!interview) throw new Error('no interview');
        await write({ type: 'updateSession', session: { ...interview.session, status: 'finished' } });
        await store.clean(NOW, 0);
        expect((await seen())?.interactions[0]?.asked).toEqual({ ...asked, quote: null });
        expect((await store.readPersonalData('account-1'))?.cvs).toEqual([]);
      });

      it('drops what nobody was there to take when it is old', async () => {
        await store.enqueue([send('never wanted', 'terminal:gone', NOW + 1_000_000)]);
        await store.clean(NOW, Number.MAX_SAFE_INTEGER);
        expect(await store.nextDue('talk')).toBeNull();
      });

      it('reads the text only when the next question needs it', async () => {
        await signUp();
        await write(
          { type: 'insertCv', accountId: 'account-1', cv: cv('cv-1') },
          {
            type: 'insertSession',
            session: aSession({ cvId: 'cv-1', position: 'be', status: 'asking', asked: 1 }),
          },
        );
        expect((await look()).cvText).toBeNull();
        const { interview } = await look();
        if (!interview) throw new Error('no interview');
        await write({ type: 'updateSession', session: { ...interview.session, asked: 2 } });
        expect((await look()).cvText).toBe('Text of cv-1');
      });
    });

    describe('jobs', () => {
      it('come in the order of their lane, one at a time', async () => {
        await store.enqueue([send('first'), send('second'), send('elsewhere', 'terminal:other')]);
        const taken = await store.claim('talk', 10, NOW, 1000);
        expect(taken.map(textOf)).toEqual(['first', 'elsewhere']);
        expect(await store.claim('talk', 10, NOW, 1000)).toEqual([]);
        await store.complete(taken[0] as ClaimedJob);
        expect((await store.claim('talk', 10, NOW, 1000)).map(textOf)).toEqual(['second']);
      });

      it('wait for their time', async () => {
        await store.enqueue([send('later', HERE, NOW + 50)]);
        expect(await store.nextDue('talk')).toBe(NOW + 50);
        expect(await store.claim('talk', 10, NOW + 49, 1000)).toEqual([]);
        expect(await store.claim('talk', 10, NOW + 50, 1000)).toHaveLength(1);
      });

      it('a job that backs off holds back its own lane only', async () => {
        await store.enqueue([send('fails'), send('behind'), send('elsewhere', 'terminal:other')]);
        const [job] = await store.claim('talk', 1, NOW, 1000);
        expect(await store.retry(job as ClaimedJob, NOW + 500, 'not now', true)).toBe(true);
        expect((await store.claim('talk', 10, NOW, 1000)).map(textOf)).toEqual(['elsewhere']);
        const [again] = await store.claim('talk', 10, NOW + 500, 1000);
        expect(again).toMatchObject({ attempt: 2 });
      });

      it('does not count an attempt that was not the job’s fault', async () => {
        await store.enqueue([send('patient')]);
        const [job] = await store.claim('talk', 1, NOW, 1000);
        await store.retry(job as ClaimedJob, NOW, 'stopped', false);
        expect((await store.claim('talk', 1, NOW, 1000))[0]).toMatchObject({ attempt: 1 });
      });

      it('gives up what waits to be delivered to conversations that are gone, and nothing else', async () => {
        await store.enqueue([
          send('gone', 'slack:T1:direct:U1'),
          send('other team', 'slack:T12:direct:U1'),
          send('elsewhere'),
        ]);
        await write({ type: 'giveUpDeliveries', conversationsBeginWith: 'slack:T1:', reason: 'removed' });
        const left = await store.claim('talk', 10, NOW, 1000);
        expect(left.map(textOf)).toEqual(['other team', 'elsewhere']);
      });

      it('a dead letter no longer holds back its lane', async () => {
        await store.enqueue([send('dead'), send('behind')]);
        const [job] = await store.claim('talk', 1, NOW, 1000);
        await store.fail(job as ClaimedJob, 'refused');
        expect((await store.claim('talk', 10, NOW, 1000)).map(textOf)).toEqual(['behind']);
      });

      it('that were put back for a reason are brought forward where it no longer holds', async () => {
        await store.enqueue([
          send('here'),
          send('elsewhere', 'terminal:other'),
          send('later', HERE, NOW + 5),
        ]);
        for (const job of await store.claim('talk', 2, NOW, 1000))
          await store.retry(job, NOW + 3_600_000, 'nobody there', false);
        expect([...(await store.readPutBack('nobody there'))].sort()).toEqual([HERE, 'terminal:other']);
        await store.bringForward([HERE], 'nobody there', NOW + 1);
        expect((await store.claim('talk', 10, NOW + 1, 1000)).map(textOf)).toEqual(['here']);
      });

      it('are due as late as before when the clock was set back', async () => {
        await store.enqueue([
          send('in a minute', HERE, NOW + 60_000),
          send('soon', 'terminal:other', NOW + 5_000),
        ]);
        const hourAgo = NOW - 3_600_000;
        await store.followClock(hourAgo);
        expect((await store.claim('talk', 10, hourAgo + 4_999, 1)).map(textOf)).toEqual([]);
        expect((await store.claim('talk', 10, hourAgo + 5_000, 1)).map(textOf)).toEqual(['soon']);
        await store.followClock(hourAgo + 5_000);
        expect((await store.claim('talk', 1, hourAgo + 60_000, 1)).length).toBe(1);
      });

      it('come again when the lease runs out, and who lost it changes nothing', async () => {
        await store.enqueue([send('slow')]);
        const [lost] = await store.claim('talk', 1, NOW, 1000);
        const [taken] = await store.claim('talk', 1, NOW + 1000, 1000);
        expect(textOf(taken as ClaimedJob)).toBe('slow');
        expect(await store.complete(lost as ClaimedJob)).toBe(false);
        expect(await store.retry(lost as ClaimedJob, NOW, 'late', true)).toBe(false);
        expect(await store.fail(lost as ClaimedJob, 'late')).toBe(false);
        expect(
          await store.turn(key({ eventId: null, completes: lost as ClaimedJob }), () => ({
            writes: [],
            jobs: [send('never')],
          })),
        ).toBe('duplicate');
        expect(await store.complete(taken as ClaimedJob)).toBe(true);
      });

      it('stay leased when the lease is renewed', async () => {
        await store.enqueue([send('slow')]);
        const held = await store.claim('talk', 1, NOW, 1000);
        await store.renew(held, NOW + 5000);
        expect(await store.claim('talk', 1, NOW + 4999, 1000)).toEqual([]);
      });

      it('are freed when the process that held them is dead', async () => {
        await store.enqueue([send('orphan')]);
        await store.claim('talk', 1, NOW, 60_000);
        expect(await store.releaseDead(() => false, NOW)).toBe(1);
        expect((await store.claim('talk', 1, NOW, 1000)).map(textOf)).toEqual(['orphan']);
      });

      it('completes with the outcome in one turn', async () => {
        await store.enqueue([send('work')]);
        const [job] = await store.claim('talk', 1, NOW, 1000);
        await store.turn(key({ eventId: null, completes: job as ClaimedJob }), () => ({
          writes: [],
          jobs: [send('result')],
        }));
        expect(await claimTexts()).toEqual(['result']);
      });

      it('remembers a sent message under its name, the latest one', async () => {
        for (const ref of ['ref-1', 'ref-2']) {
          await store.enqueue([send('evaluation')]);
          const [job] = await store.claim('talk', 1, NOW, 1000);
          await store.complete(job as ClaimedJob, { conversation: HERE, key: 'summary', ref: ref as never });
        }
        expect(await store.findSent(HERE, 'summary')).toBe('ref-2');
        expect(await store.findSent(HERE, 'other')).toBeNull();
      });

      it('has the recurring clean-up once', async () => {
        await store.ensureHousekeeping(NOW);
        await store.ensureHousekeeping(NOW);
        expect(await store.claim('timer', 10, NOW, 1000)).toHaveLength(1);
      });
    });

    describe('questions', () => {
      it('loads seeds by id: new ones in, changed ones in place, vanished ones out', async () => {
        await store.applySeeds('one', [aQuestion({ id: 'a' }), aQuestion({ id: 'b' })], []);
        await store.applySeeds(
          'two',
          [aQuestion({ id: 'a', question: 'Reworded?' }), aQuestion({ id: 'c' })],
          [],
        );
        const { questions } = await store.readQuestions();
        expect(questions.map(({ id, question }) => [id, question])).toEqual([
          ['a', 'Reworded?'],
          ['c', aQuestion().question],
        ]);
        expect(await store.readSeedDigest()).toBe('two');
      });

      it('adds an import once and keeps it when seeds change', async () => {
        const imported = aQuestion({ id: 'import-1', source: 'import', keyPointsDerived: true });
        expect(await store.addQuestions([imported], aQuestionImport({ id: 'one' }))).toBe(1);
        expect(await store.addQuestions([imported], aQuestionImport({ id: 'two' }))).toBe(0);
        await store.applySeeds('one', [aQuestion({ id: 'a' })], []);
        expect((await store.readQuestions()).questions).toEqual([aQuestion({ id: 'a' }), imported]);
      });
    });

    describeAccounts(open);
    describeAdminQueries(open);

    const claimTexts = async () => (await store.claim('talk', 100, NOW, 1000)).map(textOf);
  });
}

function send(text: string, conversation: string = HERE, runAt = NOW): NewJob {
  return { spec: { kind: 'send', conversation: conversation as ConversationId, message: { text } }, runAt };
}

function textOf({ spec }: ClaimedJob): string | undefined {
  return spec.kind === 'send' ? spec.message.text : undefined;
}
