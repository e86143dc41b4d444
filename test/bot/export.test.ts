import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformUserId } from '../../src/chat/message.ts';
import { type ExportDocument, exportSchema } from '../../src/privacy/export-schema.ts';
import { goodReply } from '../fakes/fake-grader.ts';
import { PLANTED, plant } from '../fakes/planted.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

type TestBot = Awaited<ReturnType<typeof createTestBot>>;
type User = ReturnType<TestBot['user']>;

const NOW = 1_800_000_000_000;

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

const filesOf = (user: User) => user.messages().flatMap(({ files = [] }) => files);

async function exported(user: User): Promise<ExportDocument> {
  await user.say('export');
  const file = filesOf(user).at(-1);
  if (!file) throw new Error('Nothing was exported.');
  return exportSchema.parse(JSON.parse(file.content));
}

describe('export', () => {
  it('gives everything, in the documented form', async () => {
    await bot.dispose();
    const model = createScriptedModel(goodReply, 'Example AI');
    bot = await createTestBot({ model, second: createScriptedModel(goodReply, 'Second AI') });
    const user = await plant(bot);
    await user.press('I disagree with grade 1');
    await bot.settleModel(user.conversation);
    await bot.store.recordModelCall({
      id: 'call-1',
      at: NOW,
      accountId: (await exported(user)).account.id,
      provider: 'Example AI',
      model: 'example-1',
      purpose: 'grade_technical',
      promptVersion: '1',
      latencyMs: 900,
      firstByteMs: null,
      inputTokens: 10,
      outputTokens: 20,
      costMicros: null,
      outcome: 'ok',
      errorCode: null,
    });
    const data = await exported(user);
    expect(data.account).toMatchObject({
      language: 'en',
      consent: { services: ['Example AI', 'Second AI'] },
    });
    expect(data.identities).toEqual([
      {
        id: 'fake:planted-person',
        name: 'planted-person',
        conversation: 'fake:planted-person',
        since: '2027-01-15T08:00:00.000Z',
      },
    ]);
    expect(data.quota).toMatchObject({ limit: 5, left: 4, grants: [], usedBeforeErasure: [] });
    expect(data.cvs).toHaveLength(1);
    expect(data.cvs[0]).toMatchObject({ fileName: PLANTED.file, pages: 2 });
    expect(data.cvs[0]?.text.replace(/\s+/g, ' ')).toContain(PLANTED.cv);
    expect(data.cvs[0]?.questions).toHaveLength(5);
    const [interview] = data.interviews;
    expect(interview).toMatchObject({ status: 'finished', position: 'be', countsTowardsQuota: true });
    expect(interview?.questions.map(({ kind }) => kind)).toEqual(['technical', 'behavioural', 'cv']);
    expect(interview?.questions.map(({ answer }) => answer.map(({ text }) => text))).toEqual(
      PLANTED.answers.map((answer) => [answer]),
    );
    expect(interview?.questions[0]?.grade?.source.provider).toBeTruthy();
    expect(interview?.questions[0]?.disputedAt).toBe('2027-01-15T08:00:00.000Z');
    expect(data.modelCalls).toMatchObject([{ provider: 'Example AI', latencyMs: 900 }]);
  });

  it('has grants with their reasons, but not who gave them', async () => {
    const user = bot.user('candidate');
    await user.say('hi');
    const subject = { type: 'user', id: 'fake:candidate' as PlatformUserId } as const;
    const grantedBy = 'fake:the-admin' as PlatformUserId;
    const grant = { id: 'g', count: 2, grantedAt: NOW, expiresAt: null, grantedBy, reason: 'asked nicely' };
    await bot.store.turn({ eventId: 'grant', at: NOW, subject, detail: 'part' }, ({ account }) => ({
      writes: account ? [{ type: 'grantQuota', accountId: account.id, grant }] : [],
      jobs: [],
    }));
    expect((await exported(user)).quota.grants).toMatchObject([{ count: 2, reason: 'asked nicely' }]);
    expect(filesOf(user).at(-1)?.content).not.toContain('the-admin');
  });

  it('comes with a word of warning, in the language that is spoken', async () => {
    const user = bot.user('candidate', 'ko');
    await user.say('안녕하세요');
    const [message] = await user.say('내 데이터');
    expect(message?.text).toContain('다른 사람에게 보이지 않게 보관해 주세요');
    expect(message?.files?.[0]).toMatchObject({
      name: 'chat-your-interview-2027-01-15.json',
      alt: expect.stringContaining('JSON'),
    });
  });

  it('has nothing in it of anybody else', async () => {
    await plant(bot);
    const other = bot.user('somebody-else');
    await other.say('start');
    await exported(other);
    const { content = '' } = filesOf(other).at(-1) ?? {};
    for (const word of [PLANTED.user, PLANTED.cv, 'PLANTED-ONE']) expect(content).not.toContain(word);
  });

  it.each(['export:account-1', 'export:fake:planted-person', 'export:'])(
    'cannot be had of others by %j',
    async (forged) => {
      const victim = bot.user(PLANTED.user);
      await victim.say('hi');
      const attacker = bot.user('attacker');
      await attacker.say('hi');
      await attacker.choose(forged);
      await attacker.command('export', { account: 'fake:planted-person', user: 'fake:planted-person' });
      expect(JSON.stringify(filesOf(attacker))).not.toContain(PLANTED.user);
      expect(filesOf(victim)).toEqual([]);
    },
  );

  it('carries hostile names as they are, and makes no file name of them', async () => {
    const hostile = '../../=HYPERLINK("http://x")\r\n\u202e@SUM(1)';
    const user = bot.user(hostile);
    await user.say('start');
    await user.press('Yes');
    await user.upload(`${hostile}.pdf`, await englishResume());
    const data = await exported(user);
    expect(data.identities[0]?.name).toBe(hostile);
    expect(data.cvs[0]?.fileName).toBe(`${hostile}.pdf`);
    expect(filesOf(user).at(-1)?.name).toBe('chat-your-interview-2027-01-15.json');
  });

  it('is not sent any more once its owner is erased', async () => {
    const user = bot.user(PLANTED.user);
    await user.say('hi');
    await user.say('delete-me');
    bot.fake.failNext(new Error('503'));
    await user.say('export');
    await user.press('Erase everything of');
    await bot.advance(60_000, user.conversation);
    expect(filesOf(user)).toEqual([]);
  });

  it('stores no copy of itself', async () => {
    const user = await plant(bot);
    bot.fake.failNext(new Error('503'));
    await user.say('export');
    const [job] = await bot.store.claim('talk', 1, NOW + 60_000, 1);
    expect(JSON.stringify(job?.spec)).not.toMatch(/PLANTED|planted-file/);
    expect(job?.spec.kind).toBe('export');
  });
});

describe('privacy', () => {
  it('says what is stored, for how long and who sees it, and offers what can be done', async () => {
    const user = await plant(bot);
    const [message] = await user.say('privacy');
    expect(message?.text).toContain('for 90 days each');
    expect(message?.text).toContain('Only this server');
    expect(message?.choices?.map(({ label }) => label)).toEqual([
      'Get my data',
      'Delete my CVs',
      'Erase everything',
    ]);
    expect(textOf(await user.press('Get my data'))).toContain('everything that is stored about you');
    expect(textOf(await user.press('Delete my CVs'))).toContain('Deleted: planted-file.pdf');
    expect(textOf(await user.press('Erase everything'))).toContain('your 0 CVs');
  });

  it('offers to delete no CV where there is none', async () => {
    const user = bot.user('candidate', 'ko');
    const messages = await user.say('개인정보');
    expect(messages.at(-1)?.choices?.map(({ label }) => label)).toEqual(['내 데이터 받기', '모두 지우기']);
  });
});
