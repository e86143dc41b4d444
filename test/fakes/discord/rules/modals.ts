import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import { type Path, type Problem, refuseFor } from '../api-error.ts';
import { COMPONENT, duplicates, flatten, SELECTS, selectProblems } from './components.ts';
import { schemaProblems } from './schema.ts';

/** interactions/receiving-and-responding.mdx, Modal: "between 1 and 5 (inclusive) components". */
const MAX_TOP_LEVEL = 5;

/**
 * Checks an interaction callback of type 9.
 * @throws ApiError 50035
 */
export function checkModal(callback: Json): void {
  const broken = schemaProblems(ModalInteractionCallbackRequestSchema, callback, ['animated']);
  refuseFor(broken);
  const components = isJson(callback['data']) ? objectsOf(callback['data']['components']) : [];
  const placed = flatten(components, ['data', 'components']);
  const message = `Must be between 1 and ${MAX_TOP_LEVEL} in length.`;
  refuseFor([
    ...(components.length > MAX_TOP_LEVEL
      ? [{ path: ['data', 'components'], code: 'BASE_TYPE_BAD_LENGTH', message }]
      : []),
    ...duplicates(
      placed,
      'custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
    ...duplicates(placed, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ...placed.flatMap(({ component, path }) => fieldProblems(component, path)),
  ]);
}

function fieldProblems(component: Json, path: Path): readonly Problem[] {
  const type = component['type'];
  const problem = (field: string, code: string, message: string): Problem => ({
    path: [...path, field],
    code,
    message,
  });
  // developers/components/reference.mdx, Action Row: in modals one text input a row, itself with a label.
  if (type === COMPONENT.actionRow && objectsOf(component['components']).length > 1) {
    return [problem('components', 'BASE_TYPE_BAD_LENGTH', 'Must be 1 in length.')];
  }
  if (type === COMPONENT.textInput) return textInputProblems(component, path, problem);
  if (!SELECTS.includes(type) && type !== COMPONENT.fileUpload) return [];
  const problems: Problem[] = [];
  // developers/components/reference.mdx, String Select: "using `disabled` in a modal will result in an error".
  if (component['disabled'] === true) {
    problems.push(
      problem('disabled', 'COMPONENT_DISABLED_IN_MODAL', 'Modals cannot have disabled components'),
    );
  }
  // Same page: `min_values` must be omitted or at least 1 if `required` is omitted or true.
  if (component['required'] !== false && component['min_values'] === 0) {
    problems.push(
      problem('min_values', 'NUMBER_TYPE_MIN', 'min_values must be at least 1 when it is required'),
    );
  }
  if (type === COMPONENT.stringSelect) return [...problems, ...selectProblems(component, path)];
  if (Number(component['min_values'] ?? 1) > Number(component['max_values'] ?? 1)) {
    problems.push(problem('min_values', 'NUMBER_TYPE_MAX', 'min_values must not be larger than max_values'));
  }
  return problems;
}

type MakeProblem = (field: string, code: string, message: string) => Problem;

/** developers/components/reference.mdx, Text Input: `label` only in an action row; lengths that can be met. */
function textInputProblems(input: Json, path: Path, problem: MakeProblem): readonly Problem[] {
  const isInLabel = path.at(-1) === 'component';
  const [min, max] = [Number(input['min_length'] ?? 0), Number(input['max_length'] ?? 4000)];
  const problems: Problem[] = [];
  if (isInLabel && input['label'] != null) {
    problems.push(
      problem('label', 'TEXT_INPUT_LABEL_NOT_ALLOWED', 'A text input inside a label has no label'),
    );
  }
  if (!isInLabel && textOf(input['label']) === '') {
    problems.push(problem('label', 'BASE_TYPE_REQUIRED', 'This field is required'));
  }
  if (min > max)
    problems.push(problem('min_length', 'NUMBER_TYPE_MAX', 'min_length must not exceed max_length'));
  if (textOf(input['value']).length > max) {
    problems.push(problem('value', 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`));
  }
  return problems;
}
