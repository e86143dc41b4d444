import * as z from 'zod';
import { isJson, type Json, objectsOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal, refuseFor } from '../refusal.ts';
import { plainText } from './composition.ts';
import { problemsIn } from './schema.ts';
import { imageFileProblems } from './slack-files.ts';
import { blockProblems } from './surfaces.ts';

/** docs.slack.dev/reference/methods/views.open, view_too_large: "greater than 250kb". */
const MAX_BYTES = 250 * 1024;

const flag = z.boolean().optional();
const common = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
/** docs.slack.dev/reference/views/modal-views: title, submit and close up to 24 characters. */
const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  close: plainText(24).optional(),
  submit: plainText(24).optional(),
  clear_on_close: flag,
  notify_on_close: flag,
  submit_disabled: flag,
  ...common,
});
/** docs.slack.dev/reference/views/home-tab-views. */
const home = z.strictObject({ type: z.literal('home'), ...common });
const SCHEMAS = { modal, home } as const;

/** @throws Refusal invalid_arguments, view_too_large */
export function checkView({ world }: Core, given: unknown, type: 'modal' | 'home'): Json {
  const pointer = '/view';
  const broken = problemsIn(SCHEMAS[type], given, pointer);
  refuseFor('invalid_arguments', broken);
  const view = isJson(given) ? given : {};
  refuseFor('invalid_arguments', blockProblems(view['blocks'], type, `${pointer}/blocks`));
  refuseFor('invalid_arguments', [
    ...imageFileProblems(world.files, objectsOf(view['blocks']), `${pointer}/blocks`),
    ...submitProblems(view, pointer),
  ]);
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_BYTES) throw new Refusal('view_too_large');
  return view;
}

/** modal-views: "`submit` is required when an input block is within the blocks array". */
function submitProblems(view: Json, pointer: string) {
  if (view['type'] !== 'modal' || view['submit'] !== undefined) return [];
  return objectsOf(view['blocks']).flatMap(({ type }, index) =>
    type === 'input'
      ? [
          {
            message: 'must define `submit` to use an `input` block in modals',
            pointer: `${pointer}/blocks/${index}/input`,
          },
        ]
      : [],
  );
}
