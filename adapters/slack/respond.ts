import { createRecentMap } from '../../src/chat/recent-map.ts';
import { fallback } from './fallback.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Origin } from './reply-token.ts';
import type { MessageContent } from './slack-api.ts';

/** Slack's own host for these addresses (docs.slack.dev/interactivity/handling-user-interaction). */
const HOST = 'hooks.slack.com';

/** Shows something to the one person who acted, without being in their channel. @returns false when it can no longer be done */
export type Respond = (origin: Origin, content: MessageContent) => Promise<boolean>;

export function createRespond(apiUrl: string | undefined, now: () => number): Respond {
  const standIn = apiUrl === undefined ? null : new URL(apiUrl).origin;
  const uses = createRecentMap<string, number>(SLACK_LIMITS.rememberedAnswers);

  function isSlacks(address: string): boolean {
    const url = URL.parse(address);
    if (standIn !== null) return url?.origin === standIn;
    return url?.protocol === 'https:' && url.host === HOST;
  }

  return async ({ responseUrl, threadTs, at }, { text, blocks }) => {
    if (responseUrl === null || !isSlacks(responseUrl) || now() - at >= SLACK_LIMITS.responseUrlMs)
      return false;
    const used = uses.get(responseUrl) ?? 0;
    if (used >= SLACK_LIMITS.responseUrlUses) return false;
    uses.set(responseUrl, used + 1);
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: false,
        ...(threadTs !== null && { thread_ts: threadTs }),
        text: fallback(text),
        blocks,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(SLACK_LIMITS.requestTimeoutMs),
    });
    await response.body?.cancel();
    // An address that is used up or expired; anything else is tried again, by the job.
    if (response.status === 404 || response.status === 410 || response.status === 400) return false;
    if (!response.ok) throw new Error(`Slack answers ${response.status} to a reply.`);
    return true;
  };
}
