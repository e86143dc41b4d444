import { UndeliverableError } from '../../src/chat/adapter.ts';
import { createRecentMap } from '../../src/chat/recent-map.ts';
import type { SlackUser } from './conversation-id.ts';
import type { Installations } from './installations.ts';
import { SLACK_LIMITS } from './limits.ts';
import { createSlackApi, type SlackApi } from './slack-api.ts';

/** Slack's API in each workspace where the bot is installed, with its token. */
export type Workspaces = {
  /** @throws UndeliverableError where the bot is not installed (any more) */
  apiOf(teamId: string): Promise<SlackApi>;
  /** The channel of the bot's direct messages with somebody. It stays the same for ever. */
  directOf(user: SlackUser): Promise<string>;
};

type Parts = Omit<Parameters<typeof createSlackApi>[0], 'token'> & { readonly installations: Installations };

export function createWorkspaces({ installations, ...options }: Parts): Workspaces {
  const apis = new Map<string, SlackApi>();
  const directs = createRecentMap<string, string>(SLACK_LIMITS.rememberedPlaces);

  async function apiOf(teamId: string): Promise<SlackApi> {
    const installation = await installations.find(teamId);
    if (!installation) {
      apis.delete(teamId);
      throw new UndeliverableError(`The bot is not installed in the workspace ${teamId}.`);
    }
    const known = apis.get(teamId);
    if (known?.token === installation.token) return known;
    const api = createSlackApi({ ...options, token: installation.token });
    apis.set(teamId, api);
    return api;
  }

  return {
    apiOf,
    async directOf({ teamId, userId }) {
      const key = `${teamId}/${userId}`;
      const known = directs.get(key);
      if (known !== undefined) return known;
      const channelId = await (await apiOf(teamId)).openDirect(userId);
      directs.set(key, channelId);
      return channelId;
    },
  };
}
