import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Card, Score } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { splitText } from '../../src/chat/text.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { safeText } from './safe-text.ts';
import type { DiscordWords } from './words.ts';

type ScoreWords = Pick<DiscordWords, 'estimate' | 'unscored'>;

const BAR_CELLS = 10;
/** Beside the number and the bar, never instead of them: green, amber, red; grey without a score. */
const COLOURS = { high: 0x2e_8b_57, middle: 0xd9_9a_1e, low: 0xc0_39_2b, none: 0x7f_8c_8d } as const;

function ratioOf({ points, outOf }: Score): number | null {
  return points === null ? null : Math.min(Math.max(points / (outOf || 1), 0), 1);
}

/** `**3.4 / 5** ▰▰▰▰▰▰▰▱▱▱ · estimate`, or `**– / 5** ▱▱▱▱▱▱▱▱▱▱ · not scored`. */
function scoreLine(score: Score, words: ScoreWords): string {
  const ratio = ratioOf(score);
  const filled = Math.round((ratio ?? 0) * BAR_CELLS);
  const points = score.points === null ? '–' : score.points.toFixed(1);
  const remark = score.points === null ? words.unscored : score.estimate ? words.estimate : '';
  const bar = '▰'.repeat(filled) + '▱'.repeat(BAR_CELLS - filled);
  return `**${points} / ${score.outOf}** ${bar}${remark === '' ? '' : ` · ${remark}`}`;
}

function colourOf(score: Score): number {
  const ratio = ratioOf(score);
  if (ratio === null) return COLOURS.none;
  return ratio >= 0.7 ? COLOURS.high : ratio >= 0.4 ? COLOURS.middle : COLOURS.low;
}

/** Fields that Discord can show as fields; the longer ones become paragraphs of the text. */
function sortFields(card: Card): { fields: APIEmbedField[]; paragraphs: string[] } {
  const fields: APIEmbedField[] = [];
  const paragraphs: string[] = [];
  for (const { name, value } of card.fields ?? []) {
    const text = safeText(value) || '–';
    const label = safeLine(name, DISCORD_LIMITS.embedFieldNameCharacters);
    const fits = text.length <= DISCORD_LIMITS.embedFieldValueCharacters;
    if (fits && fields.length < DISCORD_LIMITS.embedFields) {
      fields.push({ name: label, value: text, inline: text.length <= 40 && !text.includes('\n') });
    } else paragraphs.push(`**${label}**\n${text}`);
  }
  return { fields, paragraphs };
}

/** A card as one embed, or as several where its text is longer than one may be: the title on the first, fields and footer on the last. */
export function toEmbeds(card: Card, words: ScoreWords): readonly APIEmbed[] {
  const { fields, paragraphs } = sortFields(card);
  const text = [card.score ? scoreLine(card.score, words) : '', safeText(card.body ?? ''), ...paragraphs]
    .filter((part) => part !== '')
    .join('\n\n');
  const pieces = splitText(text, DISCORD_LIMITS.embedDescriptionCharacters);
  const colour = card.score ? { color: colourOf(card.score) } : {};
  const embeds: APIEmbed[] = (pieces.length === 0 ? [''] : pieces).map((description, index) => ({
    ...(index === 0 && { title: safeLine(card.title, DISCORD_LIMITS.embedTitleCharacters) }),
    ...(description !== '' && { description }),
    ...colour,
  }));
  const end: Pick<APIEmbed, 'fields' | 'footer'> = {
    ...(fields.length > 0 && { fields }),
    ...(card.footer && { footer: { text: safeLine(card.footer, DISCORD_LIMITS.embedFooterCharacters) } }),
  };
  return withEnd(embeds, end, colour).flatMap(withinOneMessage);
}

/** Fields and footer stand on the last embed, or on one of their own where that would be too much for one message. */
function withEnd(
  embeds: readonly APIEmbed[],
  end: Pick<APIEmbed, 'fields' | 'footer'>,
  colour: object,
): APIEmbed[] {
  const last = embeds.at(-1);
  if (!last || Object.keys(end).length === 0) return [...embeds];
  const whole = { ...last, ...end };
  return charactersOf(whole) <= DISCORD_LIMITS.embedCharactersPerMessage
    ? [...embeds.slice(0, -1), whole]
    : [...embeds, { ...end, ...colour }];
}

/** 25 full fields alone are more than a message takes: they are dealt out to several embeds. */
function withinOneMessage(embed: APIEmbed): APIEmbed[] {
  if (charactersOf(embed) <= DISCORD_LIMITS.embedCharactersPerMessage) return [embed];
  const { fields = [], ...rest } = embed;
  const half = Math.ceil(fields.length / 2);
  const colour = embed.color === undefined ? {} : { color: embed.color };
  return [
    { ...colour, fields: fields.slice(0, half) },
    { ...rest, fields: fields.slice(half) },
  ].flatMap(withinOneMessage);
}

/** What counts towards the limit of a message. */
export function charactersOf({ title = '', description = '', fields = [], footer }: APIEmbed): number {
  const inFields = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return title.length + description.length + inFields + (footer?.text.length ?? 0);
}

/** Deals embeds out to messages, in order, within the limits of one message. */
export function packEmbeds(embeds: readonly APIEmbed[]): readonly (readonly APIEmbed[])[] {
  const messages: APIEmbed[][] = [];
  let room = 0;
  for (const embed of embeds) {
    const current = messages.at(-1);
    const needed = charactersOf(embed);
    if (current && needed <= room && current.length < DISCORD_LIMITS.embedsPerMessage) current.push(embed);
    else {
      messages.push([embed]);
      room = DISCORD_LIMITS.embedCharactersPerMessage;
    }
    room -= needed;
  }
  return messages;
}
