import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/json.ts';
import { CannotDo, createFakeSlack, type FakeSlack, type Person } from './index.ts';
import { call, connect, type RawSocket } from './raw.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const input = (id: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: id,
  label: plain(id),
  element: { action_id: `${id}_action`, ...element },
  ...more,
});
const answer = input('answer', { type: 'plain_text_input', multiline: true, min_length: 2, max_length: 20 });
const modal = (more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('A form'),
  submit: plain('Send'),
  blocks: [answer],
  ...more,
});
const home = (more: Json = {}): Json => ({ type: 'home', blocks: [{ type: 'divider' }], ...more });

describe('modals and the Home tab', () => {
  let slack: FakeSlack;
  let candidate: Person;
  let socket: RawSocket;

  beforeEach(async () => {
    slack = await createFakeSlack();
    candidate = slack.createPerson('Candidate');
    socket = await connect(slack);
  });
  afterEach(() => slack.close());

  /** Acknowledges what comes next and gives its payload. */
  const take = async (reply?: Json): Promise<Json> => {
    const envelope = await socket.next();
    socket.acknowledge(envelope, reply);
    return envelope['payload'] as Json;
  };
  const trigger = async (): Promise<unknown> => {
    const [payload] = await Promise.all([take(), candidate.shortcut('start_interview')]);
    return payload['trigger_id'];
  };
  const open = async (view: Json, method = 'views.open') =>
    (await call(slack, method, { trigger_id: await trigger(), view })).json;
  const shown = () => candidate.modal ?? expect.fail('no modal');

  it.each<[string, Json, string]>([
    [
      'a title of 25',
      { title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'a title in mrkdwn',
      { title: { type: 'mrkdwn', text: 'x' } },
      'must be a valid enum value [json-pointer:/view/title/type]',
    ],
    ['no title', { title: undefined }, 'missing required field: title [json-pointer:/view]'],
    [
      'a submit of 25',
      { submit: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'a close of 25',
      { close: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'an input without submit',
      { submit: undefined },
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
    [
      'metadata of 3,001',
      { private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a callback id of 256',
      { callback_id: 'x'.repeat(256) },
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      '101 blocks',
      { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'a markdown block',
      { blocks: [{ type: 'markdown', text: 'x' }] },
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
    [
      'eleven files',
      { blocks: [input('cv', { type: 'file_input', max_files: 11 })] },
      'must be less than 10 [json-pointer:/view/blocks/0/element/max_files]',
    ],
    [
      'no files',
      { blocks: [input('cv', { type: 'file_input', max_files: 0 })] },
      'must be greater than 1 [json-pointer:/view/blocks/0/element/max_files]',
    ],
    [
      'two in focus',
      { blocks: ['a', 'b'].map((id) => input(id, { type: 'plain_text_input', focus_on_load: true })) },
      'only one element can have focus_on_load [json-pointer:/view/blocks]',
    ],
    ['another type', { type: 'home' }, 'must be a valid enum value [json-pointer:/view/type]'],
    ['an unknown field', { titel: plain('x') }, 'invalid additional property: titel [json-pointer:/view]'],
  ])('refuses %s', async (_, more, error) => {
    const json = await open(modal(more));
    expect(json).toMatchObject({ error: 'invalid_arguments' });
    expect(json['errors']).toContain(error);
  });

  it('refuses a view of more than 250 kB', async () => {
    const text = { type: 'mrkdwn', text: 'x'.repeat(3000) };
    const blocks = Array.from({ length: 100 }, () => ({ type: 'section', text }));
    expect(await open(modal({ blocks }))).toMatchObject({ error: 'view_too_large' });
  });

  it('opens once by a trigger, within three seconds', async () => {
    const id = await trigger();
    const ask = (given: Json) => call(slack, 'views.open', { view: modal(), ...given });
    expect((await ask({ trigger_id: id })).json).toMatchObject({ ok: true, view: { callback_id: 'form' } });
    expect((await ask({ trigger_id: id })).json).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = await trigger();
    slack.clock.advance(3_000);
    expect((await ask({ trigger_id: late })).json).toMatchObject({ error: 'expired_trigger_id' });
    expect((await ask({ trigger_id: '1.2.abc' })).json).toMatchObject({ error: 'invalid_trigger_id' });
  });

  it('stacks three views and no more', async () => {
    expect(await open(modal(), 'views.push')).toMatchObject({ error: 'not_found' });
    await open(modal());
    await open(modal(), 'views.push');
    const third = await open(modal(), 'views.push');
    expect(third).toMatchObject({ ok: true, view: { root_view_id: candidate.modals[0]?.id } });
    expect(await open(modal(), 'views.push')).toMatchObject({ error: 'push_limit_reached' });
    await candidate.close(shown());
    expect(candidate.modals).toHaveLength(2);
  });

  it('updates by id and hash', async () => {
    await open(modal({ external_id: 'mine' }));
    const { id, hash } = shown();
    const update = async (given: Json) =>
      (await call(slack, 'views.update', { view: modal(), ...given })).json;
    expect(await update({ view_id: id, hash })).toMatchObject({ ok: true });
    expect(await update({ view_id: id, hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ view_id: 'V1' })).toMatchObject({ error: 'not_found' });
    expect(await update({})).toMatchObject({ error: 'invalid_arguments' });
    await update({ view_id: id, view: modal({ external_id: 'mine' }) });
    expect(await open(modal({ external_id: 'mine' }), 'views.push')).toMatchObject({
      error: 'duplicate_external_id',
    });
  });

  it('takes only what Slack’s client lets through', async () => {
    const pdf = { name: 'cv.pdf', bytes: new Uint8Array([37, 80, 68, 70]) };
    await open(
      modal({
        blocks: [
          answer,
          input('cv', { type: 'file_input', filetypes: ['pdf'], max_files: 1 }, { optional: true }),
          input('mail', { type: 'email_text_input' }, { optional: true }),
          input(
            'age',
            { type: 'number_input', is_decimal_allowed: false, max_value: '120' },
            { optional: true },
          ),
        ],
      }),
    );
    const refused = (values: Parameters<Person['submit']>[1]) =>
      expect(candidate.submit(shown(), values)).rejects.toThrow(CannotDo);
    await refused({});
    await refused({ answer: 'x' });
    await refused({ answer: 'x'.repeat(21) });
    await refused({ answer: 'fine', cv: { ...pdf, name: 'cv.txt' } });
    await refused({ answer: 'fine', cv: [pdf, pdf] });
    await refused({ answer: 'fine', cv: { ...pdf, claimedBytes: 11 * 1024 * 1024 } });
    await refused({ answer: 'fine', mail: 'nobody' });
    await refused({ answer: 'fine', age: '1.5' });
    await refused({ answer: 'fine', age: '121' });
    await refused({ answer: 'fine', anwser: 'x' });

    const values = { answer: 'An index', cv: pdf, mail_action: 'a@example.org' };
    const [payload, result] = await Promise.all([take(), candidate.submit(shown(), values)]);
    expect(result).toBe('closed');
    expect(payload).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'form',
        state: {
          values: {
            answer: { answer_action: { type: 'plain_text_input', value: 'An index' } },
            cv: { cv_action: { type: 'file_input', files: [{ name: 'cv.pdf', filetype: 'pdf' }] } },
            mail: { mail_action: { value: 'a@example.org' } },
            age: { age_action: { value: null } },
          },
        },
      },
    });
    expect(candidate.modal).toBeUndefined();
  });

  it('follows what the app answers to a submission', async () => {
    await open(modal());
    const submit = async (reply?: Json) => {
      const [, result] = await Promise.all([take(reply), candidate.submit(shown(), { answer: 'fine' })]);
      return result;
    };
    const errors = { answer: 'Say more' };
    expect(await submit({ response_action: 'errors', errors })).toBe('errors');
    expect(shown().errors).toEqual(errors);
    expect(await submit({ response_action: 'update', view: modal({ title: plain('Again') }) })).toBe(
      'updated',
    );
    expect(shown()).toMatchObject({ title: 'Again', errors: {} });
    expect(await submit({ response_action: 'push', view: modal({ title: plain('Above') }) })).toBe('pushed');
    expect(await submit({ response_action: 'clear' })).toBe('closed');
    expect(candidate.modals).toEqual([]);
    expect(slack.mistakes).toEqual([]);
  });

  it('shows the person an error when the answer makes no sense', async () => {
    await open(modal());
    const submit = async (reply: Json) => {
      const [, result] = await Promise.all([take(reply), candidate.submit(shown(), { answer: 'fine' })]);
      return result;
    };
    expect(await submit({ response_action: 'errors', errors: { nobody: 'x' } })).toBe('failed');
    expect(await submit({ response_action: 'errors', errors: {} })).toBe('failed');
    expect(await submit({ response_action: 'update', view: modal({ title: undefined }) })).toBe('failed');
    expect(await submit({ response_action: 'shut' })).toBe('failed');
    expect(await submit({ text: 'x' })).toBe('failed');
    expect(slack.mistakes).toHaveLength(5);
    const submission = candidate.submit(shown(), { answer: 'fine' });
    await socket.next();
    slack.clock.advance(3_000);
    expect(await submission).toBe('failed');
    expect(candidate.modals).toHaveLength(1);
  });

  it('tells of a closed view when the app has asked to be told', async () => {
    await open(modal({ notify_on_close: true, clear_on_close: true }));
    const [payload] = await Promise.all([take(), candidate.close(shown())]);
    expect(payload).toMatchObject({ type: 'view_closed', is_cleared: true, view: { callback_id: 'form' } });
  });

  it('sends what is pressed and chosen in it, with all that is filled in', async () => {
    const option = { text: plain('Backend'), value: 'be' };
    const elements = [
      { type: 'button', action_id: 'go', text: plain('Go'), value: '7' },
      { type: 'static_select', action_id: 'position', options: [option] },
    ];
    await open(modal({ blocks: [answer, { type: 'actions', block_id: 'row', elements }] }));
    await Promise.all([take(), candidate.choose(shown(), 'position', 'be')]);
    const [payload] = await Promise.all([take(), candidate.click(shown(), 'go')]);
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: shown().id },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: '7' }],
      view: { state: { values: { row: { position: { selected_option: option } } } } },
    });
    expect(payload).not.toHaveProperty('response_url');
    await expect(candidate.choose(shown(), 'position', 'fe')).rejects.toThrow(CannotDo);
    await expect(async () => candidate.click(shown(), 'position')).rejects.toThrow(CannotDo);
  });

  it('publishes a Home tab, which opening it shows', async () => {
    const publish = async (given: Json) =>
      (await call(slack, 'views.publish', { user_id: candidate.id, view: home(), ...given })).json;
    expect(await publish({ view: modal() })).toMatchObject({ error: 'invalid_arguments' });
    expect(await publish({ user_id: 'U1' })).toMatchObject({ error: 'user_not_found' });
    expect(await publish({})).toMatchObject({ ok: true });
    expect(await publish({ hash: '1.2' })).toMatchObject({ error: 'hash_conflict' });
    candidate.opens('home');
    expect(await take()).toMatchObject({
      event: { type: 'app_home_opened', tab: 'home', user: candidate.id, view: { id: candidate.home?.id } },
    });
    const bare = await createFakeSlack({ hasHomeTab: false });
    const user = bare.createPerson('Candidate').id;
    expect((await call(bare, 'views.publish', { user_id: user, view: home() })).json).toMatchObject({
      error: 'not_enabled',
    });
    await bare.close();
  });
});
