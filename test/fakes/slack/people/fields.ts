import { CannotDo } from '../../support/cannot.ts';
import { type Json, textOf } from '../../support/json.ts';
import { elementsOf, optionsOf } from './message-view.ts';
import { isUpload, type Upload } from './uploads.ts';

export type FieldValue = string | readonly string[] | Upload | readonly Upload[];
export type AddFile = (file: Upload) => Json;

/** docs.slack.dev/reference/block-kit/block-elements/file-input-element: 10 MB a file. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Elements that hold something, and what they hold it as (…/interaction-payloads/view-interactions-payload, state). */
const ONE = ['static_select', 'radio_buttons', 'external_select'];
const MANY = ['multi_static_select', 'checkboxes', 'multi_external_select'];
const ONE_ID: Readonly<Record<string, string>> = {
  users_select: 'user',
  conversations_select: 'conversation',
  channels_select: 'channel',
  datepicker: 'date',
  timepicker: 'time',
};
const TYPED = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

export function holdsSomething(element: Json): boolean {
  const type = textOf(element['type']);
  return [...ONE, ...MANY, ...TYPED, ...Object.keys(ONE_ID), 'file_input'].includes(type);
}

/** What a field holds while nobody has touched it. */
export function untouched(element: Json): Json {
  const type = textOf(element['type']);
  if (ONE.includes(type)) return { selected_option: element['initial_option'] ?? null };
  if (MANY.includes(type)) return { selected_options: element['initial_options'] ?? [] };
  if (type === 'file_input') return { files: [] };
  const kind = ONE_ID[type];
  if (kind !== undefined) return { [`selected_${kind}`]: element[`initial_${kind}`] ?? null };
  return { value: element['initial_value'] ?? null };
}

/** What a field holds once somebody has filled it in. @throws CannotDo what Slack's client would not take. */
export function filledIn(element: Json, given: FieldValue, addFile?: AddFile): Json {
  const type = textOf(element['type']);
  if (type === 'file_input' && addFile) return { files: attached(element, given, addFile) };
  const values = typeof given === 'string' ? [given] : texts(element, given);
  if (ONE.includes(type) || MANY.includes(type)) return chosen(element, values);
  const [value = ''] = values;
  const kind = ONE_ID[type];
  if (kind !== undefined) return { [`selected_${kind}`]: value };
  if (TYPED.includes(type)) return { value: typed(element, value) };
  throw new CannotDo(`${nameOf(element)} cannot be filled in.`);
}

/** @throws CannotDo when they are not offered. */
export function chosen(menu: Json, values: readonly string[]): Json {
  const options = values.map((value) => {
    const option = optionsOf(menu).find((candidate) => candidate['value'] === value);
    if (!option) throw new CannotDo(`${nameOf(menu)} does not offer ${value}.`);
    return option;
  });
  if ([...ONE, 'overflow'].includes(textOf(menu['type']))) {
    const [option] = options;
    if (!option || options.length > 1) throw new CannotDo('Choose one.');
    return { selected_option: option };
  }
  const most = Number(menu['max_selected_items'] ?? options.length);
  if (options.length > most) throw new CannotDo(`Choose at most ${most}.`);
  return { selected_options: options };
}

export function isEmpty(state: Json): boolean {
  return Object.values(state).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

const nameOf = (element: Json): string => textOf(element['action_id']);

function texts(element: Json, given: Exclude<FieldValue, string>): readonly string[] {
  const list = Array.isArray(given) ? given : [given];
  return list.map((value) => {
    if (typeof value !== 'string') throw new CannotDo(`${nameOf(element)} takes no files.`);
    return value;
  });
}

/** docs.slack.dev/reference/block-kit/block-elements: what each kind of input lets through. */
function typed(element: Json, value: string): string | null {
  if (value === '') return null;
  const fail = (why: string): never => {
    throw new CannotDo(`${nameOf(element)} ${why}.`);
  };
  const [min, max] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3000)];
  if (value.length < min || value.length > max) fail(`takes ${min} to ${max} characters`);
  if (element['multiline'] !== true && value.includes('\n')) fail('takes one line');
  switch (element['type']) {
    case 'email_text_input':
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) fail('takes an e-mail address');
      break;
    case 'url_text_input':
      if (!URL.canParse(value)) fail('takes a URL');
      break;
    case 'number_input':
      demandNumber(element, value, fail);
  }
  return value;
}

function demandNumber(element: Json, value: string, fail: (why: string) => never): void {
  const form = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const [min, max] = [Number(element['min_value'] ?? -Infinity), Number(element['max_value'] ?? Infinity)];
  if (!form.test(value) || Number(value) < min || Number(value) > max) fail('takes another number');
}

function attached(element: Json, given: FieldValue, addFile: AddFile): readonly Json[] {
  const files = (Array.isArray(given) ? given : [given]).filter(isUpload);
  const most = Number(element['max_files'] ?? 10);
  if (files.length > most) throw new CannotDo(`${nameOf(element)} takes at most ${most} files.`);
  const types = element['filetypes'];
  for (const { name, bytes, claimedBytes = bytes.length } of files) {
    const ending = name.split('.').at(-1)?.toLowerCase();
    if (Array.isArray(types) && !types.includes(ending))
      throw new CannotDo(`${name} is none of ${types.join(', ')}.`);
    if (claimedBytes > MAX_FILE_BYTES) throw new CannotDo(`${name} is larger than 10 MB.`);
  }
  return files.map(addFile);
}

/** `state.values` of a message or view: by block and action, what each field holds. */
export function stateValues(
  blocks: readonly Json[],
  held: (block: Json, element: Json) => Json | undefined,
): Json {
  const values: Record<string, Json> = {};
  for (const block of blocks) {
    const inBlock = elementsOf(block)
      .filter(holdsSomething)
      .map((element) => [
        nameOf(element),
        { type: element['type'], ...(held(block, element) ?? untouched(element)) },
      ]);
    if (inBlock.length > 0) values[textOf(block['block_id'])] = Object.fromEntries(inBlock);
  }
  return values;
}
