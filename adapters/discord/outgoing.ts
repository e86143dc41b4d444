import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed, RawFile } from 'discord.js';
import { chunk } from '../../src/chat/choice-form.ts';
import type { Locale, Outgoing, OutgoingFile } from '../../src/chat/message.ts';
import { safeLine } from '../../src/chat/safe-line.ts';
import { splitText } from '../../src/chat/text.ts';
import { toComponents } from './choices.ts';
import { linkTo, placeOf } from './conversation-id.ts';
import { packEmbeds, toEmbeds } from './embeds.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { safeText } from './safe-text.ts';
import type { DiscordWords } from './words.ts';

/** One message as Discord takes it, when it is created and, as nothing is left out, when it is edited. */
export type MessageBody = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly attachments: readonly {
    readonly id: string;
    readonly filename: string;
    readonly description: string;
  }[];
  /** No text from anywhere ever pings: everybody, a role, or somebody. */
  readonly allowed_mentions: { readonly parse: readonly [] };
};
export type MessagePart = { readonly body: MessageBody; readonly files: readonly RawFile[] };

type Words = Readonly<Record<Locale, DiscordWords>>;

/**
 * A message of the bot as the messages that Discord can show it in, in order: text, then cards, with choices and files
 * on the last one.
 */
export function toParts(message: Outgoing, words: Words, defaultLocale: Locale): readonly MessagePart[] {
  const own = words[message.locale ?? defaultLocale];
  const hint = message.expects === 'file' ? `\n-# ${own.howToUpload}` : '';
  const link = message.linksTo ? `\n${linkTo(placeOf(message.linksTo))}` : '';
  const text = `${safeText(message.text ?? '')}${hint}${link}`.trim();
  const pieces = splitText(text, DISCORD_LIMITS.contentCharacters);
  const embeds = packEmbeds((message.cards ?? []).flatMap((card) => toEmbeds(card, own)));
  const bodies = joined(pieces, embeds);
  const files = chunk(message.files ?? [], DISCORD_LIMITS.filesPerMessage);
  while (bodies.length < Math.max(files.length, 1)) bodies.push({ content: '', embeds: [] });
  const components = toComponents(message.choices ?? [], own.choose);
  return bodies.map(({ content, embeds: shown }, index) => {
    const isLast = index === bodies.length - 1;
    const attached = files[index - bodies.length + files.length] ?? [];
    const isEmpty = content === '' && shown.length === 0 && attached.length === 0;
    return part(isEmpty ? '…' : content, shown, isLast ? components : [], attached);
  });
}

/** The last piece of text and the first cards share a message. */
function joined(
  pieces: readonly string[],
  embeds: readonly (readonly APIEmbed[])[],
): { content: string; embeds: readonly APIEmbed[] }[] {
  const overlap = pieces.length > 0 && embeds.length > 0 ? 1 : 0;
  return Array.from({ length: pieces.length + embeds.length - overlap }, (_, index) => ({
    content: pieces[index] ?? '',
    embeds: embeds[index - pieces.length + overlap] ?? [],
  }));
}

function part(
  content: string,
  embeds: readonly APIEmbed[],
  components: MessageBody['components'],
  files: readonly OutgoingFile[],
): MessagePart {
  const named = files.map((file, id) => ({ ...file, id, filename: fileName(file.name) }));
  return {
    body: {
      content,
      embeds,
      components,
      attachments: named.map(({ id, filename, alt }) => ({
        id: String(id),
        filename,
        description: safeLine(alt, DISCORD_LIMITS.fileDescriptionCharacters),
      })),
      allowed_mentions: { parse: [] },
    },
    files: named.map(({ filename, content: data }) => ({
      name: filename,
      data: Buffer.from(data, 'utf8'),
      contentType: 'text/plain; charset=utf-8',
    })),
  };
}

/** Without what a path or a header could be made of. */
function fileName(name: string): string {
  return safeLine(name, 100).replace(/[\\/:*?"<>|\s]+/g, '-');
}
