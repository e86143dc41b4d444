import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { createFakeSlack, type FakeSlack, type Person } from './index.ts';
import { call } from './raw.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
const section = (more: Json = {}): Json => ({ type: 'section', text: mrkdwn('x'), ...more });
const button = (more: Json = {}): Json => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });
const option = (value = 'v', more: Json = {}): Json => ({ text: plain('L'), value, ...more });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
const select = (more: Json = {}): Json => ({
  type: 'static_select',
  action_id: 'menu',
  options: options(2),
  ...more,
});
const actions = (...elements: readonly Json[]): Json => ({ type: 'actions', elements });
const input = (element: Json, more: Json = {}): Json => ({
  type: 'input',
  label: plain('L'),
  element,
  ...more,
});
const typed = (more: Json = {}): Json => ({ type: 'plain_text_input', action_id: 'text', ...more });
const image = (more: Json = {}): Json => ({
  type: 'image',
  alt_text: 'A chart',
  image_url: 'https://example.org/a.png',
  ...more,
});
const richText = (...elements: readonly Json[]): Json => ({ type: 'rich_text', elements });
const row = (cells: number) => Array.from({ length: cells }, () => ({ type: 'raw_text', text: 'x' }));
const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

type BadBlock = readonly [what: string, block: Json, error: string];

const BAD_BLOCKS: readonly BadBlock[] = [
  ['an unknown type', { type: 'sections' }, 'unsupported type: sections [json-pointer:/blocks/0/type]'],
  ['no type', { text: mrkdwn('x') }, 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an unknown field',
    section({ colour: 'red' }),
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'a block_id of 256',
    section({ block_id: 'x'.repeat(256) }),
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'a section of 3,001',
    section({ text: mrkdwn('x'.repeat(3001)) }),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty text',
    section({ text: mrkdwn('') }),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a blank text',
    section({ text: mrkdwn(' \n') }),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['text that is a string', section({ text: 'x' }), 'must provide an object [json-pointer:/blocks/0/text]'],
  ['a section of nothing', { type: 'section' }, 'must have either text or fields [json-pointer:/blocks/0]'],
  [
    'eleven fields',
    section({ fields: times(11, () => mrkdwn('x')) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'a field of 2,001',
    section({ fields: [mrkdwn('x'.repeat(2001))] }),
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'emoji in mrkdwn',
    section({ text: { ...mrkdwn('x'), emoji: true } }),
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an input beside a section',
    section({ accessory: typed() }),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]',
  ],
  [
    'a header of 151',
    { type: 'header', text: plain('x'.repeat(151)) },
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a header in mrkdwn',
    { type: 'header', text: mrkdwn('x') },
    'must be a valid enum value [json-pointer:/blocks/0/text/type]',
  ],
  [
    'eleven context elements',
    { type: 'context', elements: times(11, () => mrkdwn('x')) },
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'an empty context',
    { type: 'context', elements: [] },
    'must provide at least 1 items [json-pointer:/blocks/0/elements]',
  ],
  [
    '26 elements in actions',
    actions(...times(26, (index) => button({ action_id: `b${index}` }))),
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'an input in actions',
    actions(typed()),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'the same action_id twice',
    actions(button(), button()),
    '`action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'a button of 76',
    actions(button({ text: plain('x'.repeat(76)) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a button in mrkdwn',
    actions(button({ text: mrkdwn('x') })),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/text/type]',
  ],
  [
    'an action_id of 256',
    actions(button({ action_id: 'x'.repeat(256) })),
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'a value of 2,001',
    actions(button({ value: 'x'.repeat(2001) })),
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a value that is a number',
    actions(button({ value: 7 })),
    'must provide a string [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a style that is null',
    actions(button({ style: null })),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'a link that is none',
    actions(button({ url: 'example' })),
    'failed to match schema [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'an accessibility label of 76',
    actions(button({ accessibility_label: 'x'.repeat(76) })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]',
  ],
  [
    'a confirmation without its parts',
    actions(button({ confirm: { title: plain('x'), text: plain('x'), confirm: plain('x') } })),
    'missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]',
  ],
  [
    'a confirmation title of 101',
    actions(
      button({
        confirm: { title: plain('x'.repeat(101)), text: plain('x'), confirm: plain('x'), deny: plain('x') },
      }),
    ),
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
  [
    '101 options',
    actions(select({ options: options(101) })),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'no options',
    actions(select({ options: [] })),
    'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'neither options nor groups',
    actions({ type: 'static_select' }),
    'must have either options or option_groups [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an option text of 76',
    actions(select({ options: [option('v', { text: plain('x'.repeat(76)) })] })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'an option value of 76',
    actions(select({ options: [option('x'.repeat(76))] })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    'an option description of 76',
    actions(select({ options: [option('v', { description: plain('x'.repeat(76)) })] })),
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
  ],
  [
    'the same value twice',
    actions(select({ options: [option(), option()] })),
    '`value` "v" already exists [json-pointer:/blocks/0/elements/0/options/1/value]',
  ],
  [
    'an initial option that is not offered',
    actions(select({ initial_option: option('other') })),
    'must be one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
  ],
  [
    'a link in a menu',
    actions(select({ options: [option('v', { url: 'https://example.org' })] })),
    'invalid additional property: url [json-pointer:/blocks/0/elements/0/options/0]',
  ],
  [
    'a placeholder of 151',
    actions(select({ placeholder: plain('x'.repeat(151)) })),
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    'an option group of 101',
    actions({ type: 'static_select', option_groups: [{ label: plain('x'), options: options(101) }] }),
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups/0/options]',
  ],
  [
    'eleven checkboxes',
    actions({ type: 'checkboxes', options: options(11) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'eleven radio buttons',
    actions({ type: 'radio_buttons', options: options(11) }),
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'six in an overflow menu',
    actions({ type: 'overflow', options: options(6) }),
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a date in another form',
    actions({ type: 'datepicker', initial_date: '1.2.2026' }),
    'failed to match schema [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    'none to select',
    actions({ type: 'multi_users_select', max_selected_items: 0 }),
    'must be greater than 1 [json-pointer:/blocks/0/elements/0/max_selected_items]',
  ],
  [
    'an image without alt text',
    image({ alt_text: undefined }),
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'an alt text of 2,001',
    image({ alt_text: 'x'.repeat(2001) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  ],
  [
    'an image of nothing',
    image({ image_url: undefined }),
    'must have either image_url or slack_file [json-pointer:/blocks/0]',
  ],
  [
    'an image link of 3,001',
    image({ image_url: `https://example.org/${'x'.repeat(2981)}` }),
    'must be less than 3001 characters [json-pointer:/blocks/0/image_url]',
  ],
  [
    'a markdown block of 12,001',
    { type: 'markdown', text: 'x'.repeat(12_001) },
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
  [
    'an input without label',
    { type: 'input', element: typed() },
    'missing required field: label [json-pointer:/blocks/0]',
  ],
  [
    'a label of 2,001',
    input(typed(), { label: plain('x'.repeat(2001)) }),
    'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  ],
  [
    'a label in mrkdwn',
    input(typed(), { label: mrkdwn('x') }),
    'must be a valid enum value [json-pointer:/blocks/0/label/type]',
  ],
  ['a button as input', input(button()), 'unsupported type: button [json-pointer:/blocks/0/element/type]'],
  [
    'an input of 3,001',
    input(typed({ max_length: 3001 })),
    'must be less than 3000 [json-pointer:/blocks/0/element/max_length]',
  ],
  [
    'lengths that cannot be met',
    input(typed({ min_length: 9, max_length: 8 })),
    'min_length must not be greater than max_length [json-pointer:/blocks/0/element]',
  ],
  [
    'a file input in a message',
    input({ type: 'file_input' }),
    'unsupported type: file_input [json-pointer:/blocks/0/element/type]',
  ],
  [
    'a number input without its kind',
    input({ type: 'number_input' }),
    'missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]',
  ],
  [
    'rich text of something unknown',
    richText({ type: 'rich_text_block', elements: [] }),
    'unsupported type: rich_text_block [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a link without address',
    richText({ type: 'rich_text_section', elements: [{ type: 'link' }] }),
    'missing required field: url [json-pointer:/blocks/0/elements/0/elements/0]',
  ],
  [
    'a table of 101 rows',
    { type: 'table', rows: times(101, () => row(1)) },
    'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'a table of 21 columns',
    { type: 'table', rows: [row(21)] },
    'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  ],
  [
    'an alert of 201',
    { type: 'alert', text: plain('x'.repeat(201)) },
    'must be less than 201 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'six context actions',
    {
      type: 'context_actions',
      elements: times(6, (index) => ({
        type: 'icon_button',
        action_id: `i${index}`,
        icon: 'trash',
        text: plain('x'),
      })),
    },
    'no more than 5 items allowed [json-pointer:/blocks/0/elements]',
  ],
];

describe('what messages are made of', () => {
  let slack: FakeSlack;
  let candidate: Person;
  const post = async (given: Json) =>
    (await call(slack, 'chat.postMessage', { channel: candidate.dm.id, text: 'x', ...given })).json;

  beforeAll(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
  });
  afterAll(() => slack.close());

  it.each(BAD_BLOCKS)('refuses %s', async (_, block, error) => {
    expect(await post({ blocks: [block] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [error],
      response_metadata: { messages: [`[ERROR] ${error}`] },
    });
  });

  it('refuses 51 blocks, and two with one block_id', async () => {
    expect(await post({ blocks: times(51, () => section()) })).toMatchObject({
      error: 'invalid_blocks',
      errors: ['no more than 50 items allowed [json-pointer:/blocks]'],
    });
    expect(await post({ blocks: times(2, () => section({ block_id: 'same' })) })).toMatchObject({
      errors: ['`block_id` "same" already exists [json-pointer:/blocks/1/block_id]'],
    });
    expect(await post({ blocks: { type: 'divider' } })).toMatchObject({ error: 'invalid_blocks_format' });
  });

  it('refuses more than 12,000 characters of markdown and 13,200 of everything', async () => {
    const markdown = (length: number) => ({ type: 'markdown', text: 'x'.repeat(length) });
    expect(await post({ blocks: [markdown(6001), markdown(6000)] })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
    const long = times(5, () => section({ text: mrkdwn('x'.repeat(2700)) }));
    expect(await post({ blocks: long })).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(await post({ blocks: long.slice(1) })).toMatchObject({ ok: true });
  });

  it('refuses two tables, markdown beside text, and 101 attachments', async () => {
    const table = { type: 'table', rows: [row(1)] };
    expect(await post({ blocks: [table, table] })).toMatchObject({ errors: ['only_one_table_allowed'] });
    expect(await post({ markdown_text: '**x**' })).toMatchObject({ error: 'markdown_text_conflict' });
    expect(await post({ attachments: times(101, () => ({ text: 'x' })) })).toMatchObject({
      error: 'too_many_attachments',
    });
    expect(await post({ attachments: [{ blocks: [section({ text: mrkdwn('') })] }] })).toMatchObject({
      error: 'invalid_attachments',
    });
    expect(await post({ attachments: [{ title: 'x', titel: 'y' }] })).toMatchObject({
      errors: ['invalid additional property: titel [json-pointer:/attachments/0]'],
    });
  });

  it('refuses metadata that is not of its form', async () => {
    expect(await post({ metadata: { event_type: 'job' } })).toMatchObject({
      error: 'invalid_metadata_format',
    });
    const payload = { event_type: 'job', event_payload: {}, more: 1 };
    expect(await post({ metadata: payload })).toMatchObject({ error: 'invalid_metadata_format' });
  });

  it('refuses files that are no images, or not there', async () => {
    const { files } = candidate.dm.upload({ name: 'cv.pdf', bytes: new Uint8Array([1]) });
    const [{ id } = { id: '' }] = files;
    const block = (file: Json) => image({ image_url: undefined, slack_file: file });
    const error = 'invalid slack file [json-pointer:/blocks/0/slack_file.id/slack_file]';
    expect(await post({ blocks: [block({ id })] })).toMatchObject({
      error: 'invalid_blocks',
      errors: [error],
    });
    expect(await post({ blocks: [block({ id: 'F1' })] })).toMatchObject({ errors: [error] });
    const chart = candidate.dm.upload({ name: 'a.png', bytes: new Uint8Array([1]) }).files[0];
    expect(await post({ blocks: [block({ id: chart?.id })] })).toMatchObject({ ok: true });
  });

  it('knows whom a message notifies', async () => {
    await post({
      text: 'x',
      blocks: [
        section({ text: mrkdwn('<!channel> <@U123|a> &lt;!here&gt;') }),
        section({ text: plain('<!everyone>') }),
      ],
    });
    expect(candidate.dm.messages.at(-1)?.pings).toEqual(['channel', 'U123']);
    await post({
      blocks: [richText({ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] })],
    });
    expect(candidate.dm.messages.at(-1)?.pings).toEqual(['here']);
    await post({ text: 'everyone & <!everyone>' });
    expect(candidate.dm.messages.at(-1)?.pings).toEqual(['everyone']);
  });

  it('takes one of everything', async () => {
    const { json } = await call(slack, 'chat.postMessage', {
      channel: candidate.dm.id,
      text: 'Everything',
      blocks: [
        { type: 'header', text: plain('Header') },
        section({ fields: [mrkdwn('*a*'), plain('b')], accessory: image(), expand: true }),
        { type: 'divider' },
        { type: 'context', elements: [mrkdwn('x'), image()] },
        actions(
          button({ style: 'primary', value: 'v', url: 'https://example.org' }),
          select({ placeholder: plain('Choose'), initial_option: option('v1') }),
          { type: 'overflow', action_id: 'more', options: [option('v', { url: 'https://example.org' })] },
          { type: 'datepicker', action_id: 'date', initial_date: '2026-11-22' },
          { type: 'users_select', action_id: 'who' },
        ),
        image({ title: plain('Title') }),
        input(typed({ multiline: true, min_length: 1, max_length: 3000 }), {
          hint: plain('Hint'),
          optional: true,
        }),
        { type: 'markdown', text: '**bold**' },
        richText({
          type: 'rich_text_section',
          elements: [{ type: 'text', text: 'bold', style: { bold: true } }],
        }),
        { type: 'table', rows: [row(2)], column_settings: [{ align: 'right' }] },
        { type: 'alert', text: mrkdwn('Careful'), level: 'warning' },
      ],
    });
    expect(json).toMatchObject({ ok: true });
    const { blocks } = json['message'] as { blocks: readonly Json[] };
    expect(blocks.every(({ block_id: id }) => typeof id === 'string')).toBe(true);
  });
});
