import type { ChannelRecord, FileRecord, MessageRecord, TeamRecord, UserRecord } from './records.ts';

/** Everything there is, in maps by id. */
export type World = {
  readonly teams: Map<string, TeamRecord>;
  readonly users: Map<string, UserRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** The bot's direct messages, by the person they are with. */
  readonly directChannels: Map<string, ChannelRecord>;
  readonly files: Map<string, FileRecord>;
  team(id: string): TeamRecord;
  user(id: string): UserRecord;
  channel(id: string): ChannelRecord;
  /** What somebody sees in a channel: all, without others' ephemeral messages. */
  seenBy(userId: string, channel: ChannelRecord): readonly MessageRecord[];
};

export function createWorld(): World {
  const teams = new Map<string, TeamRecord>();
  const users = new Map<string, UserRecord>();
  const channels = new Map<string, ChannelRecord>();
  const found = <Value>(value: Value | undefined, what: string): Value => {
    if (value === undefined) throw new Error(`The stand-in knows no ${what}.`);
    return value;
  };
  return {
    teams,
    users,
    channels,
    directChannels: new Map(),
    files: new Map(),
    team: (id) => found(teams.get(id), `workspace ${id}`),
    user: (id) => found(users.get(id), `person ${id}`),
    channel: (id) => found(channels.get(id), `channel ${id}`),
    seenBy: (userId, channel) =>
      channel.members.has(userId)
        ? [...channel.messages.values()].filter(
            ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === userId,
          )
        : [],
  };
}
