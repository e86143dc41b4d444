import type { KnownBlock } from '@slack/types';
import type { Locale, Outgoing } from '../../src/chat/message.ts';
import { cardPieces } from './card-pieces.ts';
import { toActions, uploadButton } from './choices.ts';
import { SLACK_LIMITS } from './limits.ts';
import { type Piece, packPieces, textPieces } from './pieces.ts';
import type { MessageContent } from './slack-api.ts';
import type { SlackWords } from './words.ts';

type Words = Readonly<Record<Locale, SlackWords>>;

/** A message of the bot as the messages that Slack can show it in, in order: text, then cards, choices on the last. */
export function toParts(message: Outgoing, words: Words, defaultLocale: Locale): readonly MessageContent[] {
  const own = words[message.locale ?? defaultLocale];
  const pieces = packPieces(toPieces(message, own));
  // A message of files alone is those files.
  if (pieces.length === 0 && (message.files ?? []).length > 0) return [];
  return pieces.length === 0 ? textPieces('…') : pieces;
}

/** The page about a person; Slack shows 100 blocks, and the choices are always among them. */
export function toHome(view: Outgoing, words: Words, defaultLocale: Locale): readonly KnownBlock[] {
  const own = words[view.locale ?? defaultLocale];
  const choices = toActions(view.choices ?? [], own.choose);
  const blocks = toPieces({ ...view, choices: [] }, own).flatMap((piece) => piece.blocks);
  return [...choices, ...blocks.slice(0, SLACK_LIMITS.blocksPerHome - choices.length)];
}

function toPieces(message: Outgoing, own: SlackWords): readonly Piece[] {
  const waitsForFile = message.expects === 'file';
  const text = [message.text ?? '', waitsForFile ? `_${own.howToUpload}_` : ''].filter(
    (part) => part.trim() !== '',
  );
  const actions: readonly KnownBlock[] = [
    ...toActions(message.choices ?? [], own.choose),
    ...(waitsForFile ? [uploadButton(own.uploadButton)] : []),
  ];
  const cards = (message.cards ?? []).map((card) => cardPieces(card, own));
  return [
    ...textPieces(text.join('\n')),
    ...cards.flatMap((pieces, index) => (index === 0 ? pieces : [DIVIDER, ...pieces])),
    ...(actions.length > 0 ? [{ blocks: actions, text: '' }] : []),
  ];
}

const DIVIDER: Piece = { blocks: [{ type: 'divider' }], text: '' };
