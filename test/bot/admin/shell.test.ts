import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../../seeds/read-seeds.ts';
import { createShell } from '../../../src/bot/admin/shell.ts';
import type { PlaceId } from '../../../src/chat/message.ts';
import { createCatalogue } from '../../../src/questions/catalogue.ts';
import { settingsForTests } from '../../fakes/settings.ts';
import { createTestBot, textOf } from '../../fakes/test-bot.ts';

let bot: Awaited<ReturnType<typeof createTestBot>>;
let ids = 0;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.dispose());

const shell = (place: string | null = null) =>
  createShell({
    store: bot.store,
    settings: settingsForTests(createCatalogue([], [], readTaxonomy())),
    models: null,
    user: 'operator',
    locale: 'en',
    place: place as PlaceId | null,
    readFile: async ({ ref }) => Buffer.from(ref),
    now: () => 1_800_000_000_000,
    newId: () => `shell-${++ids}`,
    logger: pino({ level: 'silent' }),
  });

describe('admin commands at the machine itself', () => {
  it('are answered at once, beside a bot that runs, and leave nothing behind but the audit', async () => {
    expect(textOf(await shell().run('stats', {}, null))).toContain('Accounts: 0');
    expect(textOf(await shell().run('user find', {}, null))).toContain('I know nobody');
    const log = textOf(await shell().run('audit', {}, null));
    expect(log).toContain('operator (`shell:operator`) · looked for accounts');
    expect(await bot.store.claim('admin', 9, Number.MAX_SAFE_INTEGER, 1)).toEqual([]);
    expect(await bot.store.claim('talk', 9, Number.MAX_SAFE_INTEGER, 1)).toEqual([]);
    expect(await bot.store.admin.findMeant('operator')).toEqual([]);
  });

  it('take effect in the bot that runs', async () => {
    const candidate = bot.user('candidate');
    await candidate.say('hi');
    const here = shell();
    const question = await here.run('user ban', { who: 'candidate' }, null);
    expect(textOf(question)).toContain('Ban **candidate**');
    expect(textOf(await candidate.say('status'))).toContain('No interview is running');
    const confirmation = question[0]?.choices?.[0]?.id ?? '';
    expect(textOf(await here.choose(confirmation))).toContain('is banned');
    expect(textOf(await candidate.say('status'))).toContain('You can no longer use this bot.');
    await here.run('user unban', { who: 'candidate' }, null);
    await here.run('settings set', { setting: 'quota', value: '2' }, null);
    await bot.advance(1_000, candidate.conversation);
    expect(textOf(await candidate.say('status'))).toContain('2 of 2');
  });

  it('give roles, and settings of a place that is named', async () => {
    await bot.user('second').say('hi');
    const here = shell('discord:1');
    const question = await here.run('user role', { who: 'second', role: 'admin' }, null);
    await here.choose(question[0]?.choices?.[0]?.id ?? '');
    expect((await bot.store.admin.findMeant('second'))[0]?.role).toBe('admin');
    await here.run('settings set', { setting: 'channels', value: '7' }, null);
    expect(await bot.store.readSettings()).toEqual([{ place: 'discord:1', name: 'channels', value: '7' }]);
  });

  it('say what failed', async () => {
    const broken = {
      ...bot.store,
      admin: { ...bot.store.admin, readAudit: () => Promise.reject(new Error('disk')) },
    };
    const here = createShell({
      store: broken,
      settings: settingsForTests(createCatalogue([], [], readTaxonomy())),
      models: null,
      user: 'operator',
      locale: 'en',
      place: null,
      readFile: async () => new Uint8Array(),
      now: () => 1_800_000_000_000,
      newId: () => `shell-${++ids}`,
      logger: pino({ level: 'silent' }),
    });
    expect(textOf(await here.run('audit', {}, null))).toContain('That did not work');
  });
});
