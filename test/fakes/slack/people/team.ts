import type { Core } from '../core.ts';
import { addUser, type PersonOptions } from '../setup.ts';
import { addChannel } from '../world/channels.ts';
import { endInstallation } from '../world/installations.ts';
import type { TeamRecord } from '../world/records.ts';
import { createPerson, type Person } from './person.ts';

export type ChannelOptions = { readonly isPrivate?: boolean; readonly withBot?: boolean };

/** A workspace with the app in it. */
export type Team = {
  readonly teamId: string;
  /** `xoxb-…`; another one after the app was installed anew. */
  readonly botToken: string;
  readonly botUserId: string;
  /** To be typed where somebody mentions the bot. */
  readonly mention: string;
  createPerson(name: string, options?: PersonOptions): Person;
  /** A channel and its members; the bot is one unless told otherwise. @returns its id */
  createChannel(name: string, members: readonly Pick<Person, 'id'>[], options?: ChannelOptions): string;
  archiveChannel(id: string): void;
  /** Removes the app: `account_inactive`, and the app is told. */
  uninstall(): void;
  /** Revokes the bot's token: `token_revoked`, and the app is told. */
  revokeTokens(): void;
  /** Somebody lets the app in by OAuth. @returns the code with which their browser goes back to the app */
  grant(person: Pick<Person, 'id'>): string;
};

export function createTeam(core: Core, team: TeamRecord): Team {
  return {
    teamId: team.id,
    get botToken() {
      return team.token;
    },
    botUserId: team.bot.userId,
    mention: `<@${team.bot.userId}>`,
    createPerson: (name, options = {}) => createPerson(core, addUser(core, team.id, name, options)),
    createChannel(name, members, { isPrivate = false, withBot = true } = {}) {
      const ids = members.map(({ id }) => id);
      const channel = addChannel(core, {
        teamId: team.id,
        kind: isPrivate ? 'group' : 'channel',
        name,
        members: new Set(withBot ? [...ids, team.bot.userId] : ids),
      });
      return channel.id;
    },
    archiveChannel(id) {
      core.world.channel(id).archived = true;
    },
    uninstall: () => endInstallation(core, team, 'uninstalled'),
    revokeTokens: () => endInstallation(core, team, 'revoked'),
    grant: ({ id }) => core.grants.create(team.id, id),
  };
}
