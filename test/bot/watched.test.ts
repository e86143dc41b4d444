import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBot, textOf } from '../fakes/test-bot.ts';
import { englishResume } from '../fixtures/cv/make-cvs.ts';

const ANSWER = 'I would measure first, then add an index on the column and check the plan again.';
const VENUES = ['direct', 'private', 'watched'] as const;

let bot: Awaited<ReturnType<typeof createTestBot>>;
let resume: Uint8Array;

beforeEach(async () => {
  bot = await createTestBot();
  resume = await englishResume();
});
afterEach(() => bot.dispose());

type User = ReturnType<typeof bot.user>;

const inChannel = (user: User, name = 'owner') =>
  user.at({ conversation: `fake:channel:${name}`, scope: 'channel', venues: VENUES });
/** Of the owner's thread; each has an exchange of their own with the bot there. */
const inThread = (user: User, name = 'owner') =>
  user.at({ conversation: `fake:thread:${name}`, scope: 'thread' });

async function settled(...users: readonly User[]) {
  for (const user of users) await bot.settle(user.conversation);
}

/** An interview in a thread, at its first question. */
async function watchedInterview(cvInThread = false) {
  const owner = bot.user('owner');
  const channel = inChannel(owner);
  const thread = inThread(owner);
  await channel.say('start backend');
  await channel.press('others can watch');
  await settled(owner, thread);
  if (cvInThread) await owner.press('In the thread, too');
  await owner.press('Yes');
  await owner.upload('cv.pdf', resume);
  await settled(owner, thread);
  return { owner, channel, thread };
}

/** Somebody else who presses what stands in the owner's thread. */
const peer = (name: string) => inThread(bot.user(name), name);

const lastChoice = (user: User, label: string): string => {
  const choices = user.messages().flatMap((message) => message.choices ?? []);
  const found = choices.findLast((choice) => choice.label.includes(label));
  if (!found) throw new Error(`No button says ${label}.`);
  return found.id;
};

describe('an interview that is begun in a channel', () => {
  it('is begun nowhere before its venue is chosen', async () => {
    const channel = inChannel(bot.user('owner'));
    const [, reply] = await channel.say('start backend');
    expect(reply?.choices?.map(({ label }) => label)).toEqual([
      'Direct message',
      'Private thread',
      'Thread that others can watch',
    ]);
    expect(textOf(await channel.say('status'))).toContain('No interview');
  });

  it('goes on in direct messages with what was wished for', async () => {
    const owner = bot.user('owner');
    const channel = inChannel(owner);
    await channel.command('start', { position: 'be', format: 'full', topic: 'caching' });
    expect(await channel.press('Direct message')).toMatchObject([{ linksTo: owner.conversation }]);
    await settled(owner);
    await owner.press('Yes');
    await owner.upload('cv.pdf', resume);
    expect(textOf(owner.messages())).toMatch(/Question 1 of 10.*Caching/);
  });

  it('goes on in a private thread, whose conversation is the candidate’s own', async () => {
    const owner = bot.user('owner');
    const channel = inChannel(owner);
    await channel.say('start backend');
    await channel.press('Private thread');
    const thread = owner.at({ conversation: 'fake:private:owner', scope: 'thread' });
    await settled(thread);
    expect(textOf(thread.messages())).toContain('Before you send your CV');
  });

  it('says what to do when direct messages are closed', async () => {
    bot.fake.refuseVenues('no_direct_messages');
    const channel = inChannel(bot.user('owner'));
    await channel.say('start backend');
    expect(textOf(await channel.press('Direct message'))).toContain('Allow direct messages');
  });

  it('offers other venues when a thread cannot be opened', async () => {
    bot.fake.refuseVenues('not_allowed');
    const channel = inChannel(bot.user('owner'));
    await channel.say('start backend');
    const [reply] = await channel.press('others can watch');
    expect(reply?.choices?.map(({ label }) => label)).toEqual(['Direct message', 'Private thread']);
  });

  it('offers to go on with the one that is open', async () => {
    const owner = bot.user('owner');
    await owner.say('start backend');
    expect(textOf(await inChannel(owner).say('start'))).toContain('You have an interview open');
  });
});

describe('an interview that others watch', () => {
  it('asks in the thread for everybody, and keeps set-up and evaluation private', async () => {
    const { owner, thread } = await watchedInterview();
    const [question] = thread.messages();
    expect(question).toMatchObject({ audience: 'everyone' });
    expect(textOf([question ?? {}])).toContain('Question 1 of 3');
    await thread.say(ANSWER);
    await thread.say(ANSWER);
    await settled(owner);
    await owner.say(ANSWER);
    await settled(thread);
    const seen = textOf(thread.messages());
    expect(seen).not.toContain('estimate');
    expect(seen).not.toContain('Covered');
    expect(seen).toContain('The evaluation goes to the candidate alone');
    expect(textOf(owner.messages())).toContain('estimate');
    expect(thread.messages().every(({ audience }) => audience === 'everyone')).toBe(true);
  });

  it('asks about the CV in private, and says so in the thread', async () => {
    const { owner, thread } = await watchedInterview();
    await thread.say(ANSWER);
    await thread.say(ANSWER);
    await settled(owner, thread);
    expect(textOf(owner.messages())).toMatch(/Question 3 of 3.*Your CV/);
    expect(textOf(thread.messages())).not.toContain('Your CV says');
    expect(textOf(thread.messages())).toContain('goes on in private');
  });

  it('asks about the CV in the thread when its owner wants that', async () => {
    const { thread } = await watchedInterview(true);
    await thread.say(ANSWER);
    await thread.say(ANSWER);
    expect(textOf(thread.messages())).toContain('Your CV says');
  });

  it('shows an answer from a form to those who watch', async () => {
    const { thread } = await watchedInterview();
    await thread.press('Write in a form');
    const shown = await thread.submit({ answer: 'First line.\nSecond line.' });
    expect(textOf(shown)).toContain('**owner** answered:\n> First line.\n> Second line.');
  });

  it('does not take an answer elsewhere without asking, and can go on in private', async () => {
    const { owner, thread } = await watchedInterview();
    const [reply] = await owner.say(ANSWER);
    expect(reply).toMatchObject({ linksTo: thread.conversation });
    const before = thread.messages().length;
    expect(textOf(await owner.press('Go on here'))).toContain('Question 1 of 3');
    await settled(thread);
    expect(textOf(thread.messages().slice(before))).toContain('goes on in private');
    await owner.say(ANSWER);
    await settled(thread);
    expect(thread.messages()).toHaveLength(before + 1);
  });

  it('says in the thread that it was ended', async () => {
    const { thread } = await watchedInterview();
    await thread.say('stop');
    await settled(thread);
    expect(textOf(thread.messages())).toContain('The interview was ended');
  });
});

describe('buttons of somebody else’s interview', () => {
  it.each(['Next', 'Skip', 'Write in a form'])('%s does nothing in the hands of a peer', async (label) => {
    const { thread } = await watchedInterview();
    const before = thread.messages().length;
    const watcher = peer('watcher');
    expect(textOf(await watcher.choose(lastChoice(thread, label)))).toContain('somebody else’s interview');
    await settled(thread);
    expect(thread.messages()).toHaveLength(before);
    expect(textOf(await thread.say('status'))).toContain('question 1');
  });

  it('nor does a form that was made up, or an evaluation to share', async () => {
    const { owner, thread } = await watchedInterview();
    const watcher = peer('watcher');
    await thread.press('Write in a form');
    const reply = await watcher.submit({ answer: 'Not mine.' }, thread.form().id);
    expect(textOf(reply)).toContain('somebody else’s interview');
    await thread.say(ANSWER);
    await thread.say('stop');
    await settled(owner, thread);
    const share = lastChoice(owner, 'Share in the thread').replace(':ask', ':yes');
    expect(textOf(await watcher.choose(share))).toContain('somebody else’s interview');
    expect(textOf(thread.messages())).not.toContain('’s interview\n');
  });
});

describe('ratings of peers', () => {
  async function answered() {
    const interview = await watchedInterview();
    await interview.thread.say(ANSWER);
    await settled(interview.thread);
    return { ...interview, button: (score: string) => lastChoice(interview.thread, `${score} –`) };
  }

  it('are asked for in the thread, sealed, and shown to the owner as their median', async () => {
    const { owner, thread, button } = await answered();
    for (const [name, score] of [
      ['first', '2'],
      ['second', '5'],
      ['third', '4'],
    ] as const) {
      expect(textOf(await peer(name).choose(button(score)))).toContain(`Your ${score} of 5 is noted`);
    }
    expect(textOf(thread.messages())).not.toContain('median of 3');
    await thread.say('stop');
    await settled(owner, thread);
    expect(textOf(owner.messages())).toContain('4 / 5, the median of 3 ratings');
    expect(textOf(thread.messages())).not.toContain('median of 3');
  });

  it('are one for each peer, who may change theirs', async () => {
    const { owner, thread, button } = await answered();
    const watcher = peer('watcher');
    await watcher.choose(button('1'));
    await watcher.choose(button('5'));
    await thread.say('stop');
    await settled(owner);
    expect(textOf(owner.messages())).toContain('5 / 5, the median of 1 rating');
  });

  it('are not given by the owner', async () => {
    const { owner, thread, button } = await answered();
    expect(textOf(await thread.choose(button('5')))).toContain('your own answer');
    await thread.say('stop');
    await settled(owner);
    expect(textOf(owner.messages())).not.toContain('median');
  });

  it('still count for a day after the evaluation, which is shown again', async () => {
    const { owner, thread, button } = await answered();
    await thread.say('stop');
    await settled(owner, thread);
    await peer('late').choose(button('3'));
    await settled(owner);
    expect(owner.messages().at(-1)).toMatchObject({ edits: expect.stringContaining('answer:') });
    expect(textOf(owner.messages().slice(-1))).toContain('3 / 5, the median of 1 rating');
    await bot.advance(24 * 60 * 60 * 1000, owner.conversation);
    expect(textOf(await peer('later').choose(button('3')))).toContain('can no longer be rated');
  });

  it('are not taken for an answer that was not given in the thread', async () => {
    const { thread, button } = await answered();
    const forged = button('5').replace('.1:', '.2:');
    expect(textOf(await peer('watcher').choose(forged))).toContain('can no longer be rated');
    await settled(thread);
  });
});

describe('sharing', () => {
  it('happens after its owner has seen what everybody will see, and shows no answer and no CV', async () => {
    const { owner, thread } = await watchedInterview();
    await thread.say(ANSWER);
    await thread.say('stop');
    await settled(owner, thread);
    const before = thread.messages().length;
    expect(textOf(await owner.press('Share in the thread'))).toContain('Everybody who reads the thread');
    expect(thread.messages()).toHaveLength(before);
    await owner.press('Share in the thread');
    await settled(thread);
    const shared = thread.messages().slice(before);
    expect(shared).toMatchObject([{ audience: 'everyone', cards: [{ title: 'owner’s interview' }] }]);
    expect(textOf(shared)).not.toContain(ANSWER);
  });

  it('can be declined', async () => {
    const { owner, thread } = await watchedInterview();
    await thread.say(ANSWER);
    await thread.say('stop');
    await settled(owner, thread);
    await owner.press('Share in the thread');
    expect(textOf(await owner.press('Keep it private'))).toContain('stays private');
  });
});
