import type { KnownBlock } from '@slack/types';
import { splitText } from '../../src/chat/text.ts';
import { SLACK_LIMITS } from './limits.ts';
import { safeText, toPlain, toRichText } from './rich-text.ts';

/** Blocks that stay together, with what they say as plain text. */
export type Piece = { readonly blocks: readonly KnownBlock[]; readonly text: string };

/** Text in as many pieces as Slack's limit for one block makes of it. */
export function textPieces(markdown: string): readonly Piece[] {
  return splitText(safeText(markdown), SLACK_LIMITS.blockCharacters).flatMap((part) => {
    const block = toRichText(part);
    return block ? [{ blocks: [block], text: toPlain(part) }] : [];
  });
}

/** Deals pieces out to messages, in order, within the limits of one message. */
export function packPieces(pieces: readonly Piece[]): readonly Piece[] {
  const messages: { blocks: KnownBlock[]; text: string; room: number }[] = [];
  for (const { blocks, text } of pieces) {
    const last = messages.at(-1);
    const fits =
      last && text.length <= last.room && last.blocks.length + blocks.length <= SLACK_LIMITS.blocksPerMessage;
    if (fits) {
      last.blocks.push(...blocks);
      last.text = [last.text, text].filter((part) => part !== '').join('\n\n');
      last.room -= text.length;
    } else messages.push({ blocks: [...blocks], text, room: SLACK_LIMITS.messageCharacters - text.length });
  }
  return messages.map(({ blocks, text }) => ({ blocks, text }));
}
