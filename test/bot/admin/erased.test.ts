import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportSchema } from '../../../src/privacy/export-schema.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';
import { asking, OWNER } from './admins.ts';

const BANNED = 'You can no longer use this bot';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let owner: ReturnType<typeof asking>;

beforeEach(async () => {
  bot = await createTestBot({ settings: { admins: [OWNER] } });
  owner = asking(bot, 'owner');
  await owner.say('hi');
});
afterEach(() => bot.dispose());

async function candidateWho(name: string) {
  const user = bot.user(name);
  await user.say('hi');
  return user;
}

async function ban(name: string): Promise<void> {
  await owner.ask('user ban', { who: name });
  await owner.press('Ban them');
}

describe('somebody who is banned', () => {
  it('may have their data, and have it erased, but is banned all the same when they come back', async () => {
    const user = await candidateWho('candidate');
    await ban('candidate');
    expect(textOf(await user.say('start'))).toContain('`export` and `delete-me` still work');
    expect(textOf(await user.say('export'))).toContain('everything that is stored about you');
    await user.say('delete-me');
    expect(textOf(await user.press('Erase everything of'))).toContain('Everything about you is erased');
    expect(textOf(await user.say('start'))).toContain(BANNED);
    expect(textOf(await user.say('hello'))).toContain(BANNED);
  });

  it('can be let in again after they came back, and is then not banned any more', async () => {
    const user = await candidateWho('candidate');
    await ban('candidate');
    await user.say('delete-me');
    await user.press('Erase everything of');
    await user.say('start');
    expect(textOf(await owner.ask('user unban', { who: 'candidate' }))).toContain('may use the bot again');
    await user.say('delete-me');
    await user.press('Erase everything of');
    expect(textOf(await user.say('hi'))).toContain('Hello! I run mock interviews');
  });

  it('gives no admin commands by coming back as nobody', async () => {
    const user = asking(bot, 'candidate');
    await user.say('hi');
    await ban('candidate');
    await user.say('delete-me');
    await user.press('Erase everything of');
    expect(textOf(await user.ask('stats'))).toContain(BANNED);
  });
});

describe('the audit', () => {
  it('tells somebody what admins did to their account, without who and without what they did to others', async () => {
    const user = await candidateWho('candidate');
    await candidateWho('other');
    await owner.ask('quota grant', { who: 'candidate', number: '2', reason: 'asked nicely' });
    await owner.ask('quota grant', { who: 'other', number: '3', reason: 'not theirs to know' });
    const [message] = await user.say('export');
    const { content = '' } = message?.files?.[0] ?? {};
    expect(exportSchema.parse(JSON.parse(content)).audit).toEqual([
      {
        at: '2027-01-15T08:00:00.000Z',
        action: 'quota.grant',
        youWere: 'subject',
        detail: '+2 · asked nicely',
      },
    ]);
    expect(content).not.toMatch(/owner|not theirs to know/);
  });

  it('goes on without who was erased, and without what was written about them', async () => {
    const user = await candidateWho('candidate');
    await owner.ask('quota grant', { who: 'candidate', number: '2', reason: 'of a private kind' });
    const [question] = await user.say('delete-me');
    const accountId = question?.choices?.[0]?.id.split(':')[2] ?? '';
    expect(textOf(await owner.ask('audit'))).toContain('of a private kind');
    await user.press('Erase everything of');
    const log = textOf(await owner.ask('audit'));
    expect(log).toContain('erased');
    expect(log).not.toContain('of a private kind');
    expect(accountId).not.toBe('');
    expect(log).not.toContain(accountId);
  });

  it('goes on without an admin who was erased', async () => {
    await candidateWho('candidate');
    await candidateWho('second');
    await owner.ask('user role', { who: 'second', role: 'admin' });
    await owner.press('Make them an admin');
    const second = asking(bot, 'second');
    await second.ask('quota grant', { who: 'candidate', number: '1' });
    expect(textOf(await owner.ask('audit'))).toContain('second');
    await second.say('delete-me');
    await second.press('Erase everything of');
    expect(textOf(await owner.ask('audit'))).not.toContain('second');
  });
});
