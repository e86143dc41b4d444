import type { KnownBlock } from '@slack/types';
import type { Card, Score } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { splitText } from '../../src/chat/text.ts';
import { SLACK_LIMITS } from './limits.ts';
import { type Piece, textPieces } from './pieces.ts';
import { safeText } from './rich-text.ts';
import type { SlackWords } from './words.ts';

type ScoreWords = Pick<SlackWords, 'estimate' | 'unscored'>;

const BAR_CELLS = 10;

/** `**3.4 / 5** ▰▰▰▰▰▰▰▱▱▱ · estimate`, or `**– / 5** ▱▱▱▱▱▱▱▱▱▱ · not scored`. */
function scoreLine({ points, outOf, estimate }: Score, words: ScoreWords): string {
  const share = points === null ? 0 : Math.min(Math.max(points / (outOf || 1), 0), 1);
  const filled = Math.round(share * BAR_CELLS);
  const remark = points === null ? words.unscored : estimate ? words.estimate : '';
  const bar = '▰'.repeat(filled) + '▱'.repeat(BAR_CELLS - filled);
  return `**${points?.toFixed(1) ?? '–'} / ${outOf}** ${bar}${remark === '' ? '' : ` · ${remark}`}`;
}

/** A card as a heading, its text, its fields and a small closing line. The heading is never left alone. */
export function cardPieces(card: Card, words: ScoreWords): readonly Piece[] {
  const fields = (card.fields ?? []).map(({ name, value }) => {
    const text = safeText(value) || '–';
    return `**${safeLine(name, SLACK_LIMITS.headerCharacters)}**${text.includes('\n') ? '\n' : ': '}${text}`;
  });
  const text = [card.score ? scoreLine(card.score, words) : '', safeText(card.body ?? ''), fields.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
  const [first = { blocks: [], text: '' }, ...others] = textPieces(text);
  const title = safeLine(card.title, SLACK_LIMITS.headerCharacters);
  const heading: KnownBlock = { type: 'header', text: { type: 'plain_text', text: title, emoji: false } };
  return [
    {
      blocks: [heading, ...first.blocks],
      text: [title, first.text].filter((part) => part !== '').join('\n'),
    },
    ...others,
    ...footerPieces(card.footer),
  ];
}

function footerPieces(footer: string | undefined): readonly Piece[] {
  return splitText(safeText(footer ?? ''), SLACK_LIMITS.contextCharacters).map((text) => ({
    blocks: [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }],
    text,
  }));
}
