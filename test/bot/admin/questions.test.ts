import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseBank } from '../../../src/questions/parse-bank.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { Write } from '../../../src/store/store.ts';
import { anAccount, anInteraction, aQuestion, aSession } from '../../fakes/builders.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const REFUSED = 'That is for the people who run this bot.';
const BANK: readonly Question[] = [
  aQuestion({ id: 'be-caching-001', question: 'Why does a cache need an expiry?' }),
  aQuestion({ id: 'be-caching-002', question: 'What is a stampede, and what keeps it away?' }),
  aQuestion({ id: 'fe-css-001', position: 'fe', topic: 'css', question: 'How are 100% and auto different?' }),
  aQuestion({ id: 'fe-css-002', position: 'fe', topic: 'css', question: '=cmd|"/c calc"!A1 as a heading?' }),
];

let bot: Awaited<ReturnType<typeof createTestBot>>;
let owner: ReturnType<typeof asking>;
beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] }, bank: BANK });
  owner = asking(bot, 'owner');
});
afterEach(() => bot.dispose());

let events = 0;
const write = (...writes: readonly Write[]) =>
  bot.store.turn(
    { eventId: `test:${++events}`, at: 0, subject: { type: 'account', id: '' }, detail: 'account' },
    () => ({ writes, jobs: [] }),
  );

/** So many graded answers to a question. */
async function answered(questionId: string, scores: readonly (number | null)[], disputed = 0) {
  const account = anAccount({ id: `account-${++events}` });
  const session = aSession({ id: `session-${events}`, accountId: account.id, status: 'finished' });
  await write(
    { type: 'insertAccount', account },
    { type: 'insertSession', session },
    ...scores.map((score, index): Write => {
      const graded = { ...anInteraction({ id: `${session.id}.${index}` }), questionId, ordinal: index };
      const grade = score === null ? null : { score };
      return {
        type: 'insertInteraction',
        interaction: {
          ...graded,
          sessionId: session.id,
          accountId: account.id,
          grade: grade as (typeof graded)['grade'],
          disputedAt: index < disputed ? 1 : null,
        },
      };
    }),
  );
}

describe('finding questions', () => {
  it('looks into ids, topics and texts, whatever the case', async () => {
    expect(textOf(await owner.ask('questions search', { words: 'STAMPEDE' }))).toContain('`be-caching-002`');
    expect(textOf(await owner.ask('questions search', { words: 'css' }))).toContain('2 in all');
    expect(textOf(await owner.ask('questions search', { words: '100%' }))).toContain('1 in all');
    expect(textOf(await owner.ask('questions search', { words: '_' }))).toContain('No question has "_"');
    expect(textOf(await owner.ask('questions search', { words: 'adaptability' }))).toContain('5 in all');
    expect(textOf(await owner.ask('questions search'))).toContain('16 in all');
    expect(textOf(await owner.press('Next page'))).toContain('behavioural-');
  });

  it('shows one in full, technical or behavioural, with how it was answered', async () => {
    await answered('be-caching-001', [4, 5, null], 1);
    const said = textOf(await owner.ask('questions show', { id: 'be-caching-001' }));
    expect(said).toContain('> Why does a cache need an expiry?');
    expect(said).toContain('asked 3 times, mean 4.5 of 2 scores, disputed 1 times');
    expect(said).toContain('From: the files that come with the program');
    const behavioural = textOf(await owner.ask('questions show', { id: 'behavioural-adaptability-01' }));
    expect(behavioural).toContain('A strong answer shows');
    expect(textOf(await owner.ask('questions show', { id: 'nothing' }))).toContain('no question `nothing`');
    expect(textOf(await owner.ask('questions show'))).toContain('`questions show [id]`');
  });
});

describe('a question that is disabled', () => {
  const start = async (name: string) => {
    const candidate = bot.user(name);
    return candidate.say('/start be caching');
  };

  it('is not asked any more, until it is enabled', async () => {
    const question = await owner.ask('questions disable', { id: 'be-caching-001' });
    expect(textOf(question)).toContain('Ask `be-caching-001` no more?');
    expect((await bot.store.readQuestions()).questions).toHaveLength(4);
    expect(textOf(await owner.press('Disable it'))).toContain('is not asked any more');
    expect((await bot.store.readQuestions()).questions.map(({ id }) => id)).not.toContain('be-caching-001');
    expect(textOf(await owner.ask('questions disable', { id: 'be-caching-001' }))).toContain('is not asked');
    expect(textOf(await owner.ask('questions search', { words: 'expiry' }))).toContain('· disabled');
    expect(textOf(await owner.ask('questions enable', { id: 'be-caching-001' }))).toContain('is asked.');
    expect((await bot.store.readQuestions()).questions).toHaveLength(4);
    const log = textOf(await owner.ask('audit'));
    expect(log).toContain('disabled a question · `be-caching-001`');
    expect(log).toContain('enabled a question · `be-caching-001`');
  });

  it('is gone from what is chosen from, here at once and elsewhere within a second', async () => {
    const other = await createTestBot({ bank: BANK, on: bot.database });
    try {
      for (const id of ['be-caching-001', 'be-caching-002']) {
        await owner.ask('questions disable', { id });
        await owner.press('Disable it');
      }
      expect(textOf(await start('here'))).toContain('no topic "caching"');
      const there = other.user('there');
      await other.advance(1_000, there.conversation);
      expect(textOf(await there.say('/start be caching'))).toContain('no topic "caching"');
    } finally {
      await other.stop();
    }
  });

  it('stays so when the shipped files change, and belongs to them again once it is enabled', async () => {
    await owner.ask('questions disable', { id: 'be-caching-001' });
    await owner.press('Disable it');
    const reworded = BANK.map((question) => ({ ...question, question: `${question.question} Why?` }));
    await bot.store.applySeeds('two', reworded, []);
    expect((await bot.store.readQuestions()).questions.map(({ id }) => id)).not.toContain('be-caching-001');
    await owner.ask('questions enable', { id: 'be-caching-001' });
    await bot.store.applySeeds('three', reworded, []);
    const { questions } = await bot.store.readQuestions();
    expect(questions.find(({ id }) => id === 'be-caching-001')?.question).toContain('Why?');
  });

  it('may be one that the files left out: enabled, it stays', async () => {
    await bot.store.applySeeds('two', BANK.slice(1), []);
    await owner.ask('questions enable', { id: 'be-caching-001' });
    await bot.store.applySeeds('three', BANK.slice(1), []);
    expect((await bot.store.readQuestions()).questions.map(({ id }) => id)).toContain('be-caching-001');
  });

  it('can be a behavioural one', async () => {
    await owner.ask('questions disable', { id: 'behavioural-adaptability-01' });
    await owner.press('Disable it');
    const { behavioural } = await bot.store.readQuestions();
    expect(behavioural.map(({ id }) => id)).not.toContain('behavioural-adaptability-01');
  });

  it('is not disabled by a stranger’s button', async () => {
    const stranger = asking(bot, 'stranger');
    for (const forged of ['questions disable:be-caching-001', 'questions import:x', 'questions undo:x'])
      expect(textOf(await stranger.choose(`admin:confirm:${forged}`))).toBe(REFUSED);
    expect((await bot.store.readQuestions()).questions).toHaveLength(4);
  });
});

describe('the health of questions', () => {
  it('tells what is too easy, too hard, disputed and never asked', async () => {
    await answered('be-caching-001', [5, 4.5, 5, 4.5, 4]);
    await answered('be-caching-002', [1, 1, 0, 0, 2]);
    await answered('fe-css-001', [5, 5, 5, 5], 2);
    const said = await owner.ask('questions health');
    expect(textOf(said)).toContain('Of 16 questions that can be asked');
    expect(textOf(said)).toContain('too easy (mean 4.5 or more of five scores or more): 1');
    expect(textOf(said)).toContain('too hard (mean 1 or less of five scores or more): 1');
    expect(textOf(said)).toContain('disputed at least once: 1');
    expect(textOf(said)).toContain('never asked: 13');
    expect(textOf(await owner.press('Too easy'))).toContain('`be-caching-001`');
    expect(textOf(await owner.ask('questions health', { kind: 'hard' }))).toContain('mean 0.8 of 5 scores');
    expect(textOf(await owner.ask('questions health', { kind: 'disputed' }))).toContain('disputed 2 times');
    const unasked = await owner.ask('questions health', { kind: 'unasked' });
    expect(textOf(unasked)).toContain('Page 1 of 2, 13 in all.');
    expect(textOf(await owner.press('Next page'))).toContain('Page 2 of 2');
  });

  it('has words for nothing', async () => {
    expect(textOf(await owner.ask('questions health', { kind: 'easy' }))).toBe('No question is too easy.');
  });
});

describe('an export', () => {
  it('is one file a position, that can be read again and does nothing in a spreadsheet', async () => {
    const [message] = await owner.ask('questions export');
    expect(message?.files?.map(({ name }) => name)).toEqual(['questions-be.csv', 'questions-fe.csv']);
    const frontend = message?.files?.[1]?.content ?? '';
    const cells = frontend.split('\r\n').flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    expect(frontend).toContain(`"'=cmd|""/c calc""!A1 as a heading?"`);
    const read = parseBank(Buffer.from(frontend), 'seed');
    if (!read.ok) throw new Error(read.reason);
    expect(read.questions.map(({ line: _, ...question }) => question)).toEqual(BANK.slice(2));
  });

  it('can be of one position, and is written down', async () => {
    const [message] = await owner.ask('questions export', { position: 'be' });
    expect(message?.files).toHaveLength(1);
    expect(textOf([message!])).toContain('2 questions that are asked now');
    expect(textOf(await owner.ask('questions export', { position: 'ml' }))).toContain(
      '`questions export [position]`',
    );
    expect(textOf(await owner.ask('questions export', { position: 'mobile' }))).toContain(
      'There are no questions',
    );
    expect(textOf(await owner.ask('audit'))).toContain('exported questions');
  });
});
