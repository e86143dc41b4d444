import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAccount, anInteraction, aQuestion, aSession } from '../../fakes/builders.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const HEADER = 'position,question,topic,example_answer';
const GOOD = [
  'be,What does a write-ahead log keep safe?,durability,What was acknowledged is in the log before it is in its place.',
  'be,Why would a queue reject work?,queues,Because a queue that grows without end only hides that there is too much.',
];
const BANK = [aQuestion({ id: 'be-caching-001', question: 'Why does a cache need an expiry?' })];

let bot: Awaited<ReturnType<typeof createTestBot>>;
let owner: ReturnType<typeof asking>;
beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] }, bank: BANK });
  owner = asking(bot, 'owner');
});
afterEach(() => bot.dispose());

const send = (content: string | Uint8Array, name = 'new.csv', who = owner) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  bot.fake.files.set(name, bytes);
  return who.does({
    type: 'command',
    name: 'admin questions import',
    args: {},
    attachments: [{ ref: name, name, bytes: bytes.length }],
  });
};
const ids = async () => (await bot.store.readQuestions()).questions.map(({ id }) => id);
const undoId = (said: string) => /questions undo (\S+)`/.exec(said)?.[1] ?? '';

describe('an import', () => {
  it('is shown first, with what is left out and why, and comes in when it is confirmed', async () => {
    const preview = await send(
      [
        HEADER,
        ...GOOD,
        'be,Why does a cache need an expiry?,caching,As above.',
        'be,,x,y',
        'chef,What?,x,y',
      ].join('\n'),
    );
    const said = textOf(preview);
    expect(said).toContain('**new.csv** has 2 questions that are new.');
    expect(said).toContain('- line 4: as `be-caching-001`');
    expect(said).toContain('- line 5: no question');
    expect(said).toContain('- line 6: the position is none of ai, be, fe and mobile');
    expect(await ids()).toEqual(['be-caching-001']);
    const taken = textOf(await owner.press('Add 2 questions'));
    expect(taken).toContain('2 questions of **new.csv** can be asked from now on');
    expect(await ids()).toHaveLength(3);
    expect(textOf(await bot.user('candidate').say('/start be queues'))).not.toContain('no topic');
    expect(textOf(await owner.ask('questions imports'))).toMatch(
      /\*\*new.csv\*\* · 2 questions · `fake:owner`/,
    );
    expect(textOf(await owner.ask('audit'))).toContain('imported questions');
  });

  it('comes in once, however often it is confirmed', async () => {
    await send([HEADER, ...GOOD].join('\n'));
    await owner.press('Add 2 questions');
    expect(textOf(await owner.press('Add 2 questions'))).toContain('was added already');
    expect(await ids()).toHaveLength(3);
    expect(textOf(await send([HEADER, ...GOOD].join('\n')))).toContain('has 0 questions that are new');
  });

  it('can be left', async () => {
    await send([HEADER, ...GOOD].join('\n'));
    await owner.press('Leave it');
    expect(await ids()).toHaveLength(1);
    expect(textOf(await owner.ask('questions imports'))).toContain('Nothing has been imported yet');
  });

  it('is forgotten when nobody confirms it for a day', async () => {
    await send([HEADER, ...GOOD].join('\n'));
    await bot.advance(DAY_MS + 2 * 60 * 60 * 1000, owner.conversation);
    await bot.store.clean(1_800_000_000_000 + 2 * DAY_MS, 0);
    expect(textOf(await owner.press('Add 2 questions'))).toContain('That preview is gone');
    expect(await ids()).toHaveLength(1);
  });

  it.each([
    ['', 'That file is empty. Nothing was changed.'],
    ['name,age\nx,1', 'has no header with position'],
    [`${HEADER}\nbe,"What?,x,y`, 'double quote opens in that file and never closes. (line 2)'],
    [Buffer.from([0, 1, 2, 3, 0, 0, 255]), 'is not text'],
  ])('of %j is refused with what to do', async (content, sentence) => {
    expect(textOf(await send(content))).toContain(sentence);
  });

  it('asks for a file, and says what is wrong with one that cannot be had', async () => {
    expect(textOf(await owner.ask('questions import'))).toContain('Attach a CSV file');
    bot.fake.files.delete('gone.csv');
    const attachments = [{ ref: 'gone.csv', name: 'gone.csv' }];
    const gone = await owner.does({ type: 'command', name: 'admin questions import', args: {}, attachments });
    expect(textOf(gone)).toContain('I cannot find that file');
    expect(textOf(await send(new Uint8Array(8 * 1024 * 1024 + 1)))).toContain('larger than 8 MB');
  });

  it('of a stranger is not even read', async () => {
    const stranger = asking(bot, 'stranger');
    const said = textOf(await send([HEADER, ...GOOD].join('\n'), 'new.csv', stranger));
    expect(said).toBe('That is for the people who run this bot.');
    expect(await ids()).toHaveLength(1);
  });
});

describe('taking an import back', () => {
  const bringIn = async () => {
    await send([HEADER, ...GOOD].join('\n'));
    return undoId(textOf(await owner.press('Add 2 questions')));
  };

  it('deletes what was never asked and disables what was, after a question', async () => {
    const id = await bringIn();
    const [asked] = (await ids()).filter((one) => one.startsWith('import-'));
    await bot.store.turn(
      { eventId: 'test:asked', at: 0, subject: { type: 'account', id: '' }, detail: 'account' },
      () => ({
        writes: [
          { type: 'insertAccount', account: anAccount() },
          { type: 'insertSession', session: aSession() },
          { type: 'insertInteraction', interaction: anInteraction({ questionId: asked! }) },
        ],
        jobs: [],
      }),
    );
    const question = textOf(await owner.ask('questions undo', { import: id }));
    expect(question).toContain('Never asked and deleted: 1.');
    expect(question).toContain('disabled so that their answers keep them: 1.');
    expect(await ids()).toHaveLength(3);
    expect(textOf(await owner.press('Take it back'))).toContain('1 deleted, 1 disabled');
    expect(await ids()).toEqual(['be-caching-001']);
    expect(textOf(await owner.ask('questions show', { id: asked! }))).toContain('State: disabled');
    expect(textOf(await owner.ask('questions undo', { import: id }))).toContain('was undone already');
    expect(textOf(await owner.ask('questions imports'))).toContain('· undone');
    expect(textOf(await owner.ask('audit'))).toContain('took an import back');
    expect(textOf(await bot.user('candidate').say('/start be queues'))).toContain('no topic');
  });

  it('is possible for 30 days', async () => {
    const id = await bringIn();
    await bot.advance(31 * DAY_MS, owner.conversation);
    expect(textOf(await owner.ask('questions undo', { import: id }))).toContain(
      'for 30 days, and that is over',
    );
    expect(textOf(await owner.choose(`admin:confirm:questions undo:${id}`))).toContain('that is over');
    expect(await ids()).toHaveLength(3);
  });

  it('needs one that there is', async () => {
    expect(textOf(await owner.ask('questions undo', { import: 'x' }))).toContain('There is no import `x`');
    expect(textOf(await owner.ask('questions undo'))).toContain('`questions undo [import]`');
  });
});
