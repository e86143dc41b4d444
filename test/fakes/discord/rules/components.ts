import { isJson, type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Path, Problem } from '../api-error.ts';

/** Component types (developers/components/reference.mdx, Component Types). */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  file: 13,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const SELECTS: readonly unknown[] = [3, 5, 6, 7, 8];
/** developers/components/reference.mdx, Legacy Message Component Behavior: at most 5 action rows. */
const MAX_ROWS = 5;
/** Same page, Component Reference: "up to 40 total components" with IS_COMPONENTS_V2. */
const MAX_COMPONENTS = 40;
/** Text over all text displays of one message with IS_COMPONENTS_V2 (PLATFORM.md, Limits). */
const MAX_TEXT = 4000;

type Placed = { readonly component: Json; readonly path: Path };

/** All components, nested ones too, with where they are. */
export function flatten(components: readonly Json[], path: Path = ['components']): readonly Placed[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    const single = (name: string) =>
      isJson(component[name]) ? [{ component: component[name], path: [...here, name] }] : [];
    return [
      { component, path: here },
      ...flatten(objectsOf(component['components']), [...here, 'components']),
      ...single('accessory'),
      ...single('component'),
    ];
  });
}

/** What the components of a message break beside the schema. */
export function componentProblems(
  components: readonly Json[],
  isV2: boolean,
  uploadedNames: readonly string[],
): readonly Problem[] {
  const placed = flatten(components);
  return [
    ...(isV2 ? v2Problems(placed, uploadedNames) : legacyProblems(components)),
    ...duplicates(
      placed,
      'custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
    ...duplicates(placed, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ...placed.flatMap(({ component, path }) => singleProblems(component, path)),
  ];
}

function legacyProblems(components: readonly Json[]): readonly Problem[] {
  const foreign = components.flatMap(({ type }, index) =>
    type === COMPONENT.actionRow
      ? []
      : [
          {
            path: ['components', index, 'type'],
            code: 'BASE_TYPE_CHOICES',
            message: 'Value must be one of {1} without MessageFlags.IS_COMPONENTS_V2.',
          },
        ],
  );
  if (components.length <= MAX_ROWS) return foreign;
  const message = `Must be between 1 and ${MAX_ROWS} in length.`;
  return [{ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message }, ...foreign];
}

function v2Problems(placed: readonly Placed[], uploadedNames: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  if (placed.length > MAX_COMPONENTS) {
    const message = `A message can have at most ${MAX_COMPONENTS} components, nested ones included.`;
    problems.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const texts = placed.filter(({ component }) => component['type'] === COMPONENT.textDisplay);
  if (texts.reduce((sum, { component }) => sum + textOf(component['content']).length, 0) > MAX_TEXT) {
    const message = `The text of all components must be ${MAX_TEXT} or fewer in length.`;
    problems.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return [...problems, ...placed.flatMap((entry) => mediaProblems(entry, uploadedNames))];
}

/** developers/components/reference.mdx, Unfurled Media Item: `attachment://<filename>` must name an uploaded file. */
function mediaProblems({ component, path }: Placed, uploadedNames: readonly string[]): readonly Problem[] {
  const media = [
    component['file'],
    component['media'],
    ...objectsOf(component['items']).map(({ media }) => media),
  ];
  return media.filter(isJson).flatMap(({ url }) => {
    const name = /^attachment:\/\/(.+)$/.exec(textOf(url))?.[1];
    if (name !== undefined && uploadedNames.includes(decodeURIComponent(name))) return [];
    if (name === undefined && component['type'] !== COMPONENT.file) return [];
    const message = `The referenced attachment ${textOf(url)} was not found.`;
    return [{ path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
  });
}

/** developers/components/reference.mdx, Anatomy of a Component: `custom_id` and `id` are unique in a message. */
export function duplicates(
  placed: readonly Placed[],
  field: 'custom_id' | 'id',
  code: string,
  message: string,
): readonly Problem[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ component, path }) => {
    const value = component[field];
    // An `id` of 0 counts as none (same section).
    if (value === undefined || value === null || value === 0 || !seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: [...path, field], code, message }];
  });
}

function singleProblems(component: Json, path: Path): readonly Problem[] {
  if (component['type'] === COMPONENT.actionRow) return rowProblems(component, path);
  if (component['type'] === COMPONENT.button) return buttonProblems(component, path);
  return component['type'] === COMPONENT.stringSelect ? selectProblems(component, path) : [];
}

/** developers/components/reference.mdx, Action Row: up to 5 buttons, or a single select. */
function rowProblems(row: Json, path: Path): readonly Problem[] {
  const children = objectsOf(row['components']);
  if (children.length <= 1 || !children.some(({ type }) => SELECTS.includes(type))) return [];
  const message = 'The specified component exceeds the maximum width';
  return [{ path: [...path, 'components', 1], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

/** developers/components/reference.mdx, Button Styles: what each style must and must not have. */
function buttonProblems(button: Json, path: Path): readonly Problem[] {
  const { style, custom_id: id, url, sku_id: sku, label, emoji } = button;
  const problem = (field: string, code: string, message: string): Problem => ({
    path: [...path, field],
    code,
    message,
  });
  if (style === 5) {
    if (!url) return [problem('url', 'BASE_TYPE_REQUIRED', 'A url is required')];
    if (id) return [problem('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', EXCLUSIVE)];
  } else if (style === 6) {
    return sku ? [] : [problem('sku_id', 'BASE_TYPE_REQUIRED', 'A SKU id is required')];
  } else {
    if (!id) return [problem('custom_id', 'COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')];
    if (url) return [problem('url', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', EXCLUSIVE)];
  }
  if (textOf(label).trim() !== '' || isJson(emoji)) return [];
  return [problem('label', 'BUTTON_COMPONENT_INVALID_LABEL', 'A button needs a label or an emoji')];
}
const EXCLUSIVE = 'A custom id and url cannot both be specified';

/** developers/components/reference.mdx, String Select: values are its answer; `min_values` and `max_values` bound it. */
export function selectProblems(select: Json, path: Path): readonly Problem[] {
  const problems: Problem[] = [];
  const options = objectsOf(select['options']);
  const [min, max] = [Number(select['min_values'] ?? 1), Number(select['max_values'] ?? 1)];
  const seen = new Set<unknown>();
  options.forEach(({ value }, index) => {
    if (seen.has(value)) {
      const message = 'The specified option value is already used';
      problems.push({
        path: [...path, 'options', index, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message,
      });
    }
    seen.add(value);
  });
  if (min > max) {
    const message = 'min_values must not be larger than max_values';
    problems.push({ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MAX', message });
  }
  if (options.filter((option) => option['default'] === true).length > max) {
    const message = 'More options are chosen by default than max_values allows';
    problems.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_MAX_VALUES_EXCEEDED', message });
  }
  return problems;
}
