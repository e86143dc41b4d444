import { type Json, objectsOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { named } from './naming.ts';

/** docs.slack.dev/reference/methods/chat.postMessage, Truncating content: Slack cuts, which loses text; here refused. */
const MAX_TEXT = 40_000;

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

/** What a message says. @throws Refusal no_text, msg_too_long, invalid_blocks … */
export function readContent(
  core: Core,
  { text = '', blocks, attachments, markdown_text: markdown }: Given,
): Content {
  if (text.length > MAX_TEXT) throw new Refusal('msg_too_long');
  const content = {
    text: markdown ?? text,
    blocks: named(core, objectsOf(blocks)),
    attachments: objectsOf(attachments),
  };
  const isEmpty = content.text === '' && content.blocks.length === 0 && content.attachments.length === 0;
  if (isEmpty) throw new Refusal('no_text');
  return content;
}
