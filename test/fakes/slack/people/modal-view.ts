import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import { everyString } from '../rules/texts.ts';
import type { ViewRecord } from '../world/views.ts';
import {
  type ButtonView,
  buttonView,
  elementsOf,
  type OptionView,
  SELECTS,
  type SelectView,
  selectView,
} from './message-view.ts';

export type InputView = {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly isOptional: boolean;
  readonly isMultiline: boolean;
  readonly initialValue: string;
  readonly options: readonly OptionView[];
};

/** A modal or Home tab as somebody sees it. */
export type SurfaceView = {
  readonly id: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly title: string;
  /** The labels of its two buttons; empty when there is none. */
  readonly submit: string;
  readonly close: string;
  /** Everything that can be read in its blocks. */
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly inputs: readonly InputView[];
  readonly buttons: readonly ButtonView[];
  readonly selects: readonly SelectView[];
  /** What is wrong with what was submitted, by block id. */
  readonly errors: Readonly<Record<string, string>>;
};

const wordsOf = (value: unknown): string => (isJson(value) ? textOf(value['text']) : '');

export function surfaceView({ id, hash, content, errors }: ViewRecord): SurfaceView {
  const blocks = objectsOf(content['blocks']);
  const outsideInputs = blocks.filter(({ type }) => type !== 'input').flatMap(elementsOf);
  return {
    id,
    hash,
    callbackId: textOf(content['callback_id']),
    privateMetadata: textOf(content['private_metadata']),
    title: wordsOf(content['title']),
    submit: wordsOf(content['submit']),
    close: wordsOf(content['close']),
    text: everyString(blocks).join('\n'),
    blocks,
    inputs: blocks.filter(({ type }) => type === 'input').map(inputView),
    buttons: outsideInputs.filter(({ type }) => type === 'button').map(buttonView),
    selects: outsideInputs.filter(({ type }) => SELECTS.test(textOf(type))).map(selectView),
    errors,
  };
}

function inputView(block: Json): InputView {
  const element = isJson(block['element']) ? block['element'] : {};
  return {
    blockId: textOf(block['block_id']),
    actionId: textOf(element['action_id']),
    type: textOf(element['type']),
    label: wordsOf(block['label']),
    hint: wordsOf(block['hint']),
    placeholder: wordsOf(element['placeholder']),
    isOptional: block['optional'] === true,
    isMultiline: element['multiline'] === true,
    initialValue: textOf(element['initial_value']),
    options: selectView(element).options,
  };
}
