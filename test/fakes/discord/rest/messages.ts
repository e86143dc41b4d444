import { isJson, type Json } from '../../support/json.ts';
import { refusal, refuseFor } from '../api-error.ts';
import type { Core } from '../core.ts';
import type { Permission } from '../permissions.ts';
import { checkMessage, NOTHING } from '../rules/messages.ts';
import { demandObject } from '../rules/schema.ts';
import { createMessage, deleteMessage, demandOwn, editMessage, messageJson } from '../world/messages.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import { NO_CONTENT, ok, type Route } from './route.ts';
import { readAttachments } from './uploads.ts';

/** resources/message.mdx, Create Message: a nonce is "checked for uniqueness in the past few minutes". */
const NONCE_LIFE_MS = 5 * 60_000;

/** The channel, when the bot may do that there. @throws ApiError 10003, 50001, 50013 */
export function channelFor(core: Core, id: string, ...needed: readonly Permission[]): ChannelRecord {
  const channel = core.world.channel(id);
  if (!core.world.canSee(core.world.bot.id, channel)) throw refusal(50001);
  if (needed.some((permission) => !core.world.can(core.world.bot.id, channel, permission)))
    throw refusal(50013);
  return channel;
}

/** As the bot reads it: without what MESSAGE_CONTENT would show, when the app does not have that. */
const shown = (core: Core, message: MessageRecord) =>
  messageJson(core, message, core.privileged.has('messageContent'));

/** Whether the bot may speak there at all. @throws ApiError 50278, 50007, 50013, 50083, 160005 */
function writableChannel(core: Core, id: string): ChannelRecord {
  const channel = channelFor(core, id);
  if (channel.type === 1) {
    const user = core.world.users.get(channel.recipientId ?? '');
    if (!user?.hasInstalledApp && !core.world.sharesGuildWithBot(user?.id ?? '')) throw refusal(50278);
    if (user?.blocksDirectMessages) throw refusal(50007);
    return channel;
  }
  if (channel.locked) throw refusal(160005);
  return channelFor(core, id, channel.type === 0 ? 'sendMessages' : 'sendMessagesInThreads');
}

function referenceOf(core: Core, channel: ChannelRecord, body: Json): string | undefined {
  const reference = body['message_reference'];
  if (!isJson(reference)) return undefined;
  const id = String(reference['message_id']);
  const sameChannel = reference['channel_id'] === undefined || reference['channel_id'] === channel.id;
  const exists =
    sameChannel && channel.messages.get(id)?.ephemeralFor === undefined && channel.messages.has(id);
  // resources/message.mdx, Message Reference Structure: `fail_if_not_exists`, default true.
  if (!exists && reference['fail_if_not_exists'] !== false) {
    const problem = { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' };
    refuseFor([{ path: ['message_reference'], ...problem }]);
  }
  if (!core.world.can(core.world.bot.id, channel, 'readMessageHistory')) throw refusal(160002);
  return exists ? id : undefined;
}

/** The message that has this nonce already, among the latest minutes; of one author, wherever it was sent. */
function sentBefore(core: Core, body: Json): MessageRecord | undefined {
  if (body['enforce_nonce'] !== true || body['nonce'] == null) return undefined;
  const earlier = core.nonces.get(String(body['nonce']));
  return earlier && core.clock.now() - earlier.createdAt <= NONCE_LIFE_MS ? earlier : undefined;
}

const create: Route['handle'] = ({ params, json, files }, { core }) => {
  const channel = writableChannel(core, params['channel'] ?? '');
  const body = demandObject(json);
  const attachments = readAttachments(core, channel.id, body, files, []);
  const names = attachments.map(({ filename }) => filename);
  const { content, embeds, components, flags } = checkMessage('create', body, NOTHING, names);
  if (attachments.length > 0) channelFor(core, channel.id, 'attachFiles');
  if (embeds.length > 0) channelFor(core, channel.id, 'embedLinks');
  const referencedId = referenceOf(core, channel, body);
  const earlier = sentBefore(core, body);
  if (earlier) return ok(shown(core, earlier));
  // A message wakes an archived thread (topics/threads.mdx, Archiving).
  channel.archived = false;
  const message = createMessage(core, channel, {
    authorId: core.world.bot.id,
    ...{ content, embeds, components, attachments, flags },
    allowedMentions: body['allowed_mentions'] ?? undefined,
    ...(body['nonce'] != null && { nonce: body['nonce'] as string | number }),
    ...(referencedId !== undefined && { referencedId, type: 19 }),
  });
  if (message.nonce !== undefined) core.nonces.set(String(message.nonce), message);
  return ok(shown(core, message));
};

const edit: Route['handle'] = ({ params, json, files }, { core }) => {
  const channel = channelFor(core, params['channel'] ?? '');
  const message = core.world.message(channel, params['message'] ?? '');
  demandOwn(core, message);
  if (channel.archived) throw refusal(50083);
  const body = demandObject(json);
  const attachments = readAttachments(core, channel.id, body, files, message.attachments);
  const names = attachments.map(({ filename }) => filename);
  const after = checkMessage('edit', body, { ...message, fileNames: names }, names);
  editMessage(core, channel, message, { ...after, attachments });
  return ok(shown(core, message));
};

/** resources/message.mdx, Get Channel Messages: one of `before`, `after`, `around`; `limit` 1–100, default 50. */
const list: Route['handle'] = ({ params, query }, { core }) => {
  const channel = channelFor(core, params['channel'] ?? '');
  const limit = query.has('limit') ? Number(query.get('limit')) : 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    refuseFor([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message }]);
  }
  const bounds = (['before', 'after', 'around'] as const).filter((name) => query.has(name));
  for (const name of bounds) {
    if (/^\d+$/.test(query.get(name) ?? '')) continue;
    refuseFor([{ path: [name], code: 'NUMBER_TYPE_COERCE', message: 'Value is not snowflake.' }]);
  }
  if (bounds.length > 1) {
    const message = 'The before, after, and around parameters are mutually exclusive.';
    refuseFor([{ path: [bounds[1] ?? ''], code: 'BASE_TYPE_INVALID', message }]);
  }
  // Without the right to the history there is none to see (same section).
  if (!core.world.can(core.world.bot.id, channel, 'readMessageHistory')) return ok([]);
  const all = [...channel.messages.values()].filter(({ ephemeralFor }) => ephemeralFor === undefined);
  return ok(page(all, query, limit).map((message) => shown(core, message)));
};

/** Newest first, whichever way is paged. */
function page(
  all: readonly MessageRecord[],
  query: URLSearchParams,
  limit: number,
): readonly MessageRecord[] {
  const bound = (name: string) => BigInt(query.get(name) ?? 0);
  if (query.has('after')) {
    return all
      .filter(({ id }) => BigInt(id) > bound('after'))
      .slice(0, limit)
      .reverse();
  }
  if (query.has('around')) {
    const index = all.findIndex(({ id }) => BigInt(id) >= bound('around'));
    const from = Math.max(0, (index < 0 ? all.length : index) - Math.floor(limit / 2));
    return all.slice(from, from + limit).reverse();
  }
  const earlier = query.has('before') ? all.filter(({ id }) => BigInt(id) < bound('before')) : all;
  return earlier.slice(-limit).reverse();
}

const one: Route['handle'] = ({ params }, { core }) => {
  const channel = channelFor(core, params['channel'] ?? '', 'readMessageHistory');
  return ok(shown(core, core.world.message(channel, params['message'] ?? '')));
};

const remove: Route['handle'] = ({ params }, { core }) => {
  const channel = channelFor(core, params['channel'] ?? '');
  const message = core.world.message(channel, params['message'] ?? '');
  if (message.authorId !== core.world.bot.id) {
    if (channel.type === 1) throw refusal(50003);
    channelFor(core, channel.id, 'manageMessages');
  }
  deleteMessage(core, channel, message);
  return NO_CONTENT;
};

const MESSAGES = '/channels/:channel/messages';

export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: MESSAGES, limit: [5, 5_000], handle: create },
  { method: 'GET', path: MESSAGES, limit: [5, 5_000], handle: list },
  { method: 'GET', path: `${MESSAGES}/:message`, handle: one },
  { method: 'PATCH', path: `${MESSAGES}/:message`, limit: [5, 5_000], handle: edit },
  { method: 'DELETE', path: `${MESSAGES}/:message`, limit: [5, 1_000], handle: remove },
];
