import { webApi } from '@slack/bolt';
import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { SLACK_LIMITS } from './limits.ts';

export type WebClient = InstanceType<typeof webApi.WebClient>;

/** How every client of Slack's Web API is set up here: nothing is repeated behind our back, nothing waits for ever. */
export function clientOptions(apiUrl: string | undefined, logger: AdapterLogger) {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    // A message whose fate is unknown must be looked for before it is sent again; only the caller can do that.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: SLACK_LIMITS.requestTimeoutMs,
    allowAbsoluteUrls: false,
    logger: toBoltLogger(logger),
  };
}

type Options = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly logger: AdapterLogger;
};

export function createWebClient({ token, apiUrl, logger }: Options): WebClient {
  return new webApi.WebClient(token, clientOptions(apiUrl, logger));
}
