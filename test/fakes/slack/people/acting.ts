import { CannotDo } from '../../support/cannot.ts';
import { type Json, textOf } from '../../support/json.ts';
import { elementsOf } from './message-view.ts';

export type Acted = { readonly block: Json; readonly element: Json };

/** An element that can be acted on, and the block it is in. @throws CannotDo */
export function elementCalled(blocks: readonly Json[], actionId: string): Acted {
  for (const block of blocks) {
    const element = elementsOf(block).find((candidate) => candidate['action_id'] === actionId);
    if (element) return { block, element };
  }
  throw new CannotDo(`Nothing there is called ${actionId}.`);
}

/** One entry of `actions` (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function actionJson({ block, element }: Acted, ts: string, more: Json): Json {
  const { type, action_id, placeholder } = element;
  return {
    type,
    action_id,
    block_id: block['block_id'],
    ...more,
    ...(placeholder !== undefined && { placeholder }),
    action_ts: ts,
  };
}

/** @throws CannotDo when it is no button. */
export function pressed({ element: button }: Acted): Json {
  if (button['type'] !== 'button') throw new CannotDo(`${textOf(button['action_id'])} is no button.`);
  const { text, value, style } = button;
  return { text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) };
}
