import type { Core } from '../core.ts';
import type { ChannelRecord, UserRecord } from './records.ts';

const PREFIX = { im: 'D', channel: 'C', group: 'G' } as const;

/** The bot's direct messages with that person; the same ones always. */
export function directChannel(core: Core, user: UserRecord): ChannelRecord {
  const present = core.world.directChannels.get(user.id);
  if (present) return present;
  const { bot } = core.world.team(user.teamId);
  return addChannel(core, {
    teamId: user.teamId,
    kind: 'im',
    name: '',
    userId: user.id,
    members: new Set([user.id, bot.userId]),
  });
}

type Draft = Pick<ChannelRecord, 'teamId' | 'kind' | 'name' | 'members'> & { readonly userId?: string };

export function addChannel(core: Core, draft: Draft): ChannelRecord {
  const channel: ChannelRecord = {
    ...draft,
    id: core.ids.next(PREFIX[draft.kind]),
    createdAt: core.clock.now(),
    messages: new Map(),
    replies: new Map(),
    archived: false,
  };
  core.world.channels.set(channel.id, channel);
  if (draft.userId !== undefined) core.world.directChannels.set(draft.userId, channel);
  return channel;
}
