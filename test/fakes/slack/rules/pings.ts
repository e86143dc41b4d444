import { isJson, type Json, textOf } from '../../support/json.ts';

/** What notifies people in formatted text (docs.slack.dev/messaging/formatting-message-text, Mentions). */
const MENTION = /<(@[UW][A-Z0-9]+|!(?:channel|here|everyone)|!subteam\^[A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Whom a message notifies: `channel`, `here`, `everyone`, a person's id or a group's. */
export function pingsIn(text: string, blocks: readonly Json[]): readonly string[] {
  const words = blocks.length === 0 ? [text] : formattedTexts(blocks);
  const inWords = words.flatMap((part) => [...part.matchAll(MENTION)].map(([, name = '']) => name));
  return [
    ...new Set([
      ...inWords.map((name) => name.replace(/^@|^!(subteam\^)?/, '')),
      ...elementsThatPing(blocks),
    ]),
  ];
}

/** Texts in which mentions are read: not `plain_text`. */
function formattedTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(formattedTexts);
  if (!isJson(value) || value['type'] === 'plain_text' || value['type'] === 'rich_text') return [];
  const own = value['type'] === 'mrkdwn' || value['type'] === 'markdown' ? [textOf(value['text'])] : [];
  return [...own, ...Object.values(value).flatMap(formattedTexts)];
}

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block: user, usergroup and broadcast elements. */
function elementsThatPing(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(elementsThatPing);
  if (!isJson(value)) return [];
  const named = [value['range'], value['user_id'], value['usergroup_id']].filter(
    (name) => typeof name === 'string',
  );
  const isPing = ['broadcast', 'user', 'usergroup'].includes(textOf(value['type']));
  return [...(isPing ? named : []), ...Object.values(value).flatMap(elementsThatPing)];
}
