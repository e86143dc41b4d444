import * as z from 'zod';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Problem } from '../refusal.ts';
import { anyBlock } from './blocks.ts';
import { problemsIn } from './schema.ts';
import { everyString } from './texts.ts';

export type Surface = 'message' | 'modal' | 'home';

/** docs.slack.dev/reference/block-kit/blocks: "up to 50 blocks in each message, and 100 in modals or Home tabs". */
const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const;
/** Blocks whose pages name messages as their only surface. */
const MESSAGE_ONLY = ['markdown', 'table', 'context_actions', 'alert'];
/** file-input-element: "available in modals"; that it is refused elsewhere is a stricter reading. */
const MODAL_ONLY = ['file_input'];

/** What a list of blocks breaks where it is shown. @param pointer of the list, such as `/view/blocks` */
export function blockProblems(blocks: unknown, surface: Surface, pointer: string): readonly Problem[] {
  const list = z.array(anyBlock).max(MAX_BLOCKS[surface]);
  const broken = problemsIn(list, blocks, pointer);
  if (broken.length > 0) return broken;
  const placed = objectsOf(blocks).map((block, index) => ({ block, at: `${pointer}/${index}` }));
  return [
    ...repeated(
      placed.map(({ block, at }) => ({ id: block['block_id'], at: `${at}/block_id` })),
      'block_id',
    ),
    ...placed.flatMap(({ block, at }) => [...misplaced(block, surface, at), ...elementProblems(block, at)]),
    ...focusProblems(
      placed.map(({ block }) => block),
      pointer,
    ),
  ];
}

type Named = { readonly id: unknown; readonly at: string };

function repeated(named: readonly Named[], field: string): readonly Problem[] {
  const seen = new Set<unknown>();
  return named.flatMap(({ id, at }) => {
    if (id === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ message: `\`${field}\` "${String(id)}" already exists`, pointer: at }];
  });
}

function misplaced(block: Json, surface: Surface, at: string): readonly Problem[] {
  const type = textOf(block['type']);
  if (surface !== 'message' && MESSAGE_ONLY.includes(type)) {
    return [{ message: `unsupported type: ${type}`, pointer: `${at}/type` }];
  }
  const inner = isJson(block['element']) ? textOf(block['element']['type']) : '';
  if (surface === 'modal' || !MODAL_ONLY.includes(inner)) return [];
  return [{ message: `unsupported type: ${inner}`, pointer: `${at}/element/type` }];
}

type Placed = { readonly element: Json; readonly at: string };

/** What can be acted on in a block, and where it is. */
function elementsIn(block: Json, at: string): readonly Placed[] {
  const single = (name: string) =>
    isJson(block[name]) ? [{ element: block[name], at: `${at}/${name}` }] : [];
  const listed = objectsOf(block['elements']).map((element, index) => ({
    element,
    at: `${at}/elements/${index}`,
  }));
  return [...single('accessory'), ...single('element'), ...listed];
}

function elementProblems(block: Json, at: string): readonly Problem[] {
  const elements = elementsIn(block, at);
  // docs: an `action_id` "should be unique among all other action_ids in the containing block".
  const names = elements.map(({ element, at }) => ({ id: element['action_id'], at: `${at}/action_id` }));
  return [...repeated(names, 'action_id'), ...elements.flatMap(menuProblems)];
}

/** option-object: an initial option "exactly matches" one that is offered. That values differ is a stricter reading. */
function menuProblems({ element, at }: Placed): readonly Problem[] {
  const groups = objectsOf(element['option_groups']).flatMap(({ options }) => objectsOf(options));
  const offered = [...objectsOf(element['options']), ...groups];
  if (offered.length === 0) return [];
  const values = offered.map(({ value }, index) => ({ id: value, at: `${at}/options/${index}/value` }));
  const initial = [element['initial_option'], ...objectsOf(element['initial_options'])].filter(isJson);
  const strange = initial.some((option) => !offered.some((candidate) => isSame(candidate, option)));
  return [
    ...repeated(values, 'value'),
    ...(strange ? [{ message: 'must be one of the options', pointer: `${at}/initial_option` }] : []),
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  if (!isJson(one) || !isJson(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
}

/** "Only one element can be set to true" (focus_on_load on the pages of elements). */
function focusProblems(blocks: readonly Json[], pointer: string): readonly Problem[] {
  const focused = blocks
    .flatMap((block) => elementsIn(block, ''))
    .filter(({ element }) => element['focus_on_load'] === true);
  return focused.length > 1 ? [{ message: 'only one element can have focus_on_load', pointer }] : [];
}

/** markdown-block: "The cumulative limit for all markdown blocks in a single payload is 12,000 characters". */
const MAX_MARKDOWN = 12_000;
/** Not documented; observed in github.com/slackapi/bolt-js/issues/2509. */
const MAX_CHARACTERS = 13_200;

/** Whether a message's blocks are longer altogether than Slack takes. */
export function areTooLong(blocks: readonly Json[]): boolean {
  const markdown = blocks.filter(({ type }) => type === 'markdown');
  return length(markdown) > MAX_MARKDOWN || length(blocks) > MAX_CHARACTERS;
}

const length = (blocks: readonly Json[]): number =>
  everyString(blocks).reduce((sum, text) => sum + text.length, 0);
