import { conversationOf } from '../../../adapters/slack/conversation-id.ts';
import { createOneWorkspace, createSlackAdapter, type SlackOptions } from '../../../adapters/slack/index.ts';
import type { Receive, Suggest } from '../../../src/chat/adapter.ts';
import { freePort } from '../../fakes/free-port.ts';
import { createMemoryLogger } from '../../fakes/memory-logger.ts';
import { createFakeSlack, type FakeSlackOptions, type Person } from '../../fakes/slack/index.ts';
import { WORDS } from './words.ts';

/** How events come. */
export type Way = 'socket' | 'http';

type Options = Partial<SlackOptions> & { readonly way?: Way };

/** The adapter on a stand-in of Slack, not started. */
export async function createSetting(
  { way = 'socket', ...options }: Options = {},
  slackOptions: FakeSlackOptions = {},
) {
  const slack = await createFakeSlack(slackOptions);
  const logger = createMemoryLogger();
  const { apiUrl, botToken, appToken, signingSecret } = slack;
  const port = way === 'http' ? await freePort() : 0;
  const url = `http://127.0.0.1:${port}/slack/events`;
  const create = (more: Partial<SlackOptions> = {}) =>
    createSlackAdapter({
      installations: createOneWorkspace({ token: botToken, apiUrl, logger }),
      ...(way === 'http' ? { http: { signingSecret, port } } : { appToken }),
      apiUrl,
      words: WORDS,
      defaultLocale: 'en',
      now: slack.clock.now,
      logger,
      ...options,
      ...more,
    });
  const adapter = create();
  return {
    slack,
    adapter,
    logger,
    create,
    /** Where it listens, by HTTP. */
    url,
    /** Starts the adapter, and has Slack ask it where it listens. */
    async start(receive: Receive, suggest: Suggest = async () => []) {
      await adapter.start(receive, suggest);
      if (way === 'http') await slack.useRequestUrl(url);
    },
    conversationWith: ({ id, teamId }: Person) => conversationOf({ teamId, userId: id }),
    async close() {
      await adapter.stop();
      await slack.close();
    },
  };
}
