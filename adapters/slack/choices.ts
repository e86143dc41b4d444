import type { ActionsBlock, Button, PlainTextElement, StaticSelect } from '@slack/types';
import { chunk, uniqueChoices, wantsMenu } from '../../src/chat/choice-form.ts';
import type { Choice } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { SLACK_LIMITS } from './limits.ts';

/** On the adapter's own button that asks for a form to upload a file in. */
export const UPLOAD_ACTION = 'slack-upload';

const label = (text: string, characters: number): PlainTextElement => ({
  type: 'plain_text',
  text: safeLine(text, characters),
  emoji: false,
});

/** Choices as buttons, or as menus where they are many, long, or explained by hints; each id once. */
export function toActions(choices: readonly Choice[], placeholder: string): ActionsBlock[] {
  const unique = uniqueChoices(choices);
  const elements: readonly (Button | StaticSelect)[] = wantsMenu(unique)
    ? menus(unique, placeholder)
    : unique.map(toButton);
  return chunk(elements, SLACK_LIMITS.buttonsPerBlock).map((row) => ({ type: 'actions', elements: row }));
}

/** Names of actions are unique in their message; what was chosen stands in the value. */
function toButton({ id, label: text, style }: Choice, index: number): Button {
  return {
    type: 'button',
    action_id: `choice:${index}`,
    text: label(text, SLACK_LIMITS.buttonLabelCharacters),
    value: id,
    ...(style && { style }),
  };
}

function menus(choices: readonly Choice[], placeholder: string): StaticSelect[] {
  return chunk(choices, SLACK_LIMITS.selectOptions).map((options, index) => ({
    type: 'static_select',
    action_id: `menu:${index}`,
    placeholder: label(placeholder, SLACK_LIMITS.placeholderCharacters),
    options: options.map(({ id, label: text, hint }) => ({
      text: label(text, SLACK_LIMITS.optionCharacters),
      value: id,
      ...(hint && { description: label(hint, SLACK_LIMITS.optionCharacters) }),
    })),
  }));
}

export function uploadButton(text: string): ActionsBlock {
  const button: Button = {
    type: 'button',
    action_id: UPLOAD_ACTION,
    text: label(text, SLACK_LIMITS.buttonLabelCharacters),
  };
  return { type: 'actions', elements: [button] };
}

/** docs.slack.dev/reference/interaction-payloads/block_actions-payload, of an action. */
export type SlackAction = {
  readonly action_id: string;
  readonly value?: string;
  readonly selected_option?: { readonly value?: string } | null;
};

/** The id of what was chosen, or `null` for an action that means nothing here. */
export function choiceOf({ value, selected_option: option }: SlackAction): string | null {
  return value ?? option?.value ?? null;
}
