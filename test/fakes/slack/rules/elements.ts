import * as z from 'zod';
import {
  confirm,
  conversationFilter,
  dispatchConfig,
  hasOneSource,
  imageSource,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
  richOption,
} from './composition.ts';

// docs.slack.dev/reference/block-kit/block-elements: one page for each of these.

const flag = z.boolean().optional();
const name = z.string().min(1).max(255);
const acted = { action_id: name.optional() };
const confirmed = { ...acted, confirm: confirm.optional() };
const focused = { focus_on_load: flag };
const placeholder = { placeholder: plainText(150).optional() };
const dispatched = { dispatch_action_config: dispatchConfig.optional() };
const chosen = { ...confirmed, ...focused, ...placeholder };
const several = { ...chosen, max_selected_items: z.int().min(1).optional() };
const element = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const button = element('button', {
  ...confirmed,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});
export const image = element('image', imageSource).refine(
  hasOneSource,
  'failed to match all allowed schemas',
);

type Menu = { options?: readonly unknown[] | undefined; option_groups?: readonly unknown[] | undefined };
const hasOneList = ({ options, option_groups: groups }: Menu) =>
  (options === undefined) !== (groups === undefined);
const lists = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const oneList = 'must have either options or option_groups';

const staticSelect = element('static_select', {
  ...chosen,
  ...lists,
  initial_option: plainOption.optional(),
});
const multiStaticSelect = element('multi_static_select', {
  ...several,
  ...lists,
  initial_options: z.array(plainOption).min(1).optional(),
});
const checkboxes = element('checkboxes', {
  ...confirmed,
  ...focused,
  options: z.array(richOption).min(1).max(10),
  initial_options: z.array(richOption).min(1).optional(),
});
const radioButtons = element('radio_buttons', {
  ...confirmed,
  ...focused,
  options: z.array(richOption).min(1).max(10),
  initial_option: richOption.optional(),
});
const overflow = element('overflow', { ...confirmed, options: z.array(overflowOption).min(1).max(5) });

const ids = z.array(z.string().min(1)).min(1).optional();
const id = z.string().min(1).optional();
const current = { default_to_current_conversation: flag, filter: conversationFilter.optional() };
const answers = { response_url_enabled: flag };
const query = { min_query_length: z.int().min(0).optional() };

const otherSelects = [
  element('users_select', { ...chosen, initial_user: id }),
  element('conversations_select', { ...chosen, ...current, ...answers, initial_conversation: id }),
  element('channels_select', { ...chosen, ...answers, initial_channel: id }),
  element('external_select', { ...chosen, ...query, initial_option: plainOption.optional() }),
  element('multi_users_select', { ...several, initial_users: ids }),
  element('multi_conversations_select', { ...several, ...current, initial_conversations: ids }),
  element('multi_channels_select', { ...several, initial_channels: ids }),
  element('multi_external_select', {
    ...several,
    ...query,
    initial_options: z.array(plainOption).optional(),
  }),
] as const;

const pickers = [
  element('datepicker', { ...chosen, initial_date: z.iso.date().optional() }),
  element('timepicker', {
    ...chosen,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  element('datetimepicker', {
    ...confirmed,
    ...focused,
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

const lengths = (shape: { min_length?: number | undefined; max_length?: number | undefined }) =>
  (shape.min_length ?? 0) <= (shape.max_length ?? 3000);

/** plain-text-input-element: up to 3,000 characters. */
const plainTextInput = element('plain_text_input', {
  ...acted,
  ...focused,
  ...placeholder,
  ...dispatched,
  initial_value: z.string().max(3000).optional(),
  multiline: flag,
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});
const typed = { ...acted, ...focused, ...placeholder, ...dispatched, initial_value: z.string().optional() };
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional();
const typedInputs = [
  element('email_text_input', typed),
  element('url_text_input', typed),
  element('number_input', {
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: number,
    min_value: number,
    max_value: number,
  }),
] as const;

/** file-input-element: 1 to 10 files. */
const fileInput = element('file_input', {
  ...acted,
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

const labelled = {
  text: plainText(75),
  value: z.string().min(1).max(2000),
  accessibility_label: z.string().max(75).optional(),
};
const contextual = [
  element('feedback_buttons', {
    ...acted,
    positive_button: z.strictObject(labelled),
    negative_button: z.strictObject(labelled),
  }),
  element('icon_button', {
    ...confirmed,
    icon: z.literal('trash'),
    text: plainText(75),
    value: z.string().max(2000).optional(),
    accessibility_label: z.string().max(75).optional(),
    visible_to_user_ids: ids,
  }),
] as const;

const menus = [
  staticSelect.refine(hasOneList, oneList),
  multiStaticSelect.refine(hasOneList, oneList),
  ...otherSelects,
] as const;

/** What an actions block holds (actions-block). */
export const actionElement = z.discriminatedUnion('type', [
  button,
  checkboxes,
  radioButtons,
  overflow,
  ...menus,
  ...pickers,
]);
/** What may stand beside a section's text (section-block). */
export const accessory = z.discriminatedUnion('type', [
  button,
  image,
  checkboxes,
  radioButtons,
  overflow,
  ...menus,
  ...pickers,
]);
/** What an input block holds (input-block). */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput.refine(lengths, 'min_length must not be greater than max_length'),
  checkboxes,
  radioButtons,
  fileInput,
  ...menus,
  ...pickers,
  ...typedInputs,
]);
/** What a context_actions block holds (context-actions-block). */
export const contextElement = z.discriminatedUnion('type', [...contextual]);
