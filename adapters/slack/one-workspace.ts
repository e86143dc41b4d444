import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import type { Installation, Installations } from './installations.ts';
import { startProblemOf } from './start-problem.ts';
import { createWebClient } from './web-client.ts';

type Options = { readonly token: string; readonly apiUrl?: string; readonly logger: AdapterLogger };

/** The one workspace that a bot token is for. Which that is, Slack is asked when it is first needed. */
export function createOneWorkspace({ token, apiUrl, logger }: Options): Installations {
  let known: Promise<Installation> | null = null;
  let removed = false;

  const identify = async (): Promise<Installation> => {
    const { team_id: teamId, user_id: botUserId } = await createWebClient({
      token,
      apiUrl,
      logger,
    }).auth.test();
    if (!teamId || !botUserId) throw new Error('Slack does not say whose bot token this is.');
    return { teamId, token, botUserId };
  };
  const installation = (): Promise<Installation> => {
    known ??= identify().catch((error: unknown) => {
      known = null;
      throw startProblemOf(error, 'SLACK_BOT_TOKEN', apiUrl);
    });
    return known;
  };

  return {
    list: async () => (removed ? [] : [await installation()]),
    async find(teamId) {
      const found = removed ? null : await installation();
      return found?.teamId === teamId ? found : null;
    },
    async remove(teamId) {
      if ((await installation()).teamId === teamId) removed = true;
    },
  };
}
