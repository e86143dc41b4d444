import { afterEach, describe, expect, it } from 'vitest';
import type { QuotaGrant } from '../../src/accounts/quota.ts';
import type { BotSettings } from '../../src/bot/settings.ts';
import type { Locale, PlatformUserId } from '../../src/chat/message.ts';
import { createTestBot, textOf } from '../fakes/test-bot.ts';

/** The clock of the bot stands at 15 January 2027, 08:00 UTC. */
const NOW = 1_800_000_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;

let bot: Awaited<ReturnType<typeof createTestBot>>;
afterEach(() => bot.dispose());

/** Somebody who has used so many of two interviews. */
async function candidate(used: number, settings: Partial<BotSettings> = {}, locale: Locale = 'en') {
  bot = await createTestBot({ settings: { sessionsPerAccount: 2, ...settings } });
  const user = bot.user('candidate', locale);
  await user.say('hi');
  for (let count = 0; count < used + 3; count += 1) {
    await user.say('start');
    await user.say('stop');
  }
  return user;
}

async function grant(count: number, expiresAt: number | null): Promise<void> {
  const given: QuotaGrant = {
    id: `grant-${count}`,
    count,
    grantedAt: NOW,
    expiresAt,
    grantedBy: 'fake:admin' as PlatformUserId,
    reason: 'asked for it',
  };
  const subject = { type: 'user', id: 'fake:candidate' as PlatformUserId } as const;
  await bot.store.turn({ eventId: `grant-${count}`, at: NOW, subject, detail: 'part' }, ({ account }) => ({
    writes: account ? [{ type: 'grantQuota', accountId: account.id, grant: given }] : [],
    jobs: [],
  }));
}

describe('status says', () => {
  it('how many interviews are left', async () => {
    const user = await candidate(1);
    expect(textOf(await user.say('status'))).toContain('1 of 2 interviews left.');
  });

  it('when there are new ones, in both languages', async () => {
    const user = await candidate(1, { sessionsRenew: 'monthly' });
    expect(textOf(await user.say('status'))).toContain(
      '1 of 2 interviews left. On 1 Feb 2027 (UTC) you get 2 new.',
    );
    await user.say('language ko');
    expect(textOf(await user.say('상태'))).toContain(
      '면접이 2번 중 1번 남았어요. 2027. 2. 1.(UTC)에 2번이 새로 생겨요.',
    );
  });

  it('what an admin gave, and until when', async () => {
    const user = await candidate(0);
    await grant(3, NOW + 5 * DAY_MS);
    await grant(1, null);
    expect(textOf(await user.say('status'))).toContain(
      '6 of 6 interviews left. 3 of them are extra, to be used before 20 Jan 2027 (UTC). 1 of them is extra.',
    );
  });
});

describe('at the limit', () => {
  it('somebody hears what else they can do', async () => {
    const user = await candidate(2);
    expect(textOf(await user.say('start'))).toBe(
      'You have used all 2 of your interviews. `history` and `report 1` still show what you did, with the example answers. Whoever runs this bot can give you more.',
    );
  });

  it('somebody hears when there are new ones, and gets them then', async () => {
    const user = await candidate(2, { sessionsRenew: 'monthly' }, 'ko');
    expect(textOf(await user.say('시작'))).toContain(
      '면접 2번을 모두 사용하셨어요. 2027. 2. 1.(UTC)에 2번이 새로 생겨요.',
    );
    await bot.advance(17 * DAY_MS, user.conversation);
    await user.say('시작');
    expect(textOf(await user.say('상태'))).toContain('면접이 2번 중 1번 남았어요.');
  });

  it('a grant lets somebody begin again', async () => {
    const user = await candidate(2);
    await grant(1, NOW + DAY_MS);
    expect(textOf(await user.say('start'))).toContain('Before you send your CV');
    expect(textOf(await user.say('status'))).toContain('0 of 3 interviews left.');
  });
});
