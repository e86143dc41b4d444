import { afterEach, describe, expect, it } from 'vitest';
import { createLimits } from '../../src/bot/limits.ts';
import type { MessageId, PlatformUserId } from '../../src/chat/message.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';

const MINUTE_MS = 60_000;

describe('counting', () => {
  const user = 'fake:a' as PlatformUserId;
  const start = 30_000_000 * MINUTE_MS;

  it('starts anew every minute of the clock, for each user and each kind by itself', () => {
    const limits = createLimits();
    const upload = (at: number, who = user) => limits.count(who, 'uploads', at);
    for (let count = 0; count < 5; count++) expect(upload(start + count)).toBeNull();
    expect(upload(start + 10)).toEqual({ what: 'uploads', until: start + MINUTE_MS, isFirst: true });
    expect(upload(start + 11)).toMatchObject({ isFirst: false });
    expect(upload(start + 12, 'fake:b' as PlatformUserId)).toBeNull();
    expect(limits.count(user, 'messages', start + 13)).toBeNull();
    expect(upload(start + MINUTE_MS)).toBeNull();
  });

  it('leaves those alone who sit at the machine', () => {
    const limits = createLimits();
    for (let count = 0; count < 500; count++)
      expect(limits.count('terminal:alex' as PlatformUserId, 'messages', start)).toBeNull();
  });
});

describe('too much in a minute', () => {
  let bot: Awaited<ReturnType<typeof createTestBot>>;
  afterEach(() => bot.dispose());
  const open = async () => {
    bot = await createTestBot({ limits: createLimits() });
    return bot.user('candidate');
  };

  it('is told once, kindly, with when to go on; then it is taken again', async () => {
    const user = await open();
    for (let count = 0; count < 20; count++) await user.say('status');
    expect(textOf(await user.say('status'))).toMatch(/more than 20 commands .* try again in \d+ seconds/);
    expect(await user.say('status')).toEqual([]);
    expect(await user.choose('start')).toEqual([]);
    await bot.advance(MINUTE_MS, user.conversation);
    expect(textOf(await user.say('status'))).toContain('No interview is running');
  });

  it('says which message was not taken, and no other is lost', async () => {
    const user = await open();
    const said: string[] = [];
    for (let count = 0; count < 62; count++)
      said.push(textOf(await user.say(`part ${count} of my words`, false)));
    expect(said.slice(0, 60).every((reply) => !reply.includes('did not take'))).toBe(true);
    expect(said[60]).toContain('more than 60 messages in a minute, so I did not take your last one');
    expect(said[60]).toContain('Everything before it is safe.');
    expect(said[61]).toBe('');
  });

  it('counts files by themselves', async () => {
    const user = await open();
    const send = () =>
      user.does({
        type: 'message',
        messageId: 'm' as MessageId,
        text: '',
        attachments: [{ ref: 'cv.pdf', name: 'cv.pdf' }],
      });
    for (let count = 0; count < 5; count++) expect(textOf(await send())).not.toContain('more than');
    expect(textOf(await send())).toContain('more than 5 files in a minute');
    expect(textOf(await user.say('status'))).toContain('No interview is running');
  });

  it('does not hold against anybody what came while nobody listened', async () => {
    const user = await open();
    for (let count = 0; count < 70; count++) {
      const message = user.message(`words ${count}`, false);
      if (message.type !== 'message') throw new Error('A message is one.');
      expect(textOf(await user.event({ ...message, missed: true }))).not.toContain('did not take');
    }
  });

  it('makes no account of somebody new', async () => {
    const user = await open();
    for (let count = 0; count < 20; count++) await user.does({ type: 'choice', choice: 'admin:x' });
    expect(textOf(await user.choose('admin:x'))).toContain('more than 20 commands');
    expect(await bot.store.admin.findMeant('candidate')).toEqual([]);
  });
});
