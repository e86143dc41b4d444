import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { CannotDo, createFakeDiscord, type FakeDiscord, type Person } from './index.ts';
import { call, connect, identify, type RawGateway } from './raw.ts';

const USER_COMMAND = {
  name: 'interview',
  name_localizations: { ko: '면접' },
  description: 'A mock interview',
  integration_types: [0, 1],
  contexts: [0, 1],
  options: [
    {
      type: 1,
      name: 'start',
      name_localizations: { ko: '시작' },
      description: 'Begins',
      options: [
        { type: 3, name: 'position', description: 'For what', choices: [{ name: 'Backend', value: 'be' }] },
        { type: 3, name: 'topic', description: 'About what', autocomplete: true },
      ],
    },
    {
      type: 2,
      name: 'cv',
      description: 'CVs',
      options: [
        {
          type: 1,
          name: 'upload',
          description: 'Uploads',
          options: [{ type: 11, name: 'file', description: 'The PDF', required: true, file_types: ['.pdf'] }],
        },
      ],
    },
  ],
};
const ADMIN_COMMAND = {
  name: 'interview-admin',
  description: 'For admins',
  contexts: [0],
  default_member_permissions: '32',
};

describe('interactions', () => {
  let discord: FakeDiscord;
  let candidate: Person;
  let gateway: RawGateway;
  let seen = 0;

  const next = async (): Promise<Json> => {
    const index = seen++;
    const found = await gateway.payload(
      (payload) =>
        payload['t'] === 'INTERACTION_CREATE' &&
        gateway.received.filter(({ t }) => t === 'INTERACTION_CREATE').indexOf(payload) === index,
    );
    return found['d'] as Json;
  };
  const respond = (interaction: Json, type: number, data?: Json, query = '') =>
    call(discord, 'POST', `/interactions/${interaction['id']}/${interaction['token']}/callback${query}`, {
      type,
      ...(data && { data }),
    });
  const webhook = (interaction: Json, method: string, path = '', body?: Json) =>
    call(discord, method, `/webhooks/${discord.applicationId}/${interaction['token']}${path}`, body);

  beforeEach(async () => {
    seen = 0;
    discord = await createFakeDiscord();
    candidate = discord.createPerson('Candidate');
    gateway = await connect(discord);
    gateway.send(identify(discord, 0));
    await gateway.event('READY');
    const commands = [USER_COMMAND, ADMIN_COMMAND];
    expect(
      (await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, commands)).status,
    ).toBe(200);
  });
  afterEach(() => discord.close());

  it('arrives without any intent, with locale, context and options', async () => {
    candidate.setLocale('ko');
    void candidate.slash('면접 시작', { position: 'be' });
    expect(await next()).toMatchObject({
      type: 2,
      locale: 'ko',
      context: 1,
      user: { id: candidate.id },
      data: {
        name: 'interview',
        options: [{ name: 'start', type: 1, options: [{ name: 'position', value: 'be' }] }],
      },
    });
    void candidate.slash('interview start', {}, { channel: discord.home.channel });
    const inGuild = await next();
    expect(inGuild).toMatchObject({
      context: 0,
      guild_id: discord.home.id,
      member: { user: { id: candidate.id } },
    });
    expect(inGuild['user']).toBeUndefined();
  });

  it('dies when nobody answers within three seconds', async () => {
    const answer = candidate.slash('interview start');
    const interaction = await next();
    discord.clock.advance(3_000);
    expect(await answer).toEqual({ kind: 'failed' });
    expect(await respond(interaction, 4, { content: 'late' })).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
    expect((await webhook(interaction, 'POST', '', { content: 'later' })).json['code']).toBe(10015);
    expect(candidate.sees()).toEqual([]);
  });

  it('is answered once; the token lives for fifteen minutes', async () => {
    const answer = candidate.slash('interview start');
    const interaction = await next();
    expect((await respond(interaction, 5)).status).toBe(204);
    expect(await answer).toMatchObject({ kind: 'deferred' });
    expect(candidate.sees().at(-1)?.isLoading).toBe(true);
    expect(await respond(interaction, 4, { content: 'again' })).toMatchObject({
      status: 400,
      json: { code: 40060 },
    });
    discord.clock.advance(14 * 60_000);
    expect((await webhook(interaction, 'PATCH', '/messages/@original', { content: 'done' })).status).toBe(
      200,
    );
    expect(candidate.sees().at(-1)).toMatchObject({ content: 'done', isLoading: false, isEdited: false });
    discord.clock.advance(60_000 + 1);
    const late = await webhook(interaction, 'PATCH', '/messages/@original', { content: 'too late' });
    expect([late.status, late.json['code']]).toEqual([401, 50027]);
  });

  it('keeps an ephemeral answer from everybody else, the bot\u2019s REST and the gateway', async () => {
    const other = discord.createPerson('Peer');
    void candidate.slash('interview start', {}, { channel: discord.home.channel });
    const interaction = await next();
    const { json } = await respond(interaction, 4, { content: 'psst', flags: 64 }, '?with_response=true');
    const { message } = json['resource'] as { message: { id: string } };
    expect(candidate.sees({ channel: discord.home.channel })).toMatchObject([
      { content: 'psst', isEphemeral: true },
    ]);
    expect(other.sees({ channel: discord.home.channel })).toEqual([]);
    const read = await call(discord, 'GET', `/channels/${discord.home.channel}/messages/${message.id}`);
    expect(read.json['code']).toBe(10008);
    const edit = { content: 'still' };
    expect(
      (await call(discord, 'PATCH', `/channels/${discord.home.channel}/messages/${message.id}`, edit)).status,
    ).toBe(404);
    expect((await webhook(interaction, 'PATCH', '/messages/@original', edit)).status).toBe(200);
    expect((await webhook(interaction, 'DELETE', '/messages/@original')).status).toBe(204);
    expect((await webhook(interaction, 'GET', '/messages/@original')).json['code']).toBe(10008);
  });

  it('fixes ephemerality when it defers, and lets the first follow-up take the place of the wait', async () => {
    void candidate.slash('interview start');
    const interaction = await next();
    await respond(interaction, 5, { flags: 64 });
    await webhook(interaction, 'POST', '', { content: 'first' });
    await webhook(interaction, 'POST', '', { content: 'second' });
    expect(candidate.sees()).toMatchObject([
      { content: 'first', isEphemeral: true, isLoading: false },
      { content: 'second', isEphemeral: false },
    ]);
  });

  it.each([
    ['no components flag on a deferral', 5, { flags: 32768 }],
    ['no update of a command', 7, { content: 'x' }],
    ['no deferred update of a command', 6, undefined],
    ['no choices for a command', 8, { choices: [] }],
    ['no unknown type', 3, { content: 'x' }],
    ['no answer of 2,001 characters', 4, { content: 'x'.repeat(2001) }],
  ])('takes %s', async (_what, type, data) => {
    void candidate.slash('interview start');
    const { status, json } = await respond(await next(), type, data);
    expect([status, json['code']]).toEqual([400, 50035]);
  });

  it('refuses a modal as the answer to a modal', async () => {
    const modal = {
      custom_id: 'form',
      title: 'Form',
      components: [{ type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 1 } }],
    };
    const answer = candidate.slash('interview start');
    expect((await respond(await next(), 9, modal)).status).toBe(204);
    const opened = await answer;
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    expect(() => candidate.submitModal(opened.modal, {})).toThrow(CannotDo);
    expect(() => candidate.submitModal(opened.modal, { other: 'x' })).toThrow(CannotDo);
    void candidate.submitModal(opened.modal, { text: 'hello' });
    const submitted = await next();
    expect(submitted).toMatchObject({
      type: 5,
      data: {
        custom_id: 'form',
        components: [{ type: 18, component: { custom_id: 'text', value: 'hello' } }],
      },
    });
    expect((await respond(submitted, 9, modal)).json['code']).toBe(50035);
    expect((await respond(submitted, 4, { content: 'thanks' })).status).toBe(204);
  });

  it('updates the message whose button was pressed; a disabled or foreign one cannot be', async () => {
    const path = `/channels/${candidate.directChannel}/messages`;
    const buttons = [
      { type: 2, style: 1, label: 'A', custom_id: 'a' },
      { type: 2, style: 1, label: 'B', custom_id: 'b', disabled: true },
    ];
    const menu = { type: 3, custom_id: 'menu', options: [{ label: 'One', value: '1' }] };
    const components = [
      { type: 1, components: buttons },
      { type: 1, components: [menu] },
    ];
    await call(discord, 'POST', path, { content: 'Choose', components });
    const [message] = candidate.sees();
    const answer = candidate.press(message!, 'a');
    const pressed = await next();
    expect(pressed).toMatchObject({
      type: 3,
      data: { custom_id: 'a', component_type: 2 },
      message: { id: message?.id },
    });
    expect((await respond(pressed, 7, { content: 'A it is', components: [] })).status).toBe(204);
    expect(await answer).toEqual({ kind: 'updated' });
    expect(candidate.sees()).toMatchObject([{ content: 'A it is', buttons: [], history: ['Choose'] }]);

    await call(discord, 'POST', path, { content: 'Choose', components });
    const again = candidate.sees().at(-1);
    expect(() => candidate.press(again!, 'b')).toThrow('disabled');
    expect(() => candidate.press(again!, 'c')).toThrow(CannotDo);
    expect(() => candidate.select(again!, 'menu', ['2'])).toThrow('does not offer');
    expect(() => discord.createPerson('Peer').press(again!, 'a')).toThrow(CannotDo);
    const chosen = candidate.select(again!, 'menu', ['1']);
    expect((await respond(await next(), 6)).status).toBe(204);
    expect(await chosen).toEqual({ kind: 'deferredUpdate' });
  });

  it('suggests while somebody types', async () => {
    const offered = candidate.autocomplete('interview start', 'topic', 'cach', { position: 'be' });
    const interaction = await next();
    expect(interaction).toMatchObject({
      type: 4,
      data: {
        options: [{ options: [{ name: 'position' }, { name: 'topic', value: 'cach', focused: true }] }],
      },
    });
    const choices = [{ name: 'Caching', value: 'caching' }];
    const tooMany = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    expect((await respond(interaction, 8, { choices: tooMany })).json['code']).toBe(50035);
    expect((await respond(interaction, 4, { content: 'no' })).json['code']).toBe(50035);
    expect((await respond(interaction, 8, { choices })).status).toBe(204);
    expect(await offered).toEqual({ kind: 'choices', choices });
  });

  it('offers commands by context, permission and language', () => {
    const names = (person: Person, channel?: string) =>
      person.commands(channel === undefined ? {} : { channel }).map(({ name }) => name);
    const admin = discord.createPerson('Admin');
    discord.home.admits(admin.id, ['manageGuild']);
    candidate.setLocale('ko');
    expect(names(candidate)).toEqual(['면접']);
    expect(names(admin)).toEqual(['interview']);
    expect(names(admin, discord.home.channel)).toEqual(['interview', 'interview-admin']);
    expect(names(candidate, discord.home.channel)).toEqual(['면접']);
    expect(() => candidate.slash('interview-admin')).toThrow(CannotDo);
    expect(() => candidate.slash('interview start', { position: 'fe' })).toThrow('no choice');
    expect(() => candidate.slash('interview cv upload')).toThrow('required');
    const text = { name: 'cv.txt', bytes: new Uint8Array(1) };
    expect(() => candidate.slash('interview cv upload', { file: text })).toThrow('.pdf');
  });

  it('hands an attachment option over as an ephemeral file', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    void candidate.slash('interview cv upload', { file: { name: '이력서.pdf', bytes } });
    const { data } = (await next()) as {
      data: { resolved: { attachments: Record<string, { url: string }> } };
    };
    const [file] = Object.values(data.resolved.attachments);
    expect(file?.url).toContain('/ephemeral-attachments/');
    const response = await fetch(file?.url ?? '');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it('allows five follow-ups where only the user has installed the app', async () => {
    const stranger = discord.createPerson('Stranger', { inHomeServer: false, hasInstalledApp: true });
    void stranger.slash('interview start');
    const interaction = await next();
    expect(interaction['authorizing_integration_owners']).toEqual({ 1: stranger.id });
    await respond(interaction, 4, { content: 'hi' });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) {
      if (count === 4) discord.clock.advance(2_000);
      statuses.push((await webhook(interaction, 'POST', '', { content: `${count}` })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
  });
});
