import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../fakes/discord/index.ts';
import { createSession, hear, press } from './bot-on-discord.ts';

let session: Awaited<ReturnType<typeof createSession>>;
afterEach(() => session.dispose());

/** An owner who manages a server, somebody who manages it without being an admin of the bot, and a member. */
async function open(locale = 'en-US') {
  let owner: Person | null = null;
  session = await createSession(({ discord }) => {
    owner = discord.createPerson('Owner', { locale });
    return [`discord:${owner.id}`];
  });
  const { discord } = session.setting;
  if (!owner) throw new Error('There is an owner.');
  const host = discord.createPerson('Host');
  const member = discord.createPerson('Member');
  for (const { id } of [owner as Person, host]) discord.home.admits(id, ['manageGuild']);
  return { discord, owner: owner as Person, host, member, where: { channel: discord.home.channel } };
}

describe('/interview-admin', () => {
  it('answers in a server for the eyes of who asked', async () => {
    const { discord, owner, member, where } = await open();
    const act = () => owner.slash('interview-admin stats', {}, where);
    const shown = await hear(session.setting, owner, act, 'Statistics', where);
    expect(shown.isEphemeral).toBe(true);
    expect(member.sees(where).filter(({ isFromBot }) => isFromBot)).toEqual([]);
    expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('has Korean names and answers', async () => {
    const { owner, where } = await open('ko');
    const act = () => owner.slash('면접관리 통계', {}, where);
    expect((await hear(session.setting, owner, act, '통계', where)).isEphemeral).toBe(true);
  });

  it('is offered to those who manage the server, where it is no direct message', async () => {
    const { owner, member, where } = await open();
    const names = (person: Person, there?: typeof where) => person.commands(there).map(({ name }) => name);
    expect(names(owner, where)).toContain('interview-admin');
    expect(names(member, where)).not.toContain('interview-admin');
    expect(names(owner)).not.toContain('interview-admin');
  });

  it('is refused to a server’s own admins, beside what is theirs', async () => {
    const { host, where } = await open();
    const act = () => host.slash('interview-admin stats', {}, where);
    const shown = await hear(session.setting, host, act, 'That is for the people who run this bot.', where);
    expect(shown.isEphemeral).toBe(true);
  });

  it('asks before it bans, by buttons, and works as words in a direct message', async () => {
    const { owner, member, where } = await open();
    await hear(session.setting, member, () => member.dm('hi'), 'Hello!');
    const act = () => owner.slash('interview-admin user ban', { who: `discord:${member.id}` }, where);
    const question = await hear(session.setting, owner, act, 'Ban **Member**', where);
    await hear(session.setting, owner, () => press(owner, question, 'Ban them'), 'is banned', where);
    await hear(session.setting, member, () => member.dm('start'), 'You can no longer use this bot.');
    await hear(session.setting, owner, () => owner.dm('/admin user unban Member'), 'may use the bot again');
    await hear(session.setting, member, () => member.dm('status'), 'No interview is running');
  });
});

describe('what belongs to a server', () => {
  it('is set there by who manages it, for the eyes of who does', async () => {
    const { host, member, where } = await open();
    const act = () =>
      host.slash('interview-admin settings set', { setting: 'channels', value: '<#1>' }, where);
    const shown = await hear(session.setting, host, act, '`channels` is **1**', where);
    expect(shown.isEphemeral).toBe(true);
    const start = () => member.slash('interview start', {}, where);
    const told = await hear(session.setting, member, start, 'I am not used in this channel', where);
    expect(told.isEphemeral).toBe(true);
    await hear(session.setting, member, () => member.dm('hi'), 'Hello!');
  });
});

describe('a file of questions', () => {
  it('is attached to the command, shown first, and taken by a button', async () => {
    const { owner, where } = await open();
    const csv =
      'position,question,topic,example_answer\nbe,What does fsync promise?,disks,That it is on disk.';
    const file = { name: 'new.csv', bytes: new TextEncoder().encode(csv) };
    const act = () => owner.slash('interview-admin questions import', { file }, where);
    const preview = await hear(session.setting, owner, act, 'has 1 questions that are new', where);
    const take = () => press(owner, preview, 'Add the question');
    await hear(session.setting, owner, take, 'One question of **new.csv**', where);
    const wrong = { file: { ...file, name: 'cv.pdf' } };
    expect(() => owner.slash('interview-admin questions import', wrong, where)).toThrow('none of .csv');
  });
});
