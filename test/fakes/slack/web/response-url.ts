import type { Json } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { readContent } from '../rules/message.ts';
import { checkMetadata } from '../rules/metadata.ts';
import { createMessage, deleteMessage, editMessage } from '../world/messages.ts';
import type { Occasion } from '../world/response-urls.ts';
import { flag, json, readArguments, text, timestamp } from './arguments.ts';

const TAKES = {
  text,
  blocks: json,
  attachments: json,
  response_type: text,
  replace_original: flag,
  delete_original: flag,
  thread_ts: timestamp,
  metadata: json,
  unfurl_links: flag,
  unfurl_media: flag,
  mrkdwn: flag,
};

/**
 * A message by `response_url` (docs.slack.dev/interactivity/handling-user-interaction, Message responses).
 * @throws Refusal expired_url, used_url, invalid_payload and those of a message
 */
export function answerResponseUrl(
  core: Core,
  path: string,
  { fields, isJson }: { readonly fields: Json; readonly isJson: boolean },
): Json {
  if (!isJson) throw new Refusal('invalid_payload');
  postAnswer(core, core.responseUrls.use(path), fields);
  return { ok: true };
}

/** What an app answers an interaction with: by `response_url`, or in the acknowledgement of a command. */
export function postAnswer(core: Core, occasion: Occasion, fields: Json): void {
  const given = readArguments(TAKES, fields);
  const channel = core.world.channel(occasion.channelId);
  const { bot } = core.world.team(occasion.teamId);
  const original = occasion.messageTs === undefined ? undefined : channel.messages.get(occasion.messageTs);
  if (given.delete_original) {
    if (original) deleteMessage(core, channel, original);
    return;
  }
  const type = given.response_type ?? 'ephemeral';
  if (type !== 'ephemeral' && type !== 'in_channel') throw new Refusal('invalid_response_type');
  const content = readContent(core, given);
  const metadata = checkMetadata(given.metadata);
  if (given.replace_original && original) {
    return editMessage(core, channel, original, { ...content, ...(metadata && { metadata }) });
  }
  createMessage(core, channel, {
    ...content,
    userId: bot.userId,
    isFromBot: true,
    metadata,
    unfurls: given.unfurl_links !== false,
    ...(given.thread_ts !== undefined && { threadTs: given.thread_ts }),
    ...(type === 'ephemeral' && { ephemeralFor: occasion.userId }),
  });
}
