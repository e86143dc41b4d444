import * as z from 'zod';

// docs.slack.dev/reference/block-kit/blocks/rich-text-block.

const flag = z.boolean().optional();
const style = z
  .strictObject({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag })
  .optional();
const piece = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape, style });

const pieces = z.array(
  z.discriminatedUnion('type', [
    piece('text', { text: z.string().min(1) }),
    piece('link', { url: z.string().min(1), text: z.string().optional(), unsafe: flag }),
    piece('emoji', { name: z.string().min(1), unicode: z.string().optional() }),
    piece('user', { user_id: z.string().min(1) }),
    piece('usergroup', { usergroup_id: z.string().min(1) }),
    piece('channel', { channel_id: z.string().min(1) }),
    piece('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }),
    piece('color', { value: z.string().min(1) }),
    piece('date', {
      timestamp: z.int(),
      format: z.string().min(1),
      url: z.string().optional(),
      fallback: z.string().optional(),
    }),
  ]),
);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: pieces });
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
  indent: z.int().min(0).max(8).optional(),
  offset: z.int().min(0).optional(),
  border,
});

export const richTextElement = z.discriminatedUnion('type', [
  section,
  list,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: pieces, border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: pieces,
    border,
    language: z.string().optional(),
  }),
]);
