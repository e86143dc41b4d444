import * as z from 'zod';
import { isJson, type Json, objectsOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal, refuseFor } from '../refusal.ts';
import { named } from './naming.ts';
import { problemsIn } from './schema.ts';
import { imageFileProblems } from './slack-files.ts';
import { areTooLong, blockProblems } from './surfaces.ts';

/** docs.slack.dev/reference/methods/chat.postMessage, Truncating content: Slack cuts, which loses text; here refused. */
export const MAX_TEXT = 40_000;
/** Same page: `markdown_text` up to 12,000. */
const MAX_MARKDOWN = 12_000;
/** Same page, too_many_attachments. */
const MAX_ATTACHMENTS = 100;

/** docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments. */
const attachment = z.strictObject({
  blocks: z.array(z.unknown()).optional(),
  color: z.string().optional(),
  fallback: z.string().optional(),
  ...Object.fromEntries(
    ['pretext', 'text', 'title', 'title_link', 'author_name', 'footer', 'image_url', 'thumb_url'].map(
      (name) => [name, z.string().optional()],
    ),
  ),
  fields: z
    .array(z.strictObject({ title: z.string(), value: z.string(), short: z.boolean().optional() }))
    .optional(),
  mrkdwn_in: z.array(z.string()).optional(),
});

type Given = {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly markdown_text?: string | undefined;
};
export type Content = {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
};

/**
 * What a message says.
 * @throws Refusal no_text, msg_too_long, msg_blocks_too_long, invalid_blocks, invalid_blocks_format,
 *   invalid_attachments, too_many_attachments, markdown_text_conflict
 */
export function readContent(core: Core, given: Given, maxText = MAX_TEXT): Content {
  const { text = '', blocks, attachments, markdown_text: markdown } = given;
  if (text.length > maxText || (markdown ?? '').length > MAX_MARKDOWN) throw new Refusal('msg_too_long');
  if (markdown !== undefined && (text !== '' || blocks !== undefined)) {
    throw new Refusal('markdown_text_conflict');
  }
  const content = {
    text: markdown ?? text,
    blocks: named(core, checkBlocks(core, blocks)),
    attachments: checkAttachments(attachments),
  };
  const isEmpty =
    content.text.trim() === '' && content.blocks.length === 0 && content.attachments.length === 0;
  if (isEmpty) throw new Refusal('no_text');
  return content;
}

function checkBlocks({ world }: Core, blocks: unknown): readonly Json[] {
  if (blocks === undefined) return [];
  if (!Array.isArray(blocks) || !blocks.every(isJson)) throw new Refusal('invalid_blocks_format');
  refuseFor('invalid_blocks', blockProblems(blocks, 'message', '/blocks'));
  refuseFor('invalid_blocks', imageFileProblems(world.files, blocks, '/blocks'));
  // docs.slack.dev/reference/block-kit/blocks/table-block: one table a message.
  if (blocks.filter(({ type }) => type === 'table').length > 1) {
    throw new Refusal('invalid_attachments', { errors: ['only_one_table_allowed'] });
  }
  if (areTooLong(blocks)) throw new Refusal('msg_blocks_too_long');
  return blocks;
}

function checkAttachments(attachments: unknown): readonly Json[] {
  if (attachments === undefined) return [];
  const list = z.array(attachment);
  refuseFor('invalid_attachments', problemsIn(list, attachments, '/attachments'));
  const given = objectsOf(attachments);
  if (given.length > MAX_ATTACHMENTS) throw new Refusal('too_many_attachments');
  for (const [index, { blocks }] of given.entries()) {
    if (blocks === undefined) continue;
    refuseFor('invalid_attachments', blockProblems(blocks, 'message', `/attachments/${index}/blocks`));
  }
  return given;
}
