import { CannotDo } from '../../support/cannot.ts';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import { elementsOf, optionsOf } from './message-view.ts';

/** An element that can be acted on, and the block it is in. @throws CannotDo */
export function elementCalled(
  blocks: readonly Json[],
  actionId: string,
): { readonly block: Json; readonly element: Json } {
  for (const block of blocks) {
    const element = elementsOf(block).find((candidate) => candidate['action_id'] === actionId);
    if (element) return { block, element };
  }
  throw new CannotDo(`Nothing there is called ${actionId}.`);
}

/** One entry of `actions` (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function actionJson(block: Json, element: Json, ts: string, more: Json): Json {
  return {
    type: element['type'],
    action_id: element['action_id'],
    block_id: block['block_id'],
    ...more,
    action_ts: ts,
  };
}

/** @throws CannotDo when it is no button. */
export function pressed(button: Json): Json {
  if (button['type'] !== 'button') throw new CannotDo(`${textOf(button['action_id'])} is no button.`);
  return {
    text: button['text'],
    ...(button['value'] !== undefined && { value: button['value'] }),
    ...(button['style'] !== undefined && { style: button['style'] }),
  };
}

const ONE = ['static_select', 'radio_buttons', 'overflow'];
const MANY = ['multi_static_select', 'checkboxes'];

/** What choosing these values of a menu tells the app. @throws CannotDo when they are not offered. */
export function chosen(menu: Json, values: readonly string[]): Json {
  const type = textOf(menu['type']);
  const offered = optionsOf(menu);
  const options = values.map((value) => {
    const option = offered.find((candidate) => candidate['value'] === value);
    if (!option) throw new CannotDo(`${textOf(menu['action_id'])} does not offer ${value}.`);
    return option;
  });
  if (ONE.includes(type)) {
    const [option] = options;
    if (!option || options.length > 1) throw new CannotDo('Choose one.');
    return {
      selected_option: option,
      ...(isJson(menu['placeholder']) && { placeholder: menu['placeholder'] }),
    };
  }
  if (!MANY.includes(type)) throw new CannotDo(`${textOf(menu['action_id'])} is no menu.`);
  const most = Number(menu['max_selected_items'] ?? options.length);
  if (options.length > most) throw new CannotDo(`Choose at most ${most}.`);
  return { selected_options: objectsOf(options) };
}
