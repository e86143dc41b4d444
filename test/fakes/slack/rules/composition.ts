import * as z from 'zod';

// docs.slack.dev/reference/block-kit/composition-objects: one page for each of these.

/** Slack counts at least one character; that it must not be blank is a stricter reading. */
export const words = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => text.trim() !== '', 'must be more than 0 characters');
const flag = z.boolean().optional();

/** text-object: 1 to 3,000 characters unless its place says less. */
export const plainText = (maximum: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(maximum), emoji: flag });
const markup = (maximum: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(maximum), verbatim: flag });
export const anyText = (maximum: number) =>
  z.discriminatedUnion('type', [plainText(maximum), markup(maximum)]);

/** confirmation-dialog-object. */
export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

/** option-object: text, value and description up to 75 (the page says 150 for the value since 2024; stricter). */
const option = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({ text, value: z.string().min(1).max(75), description: plainText(75).optional() });
/** Of select menus. */
export const plainOption = option(plainText(75));
/** Of radio buttons and checkboxes. */
export const richOption = z.strictObject({
  ...option(anyText(75)).shape,
  description: anyText(75).optional(),
});
/** Only those of overflow menus may have a link. */
export const overflowOption = z.strictObject({ ...plainOption.shape, url: z.url().max(3000).optional() });
/** option-group-object. */
export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

/** conversation-filter-object. */
export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must have at least one property');

/** dispatch-action-configuration-object. */
export const dispatchConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .max(2),
});

/** slack-file-object: by id or by url. */
const slackFile = z.union([z.strictObject({ id: z.string().min(1) }), z.strictObject({ url: z.url() })]);

/** image-block and image-element: a link or a file of Slack's, not both; alt text always. */
export const imageSource = {
  alt_text: words(2000),
  image_url: z.url().max(3000).optional(),
  slack_file: slackFile.optional(),
};
export const hasOneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);
