import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeDiscord, type FakeDiscord, type Person } from './index.ts';
import { call, connect, identify } from './raw.ts';

/** Finds whether an error tree has a problem at `a.0.b`. */
function problemAt(json: Json, path: string): unknown {
  const steps = path === '' ? [] : path.split('.');
  const node = steps.reduce<unknown>((tree, step) => (tree as Json | undefined)?.[step], json['errors']);
  return (node as { _errors?: unknown[] } | undefined)?._errors?.length;
}

const button = (more: Json = {}): Json => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: readonly Json[]): Json => ({ type: 1, components });
const select = (more: Json = {}): Json => ({
  type: 3,
  custom_id: 'menu',
  options: [{ label: 'A', value: 'a' }],
  ...more,
});
const text = (content: string): Json => ({ type: 10, content });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `L${index}`, value: `v${index}` }));
const V2 = 1 << 15;

type BadRequest = readonly [what: string, body: Json, path: string];

const BAD_MESSAGES: readonly BadRequest[] = [
  ['content of 2,001 characters', { content: 'x'.repeat(2001) }, 'content'],
  ['a field nobody knows', { content: 'x', contnet: 'y' }, 'contnet'],
  [
    'an unknown field inside a component',
    { components: [row(button({ colour: 'red' }))] },
    'components.0.components.0.colour',
  ],
  ['a nonce of 26 characters', { content: 'x', nonce: 'n'.repeat(26) }, 'nonce'],
  ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds'],
  ['an embed title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  ['an embed description of 4,097', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds.0.description'],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields',
  ],
  [
    'a field value of 1,025',
    { embeds: [{ fields: [{ name: 'a', value: 'b'.repeat(1025) }] }] },
    'embeds.0.fields.0.value',
  ],
  ['an empty field value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
  ['a footer of 2,049', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }, 'embeds.0.footer.text'],
  [
    '6,001 characters over two embeds',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    'embeds',
  ],
  [
    'an embed image from a strange place',
    { embeds: [{ image: { url: 'ftp://example.org/a.png' } }] },
    'embeds.0.image.url',
  ],
  [
    'six action rows',
    { components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `b${n}` }))) },
    'components',
  ],
  [
    'six buttons in a row',
    { components: [row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `b${n}` })))] },
    'components.0.components',
  ],
  ['an empty row', { components: [row()] }, 'components.0.components'],
  ['a button beside a select', { components: [row(select(), button())] }, 'components.0.components.1'],
  [
    'the same custom id twice',
    { components: [row(button(), button())] },
    'components.0.components.1.custom_id',
  ],
  [
    'the same component id twice',
    { components: [row(button({ id: 7 }), button({ id: 7, custom_id: 'b' }))] },
    'components.0.components.1.id',
  ],
  [
    'a custom id of 101',
    { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
    'components.0.components.0.custom_id',
  ],
  [
    'an empty custom id',
    { components: [row(button({ custom_id: '' }))] },
    'components.0.components.0.custom_id',
  ],
  [
    'a button without custom id',
    { components: [row({ type: 2, style: 1, label: 'x' })] },
    'components.0.components.0.custom_id',
  ],
  [
    'a button label of 81',
    { components: [row(button({ label: 'x'.repeat(81) }))] },
    'components.0.components.0.label',
  ],
  [
    'a button without label and emoji',
    { components: [row(button({ label: '' }))] },
    'components.0.components.0.label',
  ],
  [
    'a link with a custom id',
    { components: [row(button({ style: 5, url: 'https://example.org' }))] },
    'components.0.components.0.custom_id',
  ],
  [
    'a link without url',
    { components: [row({ type: 2, style: 5, label: 'x' })] },
    'components.0.components.0.url',
  ],
  [
    'an ordinary button with a url',
    { components: [row(button({ url: 'https://example.org' }))] },
    'components.0.components.0.url',
  ],
  [
    '26 options',
    { components: [row(select({ options: options(26) }))] },
    'components.0.components.0.options',
  ],
  [
    'a select without options',
    { components: [row(select({ options: [] }))] },
    'components.0.components.0.options',
  ],
  [
    'an option label of 101',
    { components: [row(select({ options: [{ label: 'x'.repeat(101), value: 'v' }] }))] },
    'components.0.components.0.options.0.label',
  ],
  [
    'one option value twice',
    { components: [row(select({ options: [...options(1), ...options(1)] }))] },
    'components.0.components.0.options.1.value',
  ],
  [
    'a placeholder of 151',
    { components: [row(select({ placeholder: 'x'.repeat(151) }))] },
    'components.0.components.0.placeholder',
  ],
  [
    'min_values over max_values',
    { components: [row(select({ min_values: 2, max_values: 1, options: options(3) }))] },
    'components.0.components.0.min_values',
  ],
  ['a text display without the V2 flag', { components: [text('x')] }, 'components.0.type'],
  ['content with the V2 flag', { flags: V2, content: 'x', components: [text('x')] }, 'content'],
  ['embeds with the V2 flag', { flags: V2, embeds: [{ title: 'x' }], components: [text('x')] }, 'embeds'],
  [
    '41 components, nested ones counted',
    {
      flags: V2,
      components: Array.from({ length: 4 }, (_, n) => ({
        type: 17,
        components: Array.from({ length: 10 }, () => text(`t${n}`)),
      })),
    },
    'components',
  ],
  [
    '4,001 characters of text in V2',
    { flags: V2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
    'components',
  ],
  [
    'a file that was not uploaded',
    { flags: V2, components: [{ type: 13, file: { url: 'attachment://cv.pdf' } }] },
    'components.0',
  ],
  ['the ephemeral flag on an ordinary message', { content: 'x', flags: 64 }, 'flags'],
  [
    'users both parsed and listed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
  ],
  [
    '101 users allowed',
    { content: 'x', allowed_mentions: { users: Array.from({ length: 101 }, (_, n) => String(n)) } },
    'allowed_mentions.users',
  ],
  ['a reply to nothing', { content: 'x', message_reference: { message_id: '1' } }, 'message_reference'],
];

const nameable = { description: 'About it' };
const COMMAND: Json = { name: 'interview', ...nameable };
const option = (more: Json = {}): Json => ({ type: 3, name: 'position', ...nameable, ...more });

const BAD_COMMANDS: readonly BadRequest[] = [
  ['an upper-case name', { ...COMMAND, name: 'Interview' }, 'name'],
  ['a name with a space', { ...COMMAND, name: 'my interview' }, 'name'],
  ['a name of 33', { ...COMMAND, name: 'x'.repeat(33) }, 'name'],
  ['no description', { name: 'interview' }, 'description'],
  ['a description of 101', { ...COMMAND, description: 'x'.repeat(101) }, 'description'],
  ['an unknown locale', { ...COMMAND, name_localizations: { kr: '면접' } }, 'name_localizations.kr'],
  [
    '26 options',
    { ...COMMAND, options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) },
    'options',
  ],
  [
    'a required option after an optional one',
    { ...COMMAND, options: [option(), option({ name: 'topic', required: true })] },
    'options.1',
  ],
  ['one option name twice', { ...COMMAND, options: [option(), option()] }, 'options.1'],
  [
    '26 choices',
    {
      ...COMMAND,
      options: [
        option({ choices: Array.from({ length: 26 }, (_, n) => ({ name: `c${n}`, value: `${n}` })) }),
      ],
    },
    'options.0.choices',
  ],
  [
    'choices with autocomplete',
    { ...COMMAND, options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] },
    'options.0',
  ],
  [
    'a subcommand beside an option',
    { ...COMMAND, options: [{ type: 1, name: 'start', ...nameable }, option()] },
    'options.1',
  ],
  ['an unknown field', { ...COMMAND, localisations: {} }, 'localisations'],
  ['a private channel without user install', { ...COMMAND, contexts: [0, 2] }, 'contexts'],
  [
    'more than 8,000 characters',
    {
      ...COMMAND,
      options: Array.from({ length: 25 }, (_, n) =>
        option({
          name: `o${n}`,
          choices: Array.from({ length: 5 }, (_, c) => ({ name: `${c}`.padEnd(80, 'x'), value: `${c}` })),
        }),
      ),
    },
    '',
  ],
];

describe('what Discord refuses', () => {
  let discord: FakeDiscord;
  let candidate: Person;

  beforeAll(async () => {
    discord = await createFakeDiscord({ rateLimits: false });
    candidate = discord.createPerson('Candidate');
  });
  afterAll(() => discord.close());

  it.each(BAD_MESSAGES)('a message with %s', async (_what, body, path) => {
    const { status, json } = await call(
      discord,
      'POST',
      `/channels/${candidate.directChannel}/messages`,
      body,
    );
    expect({ status, code: json['code'] }).toEqual({ status: 400, code: 50035 });
    expect(problemAt(json, path), JSON.stringify(json)).toBeGreaterThan(0);
    expect(candidate.sees()).toEqual([]);
  });

  it.each([{}, { content: ' \n ' }, { embeds: [{}] }, { content: null }])(
    'an empty message %j',
    async (body) => {
      const { status, json } = await call(
        discord,
        'POST',
        `/channels/${candidate.directChannel}/messages`,
        body,
      );
      expect([status, json['code']]).toEqual([400, 50006]);
    },
  );

  it.each(BAD_COMMANDS)('a command with %s', async (_what, body, path) => {
    const commands = `/applications/${discord.applicationId}/commands`;
    const single = await call(discord, 'POST', commands, body);
    expect([single.status, single.json['code']]).toEqual([400, 50035]);
    expect(problemAt(single.json, path), JSON.stringify(single.json)).toBeGreaterThan(0);
    const bulk = await call(discord, 'PUT', commands, [{ name: 'fine', description: 'fine' }, body]);
    expect(problemAt(bulk.json, path === '' ? '1' : `1.${path}`), JSON.stringify(bulk.json)).toBeGreaterThan(
      0,
    );
    expect(discord.commands()).toEqual([]);
  });

  it('two commands of one name, and a hundred and one commands', async () => {
    const commands = `/applications/${discord.applicationId}/commands`;
    const twice = await call(discord, 'PUT', commands, [COMMAND, COMMAND]);
    expect(twice.json['code']).toBe(50035);
    const many = Array.from({ length: 101 }, (_, index) => ({ ...COMMAND, name: `c${index}` }));
    const tooMany = await call(discord, 'PUT', commands, many);
    expect([400, 30032]).toEqual([
      tooMany.status,
      tooMany.json['code'] === 50035 ? 30032 : tooMany.json['code'],
    ]);
  });

  describe('of files', () => {
    const path = () => `/channels/${candidate.directChannel}/messages`;
    it('one of more than 10 MiB', async () => {
      const files = [{ name: 'cv.pdf', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }];
      const { status, json } = await call(discord, 'POST', path(), {}, { files });
      expect([status, json['code']]).toEqual([413, 40005]);
    });

    it('one that is named but not sent', async () => {
      const { status, json } = await call(discord, 'POST', path(), {
        content: 'x',
        attachments: [{ id: '0' }],
      });
      expect([status, json['code']]).toEqual([400, 50146]);
    });
  });
});

describe('what Discord refuses in a modal', () => {
  let discord: FakeDiscord;
  let candidate: Person;
  let token: string;
  let interaction: string;

  beforeAll(async () => {
    discord = await createFakeDiscord({ rateLimits: false });
    candidate = discord.createPerson('Candidate');
    await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [COMMAND]);
  });
  afterAll(() => discord.close());
  beforeEach(async () => {
    const gateway = await connect(discord);
    gateway.send(identify(discord, 0));
    await gateway.event('READY');
    void candidate.slash('interview');
    const created = (await gateway.event('INTERACTION_CREATE'))['d'] as Json;
    [interaction, token] = [String(created['id']), String(created['token'])];
    gateway.close();
  });

  const input = (more: Json = {}): Json => ({ type: 4, custom_id: 'text', style: 2, ...more });
  const label = (component: Json, more: Json = {}): Json => ({
    type: 18,
    label: 'Answer',
    component,
    ...more,
  });
  const modal = (more: Json = {}): Json => ({
    custom_id: 'form',
    title: 'Form',
    components: [label(input())],
    ...more,
  });

  const BAD: readonly BadRequest[] = [
    ['a title of 46', modal({ title: 'x'.repeat(46) }), 'data.title'],
    ['no custom id', modal({ custom_id: '' }), 'data.custom_id'],
    ['no components', modal({ components: [] }), 'data.components'],
    [
      'six components',
      modal({ components: Array.from({ length: 6 }, (_, n) => label(input({ custom_id: `f${n}` }))) }),
      'data.components',
    ],
    [
      'a label of 46',
      modal({ components: [label(input(), { label: 'x'.repeat(46) })] }),
      'data.components.0.label',
    ],
    [
      'a description of 101',
      modal({ components: [label(input(), { description: 'x'.repeat(101) })] }),
      'data.components.0.description',
    ],
    [
      'a field twice',
      modal({ components: [label(input()), label(input())] }),
      'data.components.1.component.custom_id',
    ],
    [
      'a placeholder of 101',
      modal({ components: [label(input({ placeholder: 'x'.repeat(101) }))] }),
      'data.components.0.component.placeholder',
    ],
    [
      'max_length of 4,001',
      modal({ components: [label(input({ max_length: 4001 }))] }),
      'data.components.0.component.max_length',
    ],
    [
      'min_length over max_length',
      modal({ components: [label(input({ min_length: 9, max_length: 8 }))] }),
      'data.components.0.component.min_length',
    ],
    [
      'a text input with label inside a label',
      modal({ components: [label(input({ label: 'x' }))] }),
      'data.components.0.component.label',
    ],
    [
      'a select for which nothing need be chosen though required',
      modal({ components: [label(select({ min_values: 0 }))] }),
      'data.components.0.component.min_values',
    ],
    [
      'a disabled select',
      modal({ components: [label(select({ disabled: true }))] }),
      'data.components.0.component.disabled',
    ],
    [
      '11 files',
      modal({ components: [label({ type: 19, custom_id: 'cv', max_values: 11 })] }),
      'data.components.0.component.max_values',
    ],
    ['a button', modal({ components: [label(button())] }), 'data.components.0.component'],
    ['an unknown field', modal({ ephemeral: true }), 'data.ephemeral'],
  ];

  it.each(BAD)('with %s', async (_what, data, path) => {
    const { status, json } = await call(discord, 'POST', `/interactions/${interaction}/${token}/callback`, {
      type: 9,
      data,
    });
    expect([status, json['code']]).toEqual([400, 50035]);
    expect(problemAt(json, path), JSON.stringify(json)).toBeGreaterThan(0);
  });

  it('and takes a right one, once', async () => {
    const callback = `/interactions/${interaction}/${token}/callback`;
    expect((await call(discord, 'POST', callback, { type: 9, data: modal() })).status).toBe(204);
    expect((await call(discord, 'POST', callback, { type: 9, data: modal() })).json['code']).toBe(40060);
  });
});
