import { isJson, type Json, objectsOf } from '../../support/json.ts';
import type { Core } from '../core.ts';

/** Elements that are acted on, and so have an `action_id`. */
const ACTIVE =
  /^(button|checkboxes|radio_buttons|overflow|(date|time|datetime)picker|(multi_)?(static|external|users|conversations|channels)_select|(plain|rich)_text_input|(email|url|number)_.*input|file_input|workflow_button|feedback_buttons|icon_button)$/;

/** Blocks as Slack keeps them: those without a `block_id`, and elements without an `action_id`, are given one. */
export function named(core: Pick<Core, 'ids'>, blocks: readonly Json[]): readonly Json[] {
  const element = (value: unknown): unknown =>
    isJson(value) && ACTIVE.test(String(value['type']))
      ? { ...value, action_id: value['action_id'] ?? core.ids.next('a') }
      : value;
  return blocks.map((block) => ({
    ...block,
    block_id: block['block_id'] ?? core.ids.next('b'),
    ...(block['accessory'] !== undefined && { accessory: element(block['accessory']) }),
    ...(block['element'] !== undefined && { element: element(block['element']) }),
    ...(Array.isArray(block['elements']) && { elements: objectsOf(block['elements']).map(element) }),
  }));
}
