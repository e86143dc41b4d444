import * as z from 'zod';
import { anyText, hasOneSource, imageSource, plainText } from './composition.ts';
import { accessory, actionElement, contextElement, image, inputElement } from './elements.ts';
import { richTextElement } from './rich-text.ts';

// docs.slack.dev/reference/block-kit/blocks: one page for each of these.

const flag = z.boolean().optional();
const block = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), block_id: z.string().min(1).max(255).optional(), ...shape });

/** section-block: text up to 3,000, or up to 10 fields of 2,000. */
const section = block('section', {
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: flag,
});
const hasWords = ({ text, fields }: { text?: unknown; fields?: unknown }) =>
  text !== undefined || fields !== undefined;

const richText = block('rich_text', { elements: z.array(richTextElement).min(1) });
const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
]);

export const anyBlock = z.discriminatedUnion('type', [
  section.refine(hasWords, 'must have either text or fields'),
  block('header', { text: plainText(150) }),
  block('divider', {}),
  block('image', { ...imageSource, title: plainText(2000).optional() }).refine(
    hasOneSource,
    'must have either image_url or slack_file',
  ),
  block('context', {
    elements: z
      .array(z.discriminatedUnion('type', [...anyText(3000).options, image]))
      .min(1)
      .max(10),
  }),
  block('actions', { elements: z.array(actionElement).min(1).max(25) }),
  block('context_actions', { elements: z.array(contextElement).min(1).max(5) }),
  block('input', {
    label: plainText(2000),
    hint: plainText(2000).optional(),
    element: inputElement,
    optional: flag,
    dispatch_action: flag,
  }),
  block('markdown', { text: z.string().min(1).max(12_000) }),
  richText,
  block('alert', {
    text: anyText(200),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  /** table-block: 100 rows of 20 cells. */
  block('table', {
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: flag }))
      .max(20)
      .optional(),
  }),
]);
