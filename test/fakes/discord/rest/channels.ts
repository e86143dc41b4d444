import {
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import type { Json } from '../../support/json.ts';
import { refusal, refuseFor } from '../api-error.ts';
import type { Core } from '../core.ts';
import { demandObject, schemaProblems } from '../rules/schema.ts';
import { addThread, openDirectChannel, showTyping } from '../world/channels.ts';
import { createMessage } from '../world/messages.ts';
import type { ChannelRecord } from '../world/records.ts';
import { channelJson, threadMemberJson } from '../world/serialise.ts';
import { channelFor } from './messages.ts';
import { NO_CONTENT, ok, type Route, type Server } from './route.ts';

const wire = (core: Core, channel: ChannelRecord): Json => channelJson(channel, core.world.users);

/** resources/user.mdx, Create DM. */
const openDirect: Route['handle'] = ({ json }, { core }) => {
  const body = demandObject(json);
  refuseFor(schemaProblems(CreatePrivateChannelRequestSchema, body));
  const user = core.world.users.get(String(body['recipient_id']));
  if (!user || user.bot) throw refusal(50033);
  return ok(wire(core, openDirectChannel(core, user.id)));
};

const type: Route['handle'] = ({ params }, { core }) => {
  const channel = channelFor(core, params['channel'] ?? '');
  if (channel.type !== 1)
    channelFor(core, channel.id, channel.type === 0 ? 'sendMessages' : 'sendMessagesInThreads');
  showTyping(core, channel, core.world.bot.id);
  return NO_CONTENT;
};

/** resources/channel.mdx, Start Thread without Message: a private thread unless `type` says otherwise. */
const startThread: Route['handle'] = ({ params, json }, { core }) => {
  const body = demandObject(json);
  refuseFor(schemaProblems(CreateTextThreadWithoutMessageRequestSchema, body));
  const isPublic = body['type'] === 11;
  const parent = channelFor(
    core,
    params['channel'] ?? '',
    isPublic ? 'createPublicThreads' : 'createPrivateThreads',
  );
  if (parent.type !== 0) throw refusal(50024);
  const thread = addThread(core, parent, isPublic ? 11 : 12, core.newId(), body);
  // A public thread is announced in its channel (resources/message.mdx, Message Types: THREAD_CREATED).
  if (isPublic) {
    const message = createMessage(core, parent, {
      authorId: core.world.bot.id,
      content: thread.name,
      type: 18,
    });
    message.threadId = thread.id;
  }
  return { status: 201, body: wire(core, thread) };
};

/** resources/channel.mdx, Start Thread from Message: the thread has the message's id. */
const startThreadAt: Route['handle'] = ({ params, json }, { core }) => {
  const body = demandObject(json);
  refuseFor(schemaProblems(CreateTextThreadWithMessageRequestSchema, body));
  const parent = channelFor(core, params['channel'] ?? '', 'createPublicThreads');
  if (parent.type !== 0) throw refusal(50024);
  const message = core.world.message(parent, params['message'] ?? '');
  if (core.world.channels.has(message.id)) throw refusal(160004);
  message.threadId = message.id;
  return { status: 201, body: wire(core, addThread(core, parent, 11, message.id, body)) };
};

function threadFor({ core }: Server, id: string): ChannelRecord {
  const thread = channelFor(core, id);
  if (thread.type !== 11 && thread.type !== 12) throw refusal(50024);
  return thread;
}

/** resources/channel.mdx, Add Thread Member: the thread must not be archived, the person must see the channel. */
const addMember: Route['handle'] = ({ params }, server) => {
  const { core } = server;
  const thread = threadFor(server, params['channel'] ?? '');
  const id = params['user'] === '@me' ? core.world.bot.id : (params['user'] ?? '');
  if (thread.archived) throw refusal(50083);
  if (!core.world.users.has(id)) throw refusal(10013);
  const parent = core.world.channels.get(thread.parentId ?? '');
  if (!parent || !core.world.canSee(id, parent)) throw refusal(50001);
  thread.threadMembers.add(id);
  core.dispatch('THREAD_MEMBERS_UPDATE', thread.guildId, {
    id: thread.id,
    guild_id: thread.guildId,
    member_count: thread.threadMembers.size,
    added_members: [threadMemberJson(thread, id)],
  });
  core.changed();
  return NO_CONTENT;
};

const removeMember: Route['handle'] = ({ params }, server) => {
  const thread = threadFor(server, params['channel'] ?? '');
  const id = params['user'] === '@me' ? server.core.world.bot.id : (params['user'] ?? '');
  if (!thread.threadMembers.delete(id)) throw refusal(10007);
  server.core.changed();
  return NO_CONTENT;
};

/** resources/channel.mdx, Modify Channel, Thread. */
const changeThread: Route['handle'] = ({ params, json }, server) => {
  const thread = threadFor(server, params['channel'] ?? '');
  const body = demandObject(json);
  const known = [
    'name',
    'archived',
    'locked',
    'auto_archive_duration',
    'invitable',
    'rate_limit_per_user',
    'flags',
  ];
  refuseFor(
    Object.keys(body)
      .filter((field) => !known.includes(field))
      .map((field) => ({
        path: [field],
        code: 'UNKNOWN_FIELD',
        message: 'Discord knows no such field here.',
      })),
  );
  if (thread.ownerId !== server.core.world.bot.id) channelFor(server.core, thread.id, 'manageThreads');
  if (body['locked'] !== undefined) channelFor(server.core, thread.id, 'manageThreads');
  if (thread.archived && body['archived'] !== false) throw refusal(50083);
  if (typeof body['name'] === 'string') thread.name = body['name'];
  if (typeof body['archived'] === 'boolean') thread.archived = body['archived'];
  if (typeof body['locked'] === 'boolean') thread.locked = body['locked'];
  server.core.dispatch('THREAD_UPDATE', thread.guildId, wire(server.core, thread));
  server.core.changed();
  return ok(wire(server.core, thread));
};

const CHANNEL = '/channels/:channel';

export const channelRoutes: readonly Route[] = [
  { method: 'POST', path: '/users/@me/channels', limit: [10, 10_000], handle: openDirect },
  {
    method: 'GET',
    path: CHANNEL,
    handle: ({ params }, { core }) => ok(wire(core, channelFor(core, params['channel'] ?? ''))),
  },
  { method: 'PATCH', path: CHANNEL, handle: changeThread },
  { method: 'POST', path: `${CHANNEL}/typing`, limit: [5, 5_000], handle: type },
  { method: 'POST', path: `${CHANNEL}/threads`, limit: [50, 300_000], handle: startThread },
  {
    method: 'POST',
    path: `${CHANNEL}/messages/:message/threads`,
    limit: [50, 300_000],
    handle: startThreadAt,
  },
  { method: 'PUT', path: `${CHANNEL}/thread-members/:user`, handle: addMember },
  { method: 'DELETE', path: `${CHANNEL}/thread-members/:user`, handle: removeMember },
  {
    method: 'GET',
    path: `${CHANNEL}/thread-members`,
    handle: ({ params }, server) => {
      const thread = threadFor(server, params['channel'] ?? '');
      return ok([...thread.threadMembers].map((id) => threadMemberJson(thread, id)));
    },
  },
];
