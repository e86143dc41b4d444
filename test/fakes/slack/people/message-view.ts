import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { pingsIn } from '../rules/pings.ts';
import { everyString } from '../rules/texts.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';

export type ButtonView = {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  readonly url: string;
  readonly style: string;
  readonly accessibilityLabel: string;
};
export type OptionView = { readonly label: string; readonly value: string; readonly description: string };
export type SelectView = {
  readonly type: string;
  readonly actionId: string;
  readonly placeholder: string;
  readonly options: readonly OptionView[];
  /** Values that are chosen already. */
  readonly chosen: readonly string[];
};
export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly bytes: Uint8Array;
};

/** A message as somebody sees it. */
export type MessageView = {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  readonly isFromBot: boolean;
  /** What notifications and screen readers say, and what shows where there are no blocks. */
  readonly fallback: string;
  /** Everything that can be read: texts of blocks with the labels of buttons and options; the fallback without blocks. */
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly buttons: readonly ButtonView[];
  readonly selects: readonly SelectView[];
  readonly files: readonly FileView[];
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  /** Earlier fallbacks, oldest first. */
  readonly history: readonly string[];
  /** Of a reply: the message it is under. */
  readonly threadTs: string | undefined;
  /** Shown in the channel as well as in its thread. */
  readonly isBroadcast: boolean;
  readonly metadata: Json | undefined;
  /** Whom it notifies: `channel`, `here`, `everyone`, ids of people and groups. */
  readonly pings: readonly string[];
  /** Whether links in it may be shown with a preview. */
  readonly unfurls: boolean;
};

export const SELECTS = /select$|^(overflow|radio_buttons|checkboxes)$/;

export function viewOf(message: MessageRecord): MessageView {
  const elements = message.blocks.flatMap(elementsOf);
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
  return {
    ts: message.ts,
    channelId: message.channelId,
    userId: message.userId,
    isFromBot: message.isFromBot,
    fallback: message.text,
    text: message.blocks.length === 0 ? message.text : everyString(message.blocks).join('\n'),
    blocks: message.blocks,
    buttons: elements.filter(({ type }) => type === 'button').map(buttonView),
    selects: elements.filter(({ type }) => SELECTS.test(textOf(type))).map(selectView),
    files: message.files.map(({ id, name, title, altText, bytes }) => ({ id, name, title, altText, bytes })),
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.editedTs !== undefined,
    history: [...message.history],
    threadTs: isReply ? message.threadTs : undefined,
    isBroadcast: message.isBroadcast,
    metadata: message.metadata,
    pings: pingsIn(message.text, message.blocks),
    unfurls: message.unfurls,
  };
}

/** What can be acted on in a block. */
export function elementsOf(block: Json): readonly Json[] {
  return [block['accessory'], block['element'], ...objectsOf(block['elements'])].filter(isJson);
}

const labelOf = (value: unknown): string => (isJson(value) ? textOf(value['text']) : '');

export function buttonView(button: Json): ButtonView {
  return {
    label: labelOf(button['text']),
    actionId: textOf(button['action_id']),
    value: textOf(button['value']),
    url: textOf(button['url']),
    style: textOf(button['style']),
    accessibilityLabel: textOf(button['accessibility_label']),
  };
}

export function optionsOf(select: Json): readonly Json[] {
  const groups = objectsOf(select['option_groups']).flatMap(({ options }) => objectsOf(options));
  return [...objectsOf(select['options']), ...groups];
}

export function selectView(select: Json): SelectView {
  const chosen = [select['initial_option'], ...objectsOf(select['initial_options'])].filter(isJson);
  return {
    type: textOf(select['type']),
    actionId: textOf(select['action_id']),
    placeholder: labelOf(select['placeholder']),
    options: optionsOf(select).map((option) => ({
      label: labelOf(option['text']),
      value: textOf(option['value']),
      description: labelOf(option['description']),
    })),
    chosen: chosen.map(({ value }) => textOf(value)),
  };
}

/** What somebody sees in a channel, oldest first, replies included. */
export function messagesSeen(core: Core, channel: ChannelRecord, userId: string): readonly MessageView[] {
  return core.world.seenBy(userId, channel).map((message) => viewOf(message));
}
