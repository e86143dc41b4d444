import type { AdapterLogger } from '../../src/chat/adapter-logger.ts';
import { isMissingScope } from './errors.ts';
import type { Place } from './posting.ts';
import type { Found, SlackApi } from './slack-api.ts';

/** What of a message stands on Slack already. */
export type Earlier = {
  /** The timestamps of what a part of it became; empty when it is not there. */
  timestampsOf(part: number): readonly string[];
  /** Whether a file of this name was shared after the message. */
  hasFile(name: string): boolean;
};

export const NOTHING_EARLIER: Earlier = { timestampsOf: () => [], hasFile: () => false };

/**
 * Looks for a message that an earlier attempt may have posted: its fate is unknown when an answer of Slack's was lost, or the
 * program ended before it could store that it was sent. Each message carries its job's id as metadata.
 */
export async function findEarlier(
  api: SlackApi,
  { channelId, threadTs }: Place,
  job: string,
  logger: AdapterLogger,
): Promise<Earlier> {
  const messages = await api.readMessages(channelId, threadTs).catch((error: unknown) => {
    // Without the right to look there is nothing to wait for: rather twice than never.
    if (!isMissingScope(error)) throw error;
    logger.warn(
      { channel: channelId },
      'It cannot be seen whether a message was sent before (im:history is missing).',
    );
    return [];
  });
  return earlierIn(messages, job);
}

function earlierIn(messages: readonly Found[], job: string): Earlier {
  const ours = messages.filter(({ label }) => label?.job === job).sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const first = ours[0]?.ts;
  return {
    timestampsOf: (part) =>
      ours.filter(({ label }) => label?.part.split('.')[0] === String(part)).map(({ ts }) => ts),
    hasFile: (name) =>
      first !== undefined && messages.some(({ ts, fileNames }) => ts > first && fileNames.includes(name)),
  };
}
