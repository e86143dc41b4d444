import type { Json } from '../../support/json.ts';
import { Refusal } from '../refusal.ts';
import { directChannel } from '../world/channels.ts';
import type { ChannelKind, ChannelRecord, MessageRecord } from '../world/records.ts';
import { channelJson, messageJson } from '../world/serialise.ts';
import { flag, integer, required, text, timestamp } from './arguments.ts';
import { activeUser, channelFor, demandScopes } from './lookups.ts';
import { type Caller, defineMethod, type Method } from './method.ts';
import { page } from './paging.ts';

/** docs.slack.dev/reference/scopes: each kind of conversation has its own. */
const PREFIX = { im: 'im', channel: 'channels', group: 'groups' } as const;

/** A conversation that the token may do that with. @throws Refusal channel_not_found, missing_scope */
function scopedChannel(caller: Caller, id: string, right: 'read' | 'history'): ChannelRecord {
  const channel = channelFor(caller, id);
  demandScopes(caller.team, [`${PREFIX[channel.kind]}:${right}`]);
  return channel;
}

/** docs.slack.dev/reference/methods/conversations.open: one person, for a direct message with the bot. */
const open = defineMethod('conversations.open', {
  tier: 3,
  scopes: ['im:write'],
  takes: { users: text, channel: text, return_im: flag, prevent_creation: flag },
  handle({ users, channel: id, return_im: whole, prevent_creation: only }, caller) {
    if (users === undefined && id === undefined) throw new Refusal('users_list_not_supplied');
    const [name, ...others] = (users ?? '').split(',').filter((part) => part !== '');
    if (others.length > 0) throw new Refusal('method_not_supported_for_channel_type');
    const existed = name === undefined || caller.core.world.directChannels.has(name);
    if (only === true && !existed) throw new Refusal('channel_not_found');
    const channel =
      name === undefined
        ? channelFor(caller, id ?? '')
        : directChannel(caller.core, activeUser(caller, name));
    return {
      ...(existed && { no_op: true, already_open: true }),
      channel: whole === true ? channelJson(caller.core, channel) : { id: channel.id },
    };
  },
});

/** docs.slack.dev/reference/methods/conversations.info. */
const info = defineMethod('conversations.info', {
  tier: 3,
  formOnly: true,
  takes: { channel: required(text), include_locale: flag, include_num_members: flag },
  handle: ({ channel, include_num_members: counted }, caller) => {
    const found = scopedChannel(caller, channel, 'read');
    const { num_members: members, ...rest } = channelJson(caller.core, found);
    return { channel: { ...rest, ...(counted === true && { num_members: members }) } };
  },
});

const paged = { cursor: text, limit: integer };
const range = { latest: timestamp, oldest: timestamp, inclusive: flag, include_all_metadata: flag };
type Range = {
  readonly latest?: string | undefined;
  readonly oldest?: string | undefined;
  readonly inclusive?: boolean | undefined;
};

function isWithin({ ts }: MessageRecord, { latest, oldest, inclusive = false }: Range): boolean {
  const isEdge = ts === latest || ts === oldest;
  if (isEdge) return inclusive;
  return (latest === undefined || ts < latest) && (oldest === undefined || ts > oldest);
}

const isPublic = ({ ephemeralFor }: MessageRecord) => ephemeralFor === undefined;
const isReply = ({ threadTs, ts }: MessageRecord) => threadTs !== undefined && threadTs !== ts;

/** docs.slack.dev/reference/methods/conversations.history: newest first, without replies, at most 999. */
const history = defineMethod('conversations.history', {
  tier: 3,
  commercialTier: 1,
  formOnly: true,
  takes: { channel: required(text), ...paged, ...range },
  handle(given, caller): Json {
    const channel = scopedChannel(caller, given.channel, 'history');
    if (!channel.members.has(caller.team.bot.userId)) throw new Refusal('not_in_channel');
    const messages = [...channel.messages.values()]
      .filter((message) => isPublic(message) && isWithin(message, given))
      .filter((message) => message.isBroadcast || !isReply(message))
      .reverse();
    return messagePage(caller, messages, given, { usual: 100, most: 999 });
  },
});

/** docs.slack.dev/reference/methods/conversations.replies: oldest first, with the thread's first message. */
const replies = defineMethod('conversations.replies', {
  tier: 3,
  commercialTier: 1,
  formOnly: true,
  takes: { channel: required(text), ts: required(timestamp), ...paged, ...range },
  handle(given, caller): Json {
    const channel = scopedChannel(caller, given.channel, 'history');
    const named = channel.messages.get(given.ts);
    if (!named || !isPublic(named)) throw new Refusal('thread_not_found');
    const root = named.threadTs ?? named.ts;
    const messages = [...channel.messages.values()].filter(
      (message) =>
        isPublic(message) && (message.ts === root || (message.threadTs === root && isWithin(message, given))),
    );
    return messagePage(caller, messages, given, { usual: 1000, most: 1000 });
  },
});

/** docs.slack.dev/apis/web-api/rate-limits, apps that are sold outside the Marketplace: 15 messages, once a minute. */
const COMMERCIAL_MOST = 15;

function messagePage(
  { core }: Caller,
  messages: readonly MessageRecord[],
  given: {
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
    readonly include_all_metadata?: boolean | undefined;
  },
  sizes: { readonly usual: number; readonly most: number },
): Json {
  const allowed = core.isCommercial ? { usual: COMMERCIAL_MOST, most: COMMERCIAL_MOST } : sizes;
  const { items, hasMore, metadata } = page(messages, given, allowed);
  return {
    messages: items.map((message) => messageJson(core, message, given.include_all_metadata === true)),
    has_more: hasMore,
    response_metadata: metadata,
  };
}

const TYPES: Readonly<Record<string, ChannelKind>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
};

/** docs.slack.dev/reference/methods/conversations.list. */
const list = defineMethod('conversations.list', {
  tier: 2,
  formOnly: true,
  takes: { ...paged, types: text, exclude_archived: flag },
  handle({ types = 'public_channel', exclude_archived: onlyLive, ...paging }, { core, team }): Json {
    const kinds = types.split(',').map((type) => TYPES[type.trim()]);
    for (const kind of kinds) {
      if (!kind) throw new Refusal('invalid_types');
      demandScopes(team, [`${PREFIX[kind]}:read`]);
    }
    const visible = [...core.world.channels.values()].filter(
      (channel) =>
        channel.teamId === team.id &&
        kinds.includes(channel.kind) &&
        (channel.kind === 'channel' || channel.members.has(team.bot.userId)) &&
        !(onlyLive === true && channel.archived),
    );
    const { items, metadata } = page(visible, paging, { usual: 100, most: 999 });
    return { channels: items.map((channel) => channelJson(core, channel)), response_metadata: metadata };
  },
});

/** docs.slack.dev/reference/methods/conversations.members. */
const members = defineMethod('conversations.members', {
  tier: 4,
  formOnly: true,
  takes: { channel: required(text), ...paged },
  handle({ channel: id, ...paging }, caller): Json {
    const channel = scopedChannel(caller, id, 'read');
    const { items, metadata } = page([...channel.members], paging, { usual: 100, most: 999 });
    return { members: items, response_metadata: metadata };
  },
});

export const conversationMethods: readonly Method[] = [open, info, history, replies, list, members];
