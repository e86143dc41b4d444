import { CannotDo } from '../../support/cannot.ts';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { checkView } from '../rules/views.ts';
import type { ViewRecord } from '../world/views.ts';
import { type AddFile, type FieldValue, filledIn, isEmpty, stateValues, untouched } from './fields.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What becomes of a form that was submitted. */
export type Submitted = 'closed' | 'errors' | 'updated' | 'pushed' | 'failed';

/**
 * `state.values` of a form.
 * @param given by action or block id.
 * @throws CannotDo what Slack's client would not let pass.
 */
export function submittedValues(
  blocks: readonly Json[],
  given: FieldValues,
  addFile: AddFile,
  held: (block: Json, element: Json) => Json | undefined,
): Json {
  const used = new Set<string>();
  const valueFor = (block: Json, element: Json): FieldValue | undefined => {
    const name = [textOf(element['action_id']), textOf(block['block_id'])].find((id) => id in given);
    if (name === undefined) return undefined;
    used.add(name);
    return given[name];
  };
  const values = stateValues(blocks, (block, element) => {
    const value = valueFor(block, element);
    const state =
      value === undefined ? (held(block, element) ?? untouched(element)) : filledIn(element, value, addFile);
    const isRequired = block['type'] === 'input' && block['optional'] !== true;
    if (isRequired && isEmpty(state)) {
      throw new CannotDo(`${textOf(element['action_id'])} is required.`);
    }
    return state;
  });
  const unknown = Object.keys(given).find((name) => !used.has(name));
  if (unknown !== undefined) throw new CannotDo(`The form has no field ${unknown}.`);
  return values;
}

/**
 * Does what the app answered to a submission (docs.slack.dev/surfaces/modals, Updating, pushing and closing views).
 * Slack shows its own error to the person when it cannot: `failed`.
 */
export function followAnswer(core: Core, view: ViewRecord, answer: Json): Submitted {
  try {
    return follow(core, view, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    core.mistake(`answered a submission with something invalid: ${error.code}`, { answer, ...error.details });
    return 'failed';
  }
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  errors: ['errors'],
  update: ['view'],
  push: ['view'],
  clear: [],
};

function follow(core: Core, view: ViewRecord, answer: Json): Submitted {
  if (Object.keys(answer).length === 0) {
    core.views.close(view.userId, false);
    return 'closed';
  }
  const { response_action: action, ...rest } = answer;
  const fields = FIELDS[textOf(action)];
  if (!fields || Object.keys(rest).sort().join() !== [...fields].sort().join()) {
    throw new Refusal('invalid_response_action');
  }
  const team = core.world.team(view.teamId);
  switch (action) {
    case 'errors':
      view.errors = checkErrors(view, rest['errors']);
      core.changed();
      return 'errors';
    case 'update':
      core.views.update(view, checkView(core, rest['view'], 'modal'));
      return 'updated';
    case 'push':
      core.views.push(team, view.userId, checkView(core, rest['view'], 'modal'));
      return 'pushed';
    default:
      core.views.close(view.userId, true);
      return 'closed';
  }
}

/** Errors belong to input blocks of the view, by their id; others make Slack show none of them. */
function checkErrors(view: ViewRecord, errors: unknown): Readonly<Record<string, string>> {
  const inputs = objectsOf(view.content['blocks']).filter(({ type }) => type === 'input');
  const names = inputs.map(({ block_id: id }) => id);
  const isRight =
    isJson(errors) &&
    Object.keys(errors).length > 0 &&
    Object.entries(errors).every(
      ([id, message]) => names.includes(id) && typeof message === 'string' && message !== '',
    );
  if (!isRight) throw new Refusal('invalid_errors');
  return errors as Readonly<Record<string, string>>;
}
