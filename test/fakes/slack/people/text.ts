import type { Json } from '../../support/json.ts';

/** Mentions stay; everything else that Slack gives a meaning is escaped (docs.slack.dev/messaging/formatting-message-text). */
const MENTION = /(<[@#][UWC][A-Z0-9]+>)/;
const LINK = /https?:\/\/[^\s<>|]+[^\s<>|.,!?;:)'"]/g;

/** What somebody typed, as Slack stores it: `&`, `<`, `>` escaped, links in angle brackets. */
export function stored(typed: string): string {
  return typed
    .split(MENTION)
    .map((part) => (MENTION.test(part) ? part : escaped(part).replace(LINK, '<$&>')))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The `rich_text` block that comes with what people type. */
export function richText(typed: string, blockId: string): Json {
  const elements = typed
    .split(MENTION)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('<@') && MENTION.test(part)
        ? { type: 'user', user_id: part.slice(2, -1) }
        : { type: 'text', text: part },
    );
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements }],
  };
}
