import { afterEach, describe, expect, it } from 'vitest';
import { WEEK_MS } from '../../../src/admin/statistics.ts';
import type { Session } from '../../../src/interview/state.ts';
import type { ModelCall } from '../../../src/model/model-call.ts';
import { aModelCall, anAccount, aSession } from '../../fakes/builders.ts';
import { createScriptedModel } from '../../fakes/scripted-model.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const START = 1_800_000_000_000;
const settings = { admins: [OWNER] };

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

async function store(...sessions: readonly Partial<Session>[]) {
  await bot.store.turn(
    { eventId: 'test:set-up', at: START, subject: { type: 'account', id: '' }, detail: 'account' },
    () => ({
      writes: [
        { type: 'insertAccount', account: anAccount({ createdAt: START - 2 * WEEK_MS }) },
        ...sessions.map((session, index) => ({
          type: 'insertSession' as const,
          session: aSession({ id: `session-${index}`, ...session }),
        })),
      ],
      jobs: [],
    }),
  );
}

let calls = 0;
const aCall = (overrides: Partial<ModelCall> = {}) => aModelCall({ id: `call-${++calls}`, ...overrides });

describe('stats', () => {
  it('says how many accounts and interviews there are, how they end and what they cost', async () => {
    bot = await createTestBot({ settings });
    const over = { status: 'finished', format: 'classic', asked: 3, position: 'be' } as const;
    const overall = (score: number) => ({ score, estimate: false, scored: 3, questions: 3 });
    await store(
      { ...over, overall: overall(4), startedAt: START, lastActivityAt: START, finishedAt: START + 2_000 },
      { ...over, overall: overall(2), startedAt: START, lastActivityAt: START, finishedAt: START + 6_000 },
      { status: 'cancelled', startedAt: START - WEEK_MS, finishedAt: START },
      { status: 'preparing', startedAt: START - 20 * WEEK_MS },
    );
    await bot.store.recordModelCall(aCall());
    await bot.store.recordModelCall(aCall({ outcome: 'failed', costMicros: null, inputTokens: null }));
    await bot.store.recordModelCall(aCall({ at: START - 6 * WEEK_MS }));
    const said = textOf(await asking(bot, 'owner').ask('stats'));
    expect(said).toContain('Accounts: 1, of them 0 new in the last 7 days and 0 banned');
    expect(said).toContain('- finished: 2');
    expect(said).toContain('- being set up: 1');
    expect(said).toContain('- Backend: 2');
    expect(said).toContain('2 begun, 100% answered to the end, median score 2.0');
    expect(said).toContain('1 begun, 0% answered to the end, median score –');
    expect(said).toContain('half within 2.0 s, 95 % within 6.0 s (2 interviews)');
    expect(said).toContain('- First AI: 2 calls, 2,000 tokens, $0.25');
  });

  it('has words for a beginning', async () => {
    bot = await createTestBot({ settings });
    const said = textOf(await asking(bot, 'owner').ask('stats'));
    expect(said).toContain('No interview has been begun yet.');
    expect(said).toContain('No calls.');
  });
});

describe('models', () => {
  it('shows each with its state, its figures here and those of the day', async () => {
    bot = await createTestBot({ settings, model: createScriptedModel([], 'First AI') });
    await bot.store.recordModelCall(aCall({ latencyMs: 1_000 }));
    await bot.store.recordModelCall(aCall({ latencyMs: 9_000 }));
    await bot.store.recordModelCall(aCall({ outcome: 'failed' }));
    await bot.store.recordModelCall(aCall({ outcome: 'cancelled' }));
    const said = textOf(await asking(bot, 'owner').ask('models list'));
    expect(said).toContain('**1. First AI**: answers');
    expect(said).toContain('in this process: no calls');
    expect(said).toContain('all processes: 4 calls, p50 1.0 s, p95 9.0 s, 25% failed');
  });

  it('calls each once on request, which is written down', async () => {
    bot = await createTestBot({
      settings,
      model: createScriptedModel([{ value: { ready: true } }], 'First AI'),
    });
    const owner = asking(bot, 'owner');
    expect(textOf(await owner.ask('models test'))).toContain('- First AI: answers (First AI-1');
    expect(textOf(await owner.ask('audit'))).toMatch(/owner \(`fake:owner`\) · called every model once/);
  });

  it('says what is wrong with one that does not answer', async () => {
    const broken = createScriptedModel([{ fails: 'unauthorised' }], 'First AI');
    bot = await createTestBot({ settings, model: broken });
    expect(textOf(await asking(bot, 'owner').ask('models test'))).toContain('does not answer (unauthorised)');
  });

  it('says how to set one where there is none', async () => {
    bot = await createTestBot({ settings });
    for (const command of ['models list', 'models test'])
      expect(textOf(await asking(bot, 'owner').ask(command))).toContain('OPENAI_API_KEY');
  });
});

describe('audit', () => {
  it('is empty at first', async () => {
    bot = await createTestBot({ settings });
    expect(textOf(await asking(bot, 'owner').ask('audit'))).toContain('Nothing has been done yet');
  });

  it('has pages, newest first, and bears pages that are not there', async () => {
    bot = await createTestBot({ settings });
    const owner = asking(bot, 'owner');
    for (let count = 0; count < 12; count++) await owner.ask('user find');
    const first = await owner.ask('audit');
    expect(textOf(first)).toContain('Page 1 of 2, 12 in all.');
    expect(textOf(first).match(/looked for accounts/g)).toHaveLength(10);
    const second = await owner.press('Next page');
    expect(textOf(second).match(/looked for accounts/g)).toHaveLength(2);
    expect(textOf(second)).toContain('[Previous page]');
    expect(textOf(second)).not.toContain('[Next page]');
    const beyond = await owner.ask('audit', { page: '999999' });
    expect(beyond[0]?.choices?.map(({ label }) => label)).toEqual(['Previous page']);
    expect(textOf(await owner.press('Previous page'))).toContain('Page 2 of 2');
    for (const page of ['0', '-1', '1e9', 'x', '99999999999999'])
      expect(textOf(await owner.ask('audit', { page }))).toContain('Page 1 of 2');
  });
});
